// The only C in Clearframe: the boundary to libjpeg and libpng, as plain structs and functions.
//
// A decoder is pulled: open it over bytes that the caller keeps alive, call `clearframe_next`
// until it stops, close it. No function calls back into the caller, and every longjmp of a codec
// library lands inside the function that was called. One decoder belongs to one thread at a time.
#ifndef CLEARFRAME_H
#define CLEARFRAME_H

#include <stddef.h>
#include <stdint.h>

// crc32.c: the checksum of PNG chunks (ISO/IEC 15948, annex D).
uint32_t clearframe_crc32(const uint8_t *bytes, size_t count);

// inflate.c: how many bytes a zlib stream (RFC 1950) unpacks to. Nothing of them is kept.
//
// One meter serves any number of streams, one after the other, so that many small ones cost
// little. NULL only when memory is short.
typedef struct clearframe_inflate_meter clearframe_inflate_meter;
clearframe_inflate_meter *clearframe_open_inflate_meter(void);
// Stops at the end of the stream or of the bytes, at damage, or once more than `limit` bytes came
// out, of which at most one buffer too many.
size_t clearframe_inflated_size(
    clearframe_inflate_meter *meter, const uint8_t *bytes, size_t count, size_t limit);
// NULL is allowed.
void clearframe_close_inflate_meter(clearframe_inflate_meter *meter);

// Bytes in a message, with its closing zero.
#define CLEARFRAME_MESSAGE_SIZE 160
// Notes that differ in what they say; later ones are dropped.
#define CLEARFRAME_NOTE_CAPACITY 12

// What a note means for the file.
typedef enum clearframe_note_kind {
  CLEARFRAME_TRUNCATED = 0,
  CLEARFRAME_CORRUPT = 1,
  CLEARFRAME_QUIRK = 2,
  CLEARFRAME_UNSUPPORTED = 3,
  CLEARFRAME_SCAN_LIMIT = 4,
  CLEARFRAME_MEMORY_LIMIT = 5,
} clearframe_note_kind;

// Something that a codec library warned of or failed on.
typedef struct clearframe_note {
  clearframe_note_kind kind;
  // How often it was said.
  uint32_t count;
  // About where, in bytes from the start of the file: decoders read a little ahead.
  int64_t offset;
  char message[CLEARFRAME_MESSAGE_SIZE];
} clearframe_note;

// How the samples of a band lie in memory.
typedef enum clearframe_layout {
  // One plane of luma.
  CLEARFRAME_GRAY = 0,
  // Planes of luma, Cb and Cr, the latter two subsampled by the picture's chroma factors.
  CLEARFRAME_PLANES = 1,
  // Interleaved samples in the first plane.
  CLEARFRAME_YCBCR = 2,
  CLEARFRAME_RGB = 3,
  CLEARFRAME_RGBA = 4,
  CLEARFRAME_GRAY_ALPHA = 5,
  // Cyan, magenta, yellow, black; 255 is full ink.
  CLEARFRAME_CMYK = 6,
  // The same with 255 for no ink, as Adobe writes it.
  CLEARFRAME_INVERTED_CMYK = 7,
} clearframe_layout;

// What will come out of a decoder.
typedef struct clearframe_picture {
  uint32_t width;
  uint32_t height;
  clearframe_layout layout;
  // Luma samples per chroma sample along a row and along a column; 1 without planes.
  uint32_t chroma_horizontal;
  uint32_t chroma_vertical;
  // The most rows that one band has.
  uint32_t band_rows;
} clearframe_picture;

// Decoded rows, valid until the next call on the same decoder.
typedef struct clearframe_band {
  const uint8_t *planes[3];
  size_t strides[3];
  uint32_t first_row;
  uint32_t row_count;
} clearframe_band;

// What is allowed.
typedef struct clearframe_limits {
  uint32_t maximum_side;
  uint32_t maximum_scans;
  size_t maximum_memory;
  size_t maximum_chunk;
} clearframe_limits;

// What a call to `clearframe_next` did.
typedef enum clearframe_status {
  // The band holds rows.
  CLEARFRAME_BAND = 0,
  // Part of the work that precedes the first row is done; call again.
  CLEARFRAME_WORKING = 1,
  // Nothing more will come: the end, or damage or a limit that the notes tell of.
  CLEARFRAME_STOPPED = 2,
} clearframe_status;

typedef struct clearframe_decoder clearframe_decoder;

// Opens a decoder and reads up to the first picture data. NULL only when memory is short.
clearframe_decoder *clearframe_open_jpeg(
    const uint8_t *bytes, size_t length, const clearframe_limits *limits);
clearframe_decoder *clearframe_open_png(
    const uint8_t *bytes, size_t length, const clearframe_limits *limits);

// What will come out; a width of 0 where opening failed.
clearframe_picture clearframe_get_picture(const clearframe_decoder *decoder);

// Decodes on. Only rows before the first truncation or corruption are handed out.
clearframe_status clearframe_next(clearframe_decoder *decoder, clearframe_band *band);

// The notes so far, in the order of their first appearance.
uint32_t clearframe_note_count(const clearframe_decoder *decoder);
const clearframe_note *clearframe_get_note(const clearframe_decoder *decoder, uint32_t index);

// Frees everything. NULL is allowed.
void clearframe_close(clearframe_decoder *decoder);

#endif
