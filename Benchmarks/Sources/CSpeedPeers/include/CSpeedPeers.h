// The codec libraries doing the plain job that Clearframe is compared with, and the encoders that
// make the pictures.
#ifndef CSPEEDPEERS_H
#define CSPEEDPEERS_H

#include <stddef.h>
#include <stdint.h>

// Encodes interleaved 8-bit RGB. The result goes to `cspeed_release`; NULL where it fails.
uint8_t *cspeed_encode_jpeg(
    const uint8_t *rgb, int32_t width, int32_t height, int32_t quality, int32_t is_progressive,
    size_t *length);
uint8_t *cspeed_encode_png(const uint8_t *rgb, int32_t width, int32_t height, size_t *length);
void cspeed_release(uint8_t *bytes);

// Decodes a JPEG's luma in full, row by row. Returns the sum of one sample per row, 0 on failure.
uint64_t cspeed_read_jpeg_luma(const uint8_t *bytes, size_t length);
// Reads a PNG's rows one by one as they are stored. Returns as above.
uint64_t cspeed_read_png_rows(const uint8_t *bytes, size_t length);

#endif
