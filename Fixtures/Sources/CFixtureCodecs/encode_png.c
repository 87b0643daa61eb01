#include "CFixtureCodecs.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>
#include <zlib.h>

typedef struct {
  uint8_t *bytes;
  size_t size, capacity;
  char *message;
} sink;

static void fail(png_structp png, png_const_charp text) {
  sink *to = png_get_error_ptr(png);
  snprintf(to->message, CFIXTURE_MESSAGE_SIZE, "%s", text);
  png_longjmp(png, 1);
}

static void keep_quiet(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void append(png_structp png, png_bytep bytes, size_t size) {
  sink *to = png_get_io_ptr(png);
  if (to->capacity - to->size < size) {
    const size_t capacity = (to->size + size) * 2;
    uint8_t *grown = realloc(to->bytes, capacity);
    if (!grown) png_error(png, "out of memory");
    to->bytes = grown;
    to->capacity = capacity;
  }
  memcpy(to->bytes + to->size, bytes, size);
  to->size += size;
}

static void flush(png_structp png) { (void)png; }

int32_t cfixture_encode_png(
    const cfixture_png_parameters *parameters, uint8_t **out, size_t *out_size,
    char message[CFIXTURE_MESSAGE_SIZE]) {
  sink to = {NULL, 0, 0, message};
  // What longjmp must find again lives in memory, not in registers.
  struct {
    png_structp png;
    png_infop info;
  } volatile state = {NULL, NULL};
  message[0] = 0;
  *out = NULL;
  *out_size = 0;

  state.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &to, fail, keep_quiet);
  if (!state.png) return -1;
  if (setjmp(png_jmpbuf(state.png))) {
    png_structp png = state.png;
    png_infop info = state.info;
    png_destroy_write_struct(&png, &info);
    free(to.bytes);
    return -1;
  }
  state.info = png_create_info_struct(state.png);
  if (!state.info) png_error(state.png, "out of memory");
  png_structp png = state.png;
  png_infop info = state.info;
  png_set_write_fn(png, &to, append, flush);
  png_set_compression_level(png, parameters->compression_level);
  png_set_IHDR(
      png, info, (png_uint_32)parameters->width, (png_uint_32)parameters->height,
      parameters->bit_depth, parameters->color_type,
      parameters->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (parameters->palette_count > 0) {
    png_color palette[256];
    for (int i = 0; i < parameters->palette_count && i < 256; i++) {
      palette[i].red = parameters->palette[3 * i];
      palette[i].green = parameters->palette[3 * i + 1];
      palette[i].blue = parameters->palette[3 * i + 2];
    }
    png_set_PLTE(png, info, palette, parameters->palette_count);
  }
  if (parameters->palette_alpha_count > 0) {
    png_set_tRNS(png, info, parameters->palette_alpha, parameters->palette_alpha_count, NULL);
  } else if (parameters->has_transparent_color) {
    png_color_16 color;
    memset(&color, 0, sizeof color);
    color.gray = parameters->transparent_color[0];
    color.red = parameters->transparent_color[0];
    color.green = parameters->transparent_color[1];
    color.blue = parameters->transparent_color[2];
    png_set_tRNS(png, info, NULL, 0, &color);
  }
  png_write_info(png, info);
  const int passes = png_set_interlace_handling(png);
  for (int pass = 0; pass < passes; pass++) {
    for (int32_t y = 0; y < parameters->height; y++) {
      png_write_row(png, parameters->rows + parameters->row_size * (size_t)y);
    }
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  *out = to.bytes;
  *out_size = to.size;
  return 0;
}

int32_t cfixture_deflate(
    const uint8_t *bytes, size_t size, int32_t level, uint8_t **out, size_t *out_size) {
  uLongf bound = compressBound(size);
  uint8_t *buffer = malloc(bound);
  if (!buffer) return -1;
  if (compress2(buffer, &bound, bytes, size, level) != Z_OK) {
    free(buffer);
    return -1;
  }
  *out = buffer;
  *out_size = bound;
  return 0;
}
