#include "include/CSpeedPeers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

uint8_t *cspeed_encode_jpeg(
    const uint8_t *rgb, int32_t width, int32_t height, int32_t quality, int32_t is_progressive,
    size_t *length) {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  unsigned char *target = NULL;
  unsigned long size = 0;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &target, &size);
  jpeg.image_width = (JDIMENSION)width;
  jpeg.image_height = (JDIMENSION)height;
  jpeg.in_color_space = JCS_RGB;
  jpeg.input_components = 3;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  if (is_progressive) {
    jpeg_simple_progression(&jpeg);
  }
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < jpeg.image_height) {
    JSAMPROW row = (JSAMPROW)(rgb + (size_t)jpeg.next_scanline * (size_t)width * 3);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  *length = size;
  return target;
}

typedef struct growing_file {
  uint8_t *bytes;
  size_t length;
  size_t capacity;
} growing_file;

static void append(png_structp png, png_bytep bytes, size_t count) {
  growing_file *file = png_get_io_ptr(png);
  if (file->capacity - file->length < count) {
    size_t capacity = (file->length + count) * 2;
    uint8_t *grown = realloc(file->bytes, capacity);
    if (grown == NULL) {
      png_error(png, "memory");
    }
    file->bytes = grown;
    file->capacity = capacity;
  }
  memcpy(file->bytes + file->length, bytes, count);
  file->length += count;
}

static void flush_nothing(png_structp png) { (void)png; }

uint8_t *cspeed_encode_png(const uint8_t *rgb, int32_t width, int32_t height, size_t *length) {
  growing_file file = {0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_write_struct(&png, &info);
    free(file.bytes);
    return NULL;
  }
  png_set_write_fn(png, &file, append, flush_nothing);
  png_set_IHDR(
      png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB,
      PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  // Level 4 makes files a few per cent larger than level 6 in a third of the time.
  png_set_compression_level(png, 4);
  png_write_info(png, info);
  for (int32_t row = 0; row < height; row++) {
    png_write_row(png, rgb + (size_t)row * (size_t)width * 3);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  *length = file.length;
  return file.bytes;
}

void cspeed_release(uint8_t *bytes) { free(bytes); }
