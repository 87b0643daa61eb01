#include "include/CSpeedPeers.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

typedef struct guarded_errors {
  struct jpeg_error_mgr base;
  jmp_buf jump;
} guarded_errors;

static void leave_jpeg(j_common_ptr common) {
  longjmp(((guarded_errors *)common->err)->jump, 1);
}

uint64_t cspeed_read_jpeg_luma(const uint8_t *bytes, size_t length) {
  struct jpeg_decompress_struct jpeg;
  guarded_errors errors;
  volatile uint64_t sum = 1;
  memset(&jpeg, 0, sizeof jpeg);
  jpeg.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = leave_jpeg;
  if (setjmp(errors.jump) != 0) {
    jpeg_destroy_decompress(&jpeg);
    return 0;
  }
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, (unsigned char *)bytes, length);
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_GRAYSCALE;
  jpeg_start_decompress(&jpeg);
  JSAMPARRAY row = (*jpeg.mem->alloc_sarray)(
      (j_common_ptr)&jpeg, JPOOL_IMAGE, jpeg.output_width, 1);
  while (jpeg.output_scanline < jpeg.output_height) {
    jpeg_read_scanlines(&jpeg, row, 1);
    sum += row[0][jpeg.output_width / 2];
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  return sum;
}

typedef struct read_position {
  const uint8_t *bytes;
  size_t left;
} read_position;

static void take(png_structp png, png_bytep target, size_t count) {
  read_position *position = png_get_io_ptr(png);
  if (count > position->left) {
    png_error(png, "end");
  }
  memcpy(target, position->bytes, count);
  position->bytes += count;
  position->left -= count;
}

uint64_t cspeed_read_png_rows(const uint8_t *bytes, size_t length) {
  read_position position = {bytes, length};
  volatile uint64_t sum = 1;
  uint8_t *volatile row = NULL;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_read_struct(&png, &info, NULL);
    free(row);
    return 0;
  }
  png_set_read_fn(png, &position, take);
  png_read_info(png, info);
  size_t stride = png_get_rowbytes(png, info);
  row = malloc(stride);
  for (png_uint_32 index = 0; index < png_get_image_height(png, info); index++) {
    png_read_row(png, row, NULL);
    sum += row[stride / 2];
  }
  png_read_end(png, NULL);
  png_destroy_read_struct(&png, &info, NULL);
  free(row);
  return sum;
}
