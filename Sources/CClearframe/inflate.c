#include "CClearframe.h"

#include <stdlib.h>

#include <zlib.h>

// zlib copies the last 32 KiB of each full buffer to its window, so that a larger buffer saves
// copies; this one still stays in the second-level cache.
enum { OUTPUT_SIZE = 1 << 18 };

struct clearframe_inflate_meter {
  z_stream stream;
  uint8_t output[OUTPUT_SIZE];
};

clearframe_inflate_meter *clearframe_open_inflate_meter(void) {
  clearframe_inflate_meter *meter = malloc(sizeof *meter);
  if (meter == NULL) {
    return NULL;
  }
  meter->stream = (z_stream){0};
  if (inflateInit(&meter->stream) != Z_OK) {
    free(meter);
    return NULL;
  }
  return meter;
}

size_t clearframe_inflated_size(
    clearframe_inflate_meter *meter, const uint8_t *bytes, size_t count, size_t limit) {
  z_stream *stream = &meter->stream;
  size_t total = 0;
  if (inflateReset(stream) != Z_OK) {
    return 0;
  }
  // Older zlib headers declare the input, which is only read, as writable.
  stream->next_in = (Bytef *)bytes;
  stream->avail_in = 0;
  int status = Z_OK;
  while (status == Z_OK && total <= limit) {
    if (stream->avail_in == 0) {
      // zlib takes 32-bit counts; a chunk may be longer.
      uInt step = count > (1u << 30) ? (1u << 30) : (uInt)count;
      if (step == 0) {
        break;
      }
      stream->avail_in = step;
      count -= step;
    }
    stream->next_out = meter->output;
    stream->avail_out = OUTPUT_SIZE;
    status = inflate(stream, Z_NO_FLUSH);
    total += OUTPUT_SIZE - stream->avail_out;
  }
  return total;
}

void clearframe_close_inflate_meter(clearframe_inflate_meter *meter) {
  if (meter != NULL) {
    inflateEnd(&meter->stream);
    free(meter);
  }
}
