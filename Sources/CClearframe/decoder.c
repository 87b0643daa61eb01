#include "decoder.h"

#include <stdio.h>
#include <string.h>

clearframe_picture clearframe_get_picture(const clearframe_decoder *decoder) {
  return decoder->picture;
}

clearframe_status clearframe_next(clearframe_decoder *decoder, clearframe_band *band) {
  memset(band, 0, sizeof *band);
  return decoder->next(decoder, band);
}

uint32_t clearframe_note_count(const clearframe_decoder *decoder) { return decoder->note_count; }

const clearframe_note *clearframe_get_note(const clearframe_decoder *decoder, uint32_t index) {
  return index < decoder->note_count ? &decoder->notes[index] : NULL;
}

void clearframe_close(clearframe_decoder *decoder) {
  if (decoder != NULL) {
    decoder->close(decoder);
  }
}

void clearframe_add_note(
    clearframe_decoder *decoder, clearframe_note_kind kind, int64_t offset, const char *message) {
  for (uint32_t i = 0; i < decoder->note_count; i++) {
    clearframe_note *note = &decoder->notes[i];
    if (note->kind == kind && strncmp(note->message, message, sizeof note->message - 1) == 0) {
      if (note->count < UINT32_MAX) {
        note->count++;
      }
      return;
    }
  }
  uint32_t index = decoder->note_count;
  if (index == CLEARFRAME_NOTE_CAPACITY) {
    // A full list keeps its first entries, but damage must not be crowded out by quirks.
    if (kind == CLEARFRAME_QUIRK) {
      return;
    }
    do {
      if (index == 0) {
        return;
      }
      index--;
    } while (decoder->notes[index].kind != CLEARFRAME_QUIRK);
    memmove(
        &decoder->notes[index], &decoder->notes[index + 1],
        (CLEARFRAME_NOTE_CAPACITY - 1 - index) * sizeof decoder->notes[0]);
    index = CLEARFRAME_NOTE_CAPACITY - 1;
  } else {
    decoder->note_count++;
  }
  clearframe_note *note = &decoder->notes[index];
  note->kind = kind;
  note->count = 1;
  note->offset = offset;
  snprintf(note->message, sizeof note->message, "%s", message);
}
