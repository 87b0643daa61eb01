// What the two decoders share. Private to this target.
#ifndef CLEARFRAME_DECODER_H
#define CLEARFRAME_DECODER_H

#include "include/CClearframe.h"

// The common part of a decoder; the first member of each codec's own struct.
struct clearframe_decoder {
  clearframe_status (*next)(clearframe_decoder *, clearframe_band *);
  void (*close)(clearframe_decoder *);
  const uint8_t *bytes;
  size_t length;
  clearframe_limits limits;
  clearframe_picture picture;
  // Set once the codec asked for bytes behind the last one: what follows is a consequence.
  int is_exhausted;
  uint32_t note_count;
  clearframe_note notes[CLEARFRAME_NOTE_CAPACITY];
};

// Rows in a band where the codec leaves the choice: 16 rows of three 8,192-sample planes are
// 384 KiB, which stays in the second-level cache of current machines.
enum { CLEARFRAME_BAND_ROWS = 16 };

void clearframe_add_note(
    clearframe_decoder *decoder, clearframe_note_kind kind, int64_t offset, const char *message);

#endif
