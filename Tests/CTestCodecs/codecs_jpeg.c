#include "include/CTestCodecs.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

typedef struct guarded_errors {
  struct jpeg_error_mgr base;
  jmp_buf jump;
} guarded_errors;

static void leave(j_common_ptr common) { longjmp(((guarded_errors *)common->err)->jump, 1); }
static void silence(j_common_ptr common) { (void)common; }
static void silence_level(j_common_ptr common, int level) { (void)common, (void)level; }

static J_COLOR_SPACE library_space(ctest_space space) {
  switch (space) {
  case CTEST_GRAY: return JCS_GRAYSCALE;
  case CTEST_RGB: return JCS_RGB;
  case CTEST_YCBCR: return JCS_YCbCr;
  case CTEST_CMYK: return JCS_CMYK;
  default: return JCS_YCCK;
  }
}

static int channels(ctest_space space) {
  return space == CTEST_GRAY ? 1 : space >= CTEST_CMYK ? 4 : 3;
}

// DC first, then one coefficient per scan and component: first without its last bit, then that bit.
static int fill_script(jpeg_scan_info *script, int scans, int components) {
  int count = 0;
  script[count++] = (jpeg_scan_info){
      .comps_in_scan = components, .component_index = {0, 1, 2, 3}, .Ss = 0, .Se = 0};
  for (int pass = 0; pass < 2; pass++) {
    for (int component = 0; component < components; component++) {
      for (int index = 1; index < 64; index++) {
        if (count == scans) {
          return count;
        }
        script[count++] = (jpeg_scan_info){
            .comps_in_scan = 1, .component_index = {component}, .Ss = index, .Se = index,
            .Ah = pass == 0 ? 0 : 1, .Al = pass == 0 ? 1 : 0};
      }
    }
  }
  return count;
}

uint8_t *ctest_encode_jpeg(
    const ctest_jpeg_options *options, const uint8_t *samples, size_t *length) {
  struct jpeg_compress_struct jpeg;
  guarded_errors errors;
  jpeg_scan_info script[512];
  unsigned char *volatile result = NULL;
  unsigned char *target = NULL;
  unsigned long size = 0;
  memset(&jpeg, 0, sizeof jpeg);
  jpeg.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = leave;
  errors.base.output_message = silence;
  if (setjmp(errors.jump) != 0) {
    jpeg_destroy_compress(&jpeg);
    free(result);
    return NULL;
  }
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &target, &size);
  jpeg.image_width = (JDIMENSION)options->width;
  jpeg.image_height = (JDIMENSION)options->height;
  jpeg.in_color_space = library_space(options->input);
  jpeg.input_components = channels(options->input);
  jpeg_set_defaults(&jpeg);
  jpeg_set_colorspace(&jpeg, library_space(options->stored));
  jpeg_set_quality(&jpeg, options->quality, TRUE);
  jpeg.dct_method = JDCT_ISLOW;
  jpeg.restart_interval = (unsigned int)options->restart_interval;
  for (int i = 0; i < jpeg.num_components; i++) {
    if (options->horizontal[i] > 0) {
      jpeg.comp_info[i].h_samp_factor = options->horizontal[i];
      jpeg.comp_info[i].v_samp_factor = options->vertical[i];
    }
  }
  if (options->progressive_scans == 1) {
    jpeg_simple_progression(&jpeg);
  } else if (options->progressive_scans > 1) {
    jpeg.num_scans = fill_script(script, options->progressive_scans, jpeg.num_components);
    jpeg.scan_info = script;
  } else if (options->is_scan_per_component) {
    for (int i = 0; i < jpeg.num_components; i++) {
      script[i] = (jpeg_scan_info){.comps_in_scan = 1, .component_index = {i}, .Se = 63};
    }
    jpeg.num_scans = jpeg.num_components;
    jpeg.scan_info = script;
  }
  jpeg.arith_code = options->is_arithmetic ? TRUE : FALSE;
  jpeg_start_compress(&jpeg, TRUE);
  size_t stride = (size_t)options->width * (size_t)channels(options->input);
  while (jpeg.next_scanline < jpeg.image_height) {
    JSAMPROW row = (JSAMPROW)(samples + jpeg.next_scanline * stride);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  result = target;
  *length = size;
  return result;
}

uint8_t *ctest_decode_jpeg(
    const uint8_t *bytes, size_t length, ctest_space space, int32_t *width, int32_t *height) {
  struct jpeg_decompress_struct jpeg;
  guarded_errors errors;
  uint8_t *volatile samples = NULL;
  memset(&jpeg, 0, sizeof jpeg);
  jpeg.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = leave;
  errors.base.output_message = silence;
  errors.base.emit_message = silence_level;
  if (setjmp(errors.jump) != 0) {
    jpeg_destroy_decompress(&jpeg);
    free(samples);
    return NULL;
  }
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, (unsigned char *)bytes, length);
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = library_space(space);
  jpeg.dct_method = JDCT_ISLOW;
  jpeg.do_fancy_upsampling = FALSE;
  jpeg.do_block_smoothing = FALSE;
  jpeg_start_decompress(&jpeg);
  size_t stride = (size_t)jpeg.output_width * (size_t)jpeg.output_components;
  samples = calloc(stride, jpeg.output_height);
  while (samples != NULL && jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = samples + jpeg.output_scanline * stride;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  *width = (int32_t)jpeg.output_width;
  *height = (int32_t)jpeg.output_height;
  jpeg_destroy_decompress(&jpeg);
  return samples;
}

void ctest_release(uint8_t *bytes) { free(bytes); }
