#include "CClearframe.h"

#include <zlib.h>

uint32_t clearframe_crc32(const uint8_t *bytes, size_t count) {
  // zlib takes 32-bit counts; a chunk may be longer.
  uLong sum = crc32(0, Z_NULL, 0);
  while (count > 0) {
    uInt step = count > (1u << 30) ? (1u << 30) : (uInt)count;
    sum = crc32(sum, bytes, step);
    bytes += step;
    count -= step;
  }
  return (uint32_t)sum;
}
