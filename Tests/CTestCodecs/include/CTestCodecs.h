// Plain encoders and reference decoders for tests: whole pictures in memory, no streaming.
#ifndef CTESTCODECS_H
#define CTESTCODECS_H

#include <stddef.h>
#include <stdint.h>

// The colour spaces that the encoder takes and stores.
typedef enum ctest_space {
  CTEST_GRAY = 1,
  CTEST_RGB = 2,
  CTEST_YCBCR = 3,
  CTEST_CMYK = 4,
  CTEST_YCCK = 5,
} ctest_space;

typedef struct ctest_jpeg_options {
  int32_t width;
  int32_t height;
  // What the samples are, interleaved.
  ctest_space input;
  // What is stored.
  ctest_space stored;
  int32_t quality;
  // 0 for baseline; otherwise the number of scans of a progressive file, 1 for libjpeg's own script.
  int32_t progressive_scans;
  // Whether each component of a sequential file has a scan of its own.
  int32_t is_scan_per_component;
  int32_t is_arithmetic;
  // In MCUs.
  int32_t restart_interval;
  // 0 for libjpeg's choice.
  int32_t horizontal[4];
  int32_t vertical[4];
} ctest_jpeg_options;

typedef struct ctest_png_options {
  int32_t width;
  int32_t height;
  int32_t color_type;
  int32_t bit_depth;
  int32_t is_interlaced;
  // Entries of a palette, with 3 bytes each at `palette`.
  int32_t palette_count;
  const uint8_t *palette;
  // Alpha of the first palette entries; or, for gray and RGB, whether the colour of the first
  // pixel is transparent.
  int32_t transparency_count;
  const uint8_t *transparency;
} ctest_png_options;

// Each returns bytes for `ctest_release`, or NULL where the library refuses.
uint8_t *ctest_encode_jpeg(
    const ctest_jpeg_options *options, const uint8_t *samples, size_t *length);
uint8_t *ctest_encode_png(
    const ctest_png_options *options, const uint8_t *rows, size_t row_bytes, size_t *length);

// The whole picture as interleaved samples of `space`, upsampled by repetition.
uint8_t *ctest_decode_jpeg(
    const uint8_t *bytes, size_t length, ctest_space space, int32_t *width, int32_t *height);
// The whole picture as 8-bit RGBA.
uint8_t *ctest_decode_png(const uint8_t *bytes, size_t length, int32_t *width, int32_t *height);

void ctest_release(uint8_t *bytes);

#endif
