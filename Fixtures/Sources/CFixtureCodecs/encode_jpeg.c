#include "CFixtureCodecs.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf escape;
  char *message;
} error_manager;

static void fail(j_common_ptr common) {
  error_manager *errors = (error_manager *)common->err;
  char text[JMSG_LENGTH_MAX];
  common->err->format_message(common, text);
  snprintf(errors->message, CFIXTURE_MESSAGE_SIZE, "%s", text);
  longjmp(errors->escape, 1);
}

static void keep_quiet(j_common_ptr common) { (void)common; }

int32_t cfixture_encode_jpeg(
    const cfixture_jpeg_parameters *parameters, uint8_t **out, size_t *out_size,
    char message[CFIXTURE_MESSAGE_SIZE]) {
  // What longjmp must find again lives outside registers.
  struct {
    struct jpeg_compress_struct compress;
    error_manager errors;
    unsigned char *buffer;
    unsigned long size;
    jpeg_scan_info *scans;
  } state;
  memset(&state, 0, sizeof state);
  message[0] = 0;
  *out = NULL;
  *out_size = 0;

  struct jpeg_compress_struct *const compress = &state.compress;
  compress->err = jpeg_std_error(&state.errors.base);
  state.errors.base.error_exit = fail;
  state.errors.base.output_message = keep_quiet;
  state.errors.message = message;
  if (setjmp(state.errors.escape)) {
    jpeg_destroy_compress(&state.compress);
    free(state.buffer);
    free(state.scans);
    return -1;
  }
  jpeg_create_compress(compress);
  jpeg_mem_dest(compress, &state.buffer, &state.size);

  compress->image_width = (JDIMENSION)parameters->width;
  compress->image_height = (JDIMENSION)parameters->height;
  switch (parameters->color) {
  case CFIXTURE_JPEG_GRAY:
    compress->input_components = 1;
    compress->in_color_space = JCS_GRAYSCALE;
    break;
  case CFIXTURE_JPEG_YCC:
  case CFIXTURE_JPEG_RGB:
    compress->input_components = 3;
    compress->in_color_space = JCS_RGB;
    break;
  case CFIXTURE_JPEG_CMYK:
  case CFIXTURE_JPEG_YCCK:
    compress->input_components = 4;
    compress->in_color_space = JCS_CMYK;
    break;
  }
  jpeg_set_defaults(compress);
  if (parameters->color == CFIXTURE_JPEG_RGB) jpeg_set_colorspace(compress, JCS_RGB);
  if (parameters->color == CFIXTURE_JPEG_CMYK) jpeg_set_colorspace(compress, JCS_CMYK);
  if (parameters->color == CFIXTURE_JPEG_YCCK) jpeg_set_colorspace(compress, JCS_YCCK);
  jpeg_set_quality(compress, parameters->quality, TRUE);
  for (int i = 0; i < compress->num_components; i++) {
    if (parameters->horizontal[i] > 0 && parameters->vertical[i] > 0) {
      compress->comp_info[i].h_samp_factor = parameters->horizontal[i];
      compress->comp_info[i].v_samp_factor = parameters->vertical[i];
    }
  }
  if (!parameters->writes_jfif) compress->write_JFIF_header = FALSE;
  compress->density_unit = (UINT8)parameters->density_unit;
  compress->X_density = (UINT16)parameters->density_x;
  compress->Y_density = (UINT16)parameters->density_y;
  compress->optimize_coding = parameters->optimize != 0;
  compress->arith_code = parameters->arithmetic != 0;
  compress->restart_interval = (unsigned)parameters->restart_interval;
  if (parameters->progressive) jpeg_simple_progression(compress);
  if (parameters->scan_count > 0) {
    state.scans = calloc((size_t)parameters->scan_count, sizeof *state.scans);
    if (!state.scans) {
      snprintf(message, CFIXTURE_MESSAGE_SIZE, "out of memory");
      jpeg_destroy_compress(compress);
      free(state.buffer);
      return -1;
    }
    for (int i = 0; i < parameters->scan_count; i++) {
      const cfixture_jpeg_scan *from = &parameters->scans[i];
      jpeg_scan_info *to = &state.scans[i];
      to->comps_in_scan = from->component_count;
      for (int c = 0; c < 4; c++) to->component_index[c] = from->components[c];
      to->Ss = from->spectral_start;
      to->Se = from->spectral_end;
      to->Ah = from->approximation_high;
      to->Al = from->approximation_low;
    }
    compress->scan_info = state.scans;
    compress->num_scans = parameters->scan_count;
  }

  jpeg_start_compress(compress, TRUE);
  for (int i = 0; i < parameters->segment_count; i++) {
    const cfixture_jpeg_segment *segment = &parameters->segments[i];
    jpeg_write_marker(
        compress, segment->marker, segment->bytes, (unsigned)segment->size);
  }
  const size_t stride = (size_t)parameters->width * (size_t)compress->input_components;
  while (compress->next_scanline < compress->image_height) {
    JSAMPROW row = (JSAMPROW)(parameters->samples + stride * compress->next_scanline);
    jpeg_write_scanlines(compress, &row, 1);
  }
  jpeg_finish_compress(compress);
  jpeg_destroy_compress(compress);
  free(state.scans);
  *out = state.buffer;
  *out_size = state.size;
  return 0;
}
