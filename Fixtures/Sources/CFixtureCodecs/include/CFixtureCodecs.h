// Encoders for test pictures: plain structs over libjpeg and libpng. setjmp stays inside.
#ifndef CFIXTURE_CODECS_H
#define CFIXTURE_CODECS_H

#include <stddef.h>
#include <stdint.h>

#define CFIXTURE_MESSAGE_SIZE 256

// How the samples arrive, and how the file stores them.
typedef enum {
  CFIXTURE_JPEG_GRAY = 0,
  CFIXTURE_JPEG_YCC = 1,   // from RGB samples
  CFIXTURE_JPEG_RGB = 2,   // RGB samples stored as they are, with an Adobe marker
  CFIXTURE_JPEG_CMYK = 3,  // CMYK samples stored as they are (Adobe: inverted), with a marker
  CFIXTURE_JPEG_YCCK = 4,  // from CMYK samples
} cfixture_jpeg_color;

// One scan of a scan script.
typedef struct {
  int32_t component_count;
  int32_t components[4];
  int32_t spectral_start, spectral_end, approximation_high, approximation_low;
} cfixture_jpeg_scan;

// An application or comment segment: the marker's second byte and its payload.
typedef struct {
  int32_t marker;
  const uint8_t *_Nullable bytes;
  size_t size;
} cfixture_jpeg_segment;

typedef struct {
  const uint8_t *_Nullable samples;  // interleaved rows, 1, 3 or 4 channels
  int32_t width, height;
  cfixture_jpeg_color color;
  int32_t quality;                  // 1 to 100
  int32_t horizontal[4], vertical[4];
  int32_t progressive, optimize, arithmetic;
  int32_t writes_jfif;
  int32_t density_unit, density_x, density_y;  // 0 aspect ratio, 1 dots per inch, 2 per cm
  int32_t restart_interval;         // in MCUs
  const cfixture_jpeg_scan *_Nullable scans;
  int32_t scan_count;
  const cfixture_jpeg_segment *_Nullable segments;
  int32_t segment_count;
} cfixture_jpeg_parameters;

typedef struct {
  const uint8_t *_Nullable rows;  // packed as the file stores them, 16-bit samples big-endian
  size_t row_size;
  int32_t width, height;
  int32_t color_type, bit_depth, interlaced;
  int32_t compression_level;     // 0 to 9
  const uint8_t *_Nullable palette;        // 3 bytes an entry
  int32_t palette_count;
  const uint8_t *_Nullable palette_alpha;  // 1 byte an entry
  int32_t palette_alpha_count;
  int32_t has_transparent_color;
  uint16_t transparent_color[3];
} cfixture_png_parameters;

// Each returns 0 and a buffer to give to free(), or -1 and a message.
int32_t cfixture_encode_jpeg(
    const cfixture_jpeg_parameters *_Nonnull parameters,
    uint8_t *_Nullable *_Nonnull out, size_t *_Nonnull out_size,
    char message[_Nonnull CFIXTURE_MESSAGE_SIZE]);
int32_t cfixture_encode_png(
    const cfixture_png_parameters *_Nonnull parameters,
    uint8_t *_Nullable *_Nonnull out, size_t *_Nonnull out_size,
    char message[_Nonnull CFIXTURE_MESSAGE_SIZE]);

// A zlib stream of `size` bytes.
int32_t cfixture_deflate(
    const uint8_t *_Nonnull bytes, size_t size, int32_t level,
    uint8_t *_Nullable *_Nonnull out, size_t *_Nonnull out_size);

#endif
