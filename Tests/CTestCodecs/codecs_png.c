#include "include/CTestCodecs.h"

#include <stdlib.h>
#include <string.h>

#include <png.h>

typedef struct memory_file {
  uint8_t *bytes;
  size_t length;
  size_t position;
} memory_file;

static void append(png_structp png, png_bytep bytes, size_t count) {
  memory_file *file = png_get_io_ptr(png);
  if (file->length + count > file->position) {
    size_t capacity = (file->length + count) * 2;
    uint8_t *grown = realloc(file->bytes, capacity);
    if (grown == NULL) {
      png_error(png, "memory");
    }
    file->bytes = grown;
    file->position = capacity;
  }
  memcpy(file->bytes + file->length, bytes, count);
  file->length += count;
}

static void nothing_to_flush(png_structp png) { (void)png; }

static void take(png_structp png, png_bytep target, size_t count) {
  memory_file *file = png_get_io_ptr(png);
  if (count > file->length - file->position) {
    png_error(png, "end");
  }
  memcpy(target, file->bytes + file->position, count);
  file->position += count;
}

static void leave(png_structp png, png_const_charp message) {
  (void)message;
  png_longjmp(png, 1);
}

static void silence(png_structp png, png_const_charp message) { (void)png, (void)message; }

uint8_t *ctest_encode_png(
    const ctest_png_options *options, const uint8_t *rows, size_t row_bytes, size_t *length) {
  // While writing, `position` is the capacity.
  memory_file file = {0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, leave, silence);
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_write_struct(&png, &info);
    free(file.bytes);
    return NULL;
  }
  png_set_write_fn(png, &file, append, nothing_to_flush);
  png_set_IHDR(
      png, info, (png_uint_32)options->width, (png_uint_32)options->height, options->bit_depth,
      options->color_type, options->is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (options->palette_count > 0) {
    png_set_PLTE(png, info, (png_const_colorp)options->palette, options->palette_count);
  }
  if (options->transparency_count > 0) {
    if (options->color_type == PNG_COLOR_TYPE_PALETTE) {
      png_set_tRNS(png, info, options->transparency, options->transparency_count, NULL);
    } else {
      png_color_16 color = {0};
      int bytes = options->bit_depth == 16 ? 2 : 1;
      png_uint_16 values[3] = {0};
      for (int i = 0; i < (options->color_type == PNG_COLOR_TYPE_RGB ? 3 : 1); i++) {
        const uint8_t *sample = rows + i * bytes;
        values[i] = bytes == 2 ? (png_uint_16)(sample[0] << 8 | sample[1]) : sample[0];
      }
      color.red = values[0];
      color.green = values[1];
      color.blue = values[2];
      color.gray =
          options->bit_depth < 8 ? (png_uint_16)(values[0] >> (8 - options->bit_depth)) : values[0];
      png_set_tRNS(png, info, NULL, 0, &color);
    }
  }
  png_write_info(png, info);
  int passes = png_set_interlace_handling(png);
  for (int pass = 0; pass < passes; pass++) {
    for (int32_t row = 0; row < options->height; row++) {
      png_write_row(png, rows + (size_t)row * row_bytes);
    }
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  *length = file.length;
  return file.bytes;
}

uint8_t *ctest_decode_png(const uint8_t *bytes, size_t length, int32_t *width, int32_t *height) {
  memory_file file = {.bytes = (uint8_t *)bytes, .length = length};
  uint8_t *volatile samples = NULL;
  png_bytep *volatile pointers = NULL;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, leave, silence);
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_read_struct(&png, &info, NULL);
    free(samples);
    free(pointers);
    return NULL;
  }
  png_set_read_fn(png, &file, take);
  png_read_info(png, info);
  png_set_scale_16(png);
  png_set_expand(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  png_read_update_info(png, info);
  size_t stride = png_get_rowbytes(png, info);
  png_uint_32 rows = png_get_image_height(png, info);
  *width = (int32_t)png_get_image_width(png, info);
  *height = (int32_t)rows;
  samples = calloc(stride, rows);
  pointers = calloc(rows, sizeof *pointers);
  for (png_uint_32 row = 0; row < rows; row++) {
    pointers[row] = samples + row * stride;
  }
  png_read_image(png, pointers);
  png_destroy_read_struct(&png, &info, NULL);
  free(pointers);
  return samples;
}
