#include "decoder.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

// How many rows of an interlace pass one call reads, so that the caller can stop in between.
enum { PASS_STEPS = 128 };

// Room in front of each allocation for its size; keeps the strictest alignment.
enum { ALLOCATION_HEADER = 16 };

// The input buffer that libpng hands to zlib.
enum { INPUT_BUFFER = 32768 };

typedef enum png_stage {
  STAGE_PASSES,
  STAGE_ROWS,
  STAGE_HELD_ROWS,
  STAGE_TAIL,
  STAGE_STOPPED,
} png_stage;

typedef struct png_decoder {
  clearframe_decoder base;
  png_structp png;
  png_infop info;
  jmp_buf jump;
  png_stage stage;
  size_t position;
  size_t allocated;
  int is_over_memory;
  int passes;
  int pass;
  // The next row to read in the pass, and how many rows of the band are there.
  uint32_t row;
  uint32_t filled;
  // The next row to hand out, and the end of those that may be.
  uint32_t next_row;
  uint32_t sound_rows;
  size_t stride;
  // One band of rows; the whole picture where it is interlaced.
  uint8_t *buffer;
} png_decoder;

static png_voidp png_allocate(png_structp png, png_alloc_size_t size) {
  png_decoder *decoder = png_get_mem_ptr(png);
  size_t limit = decoder->base.limits.maximum_memory;
  size_t room = limit > decoder->allocated ? limit - decoder->allocated : 0;
  if (room < ALLOCATION_HEADER || size > room - ALLOCATION_HEADER) {
    decoder->is_over_memory = 1;
    return NULL;
  }
  uint8_t *block = malloc(size + ALLOCATION_HEADER);
  if (block == NULL) {
    decoder->is_over_memory = 1;
    return NULL;
  }
  decoder->allocated += size + ALLOCATION_HEADER;
  memcpy(block, &(size_t){size}, sizeof(size_t));
  return block + ALLOCATION_HEADER;
}

static void png_release(png_structp png, png_voidp pointer) {
  if (pointer == NULL) {
    return;
  }
  png_decoder *decoder = png_get_mem_ptr(png);
  uint8_t *block = (uint8_t *)pointer - ALLOCATION_HEADER;
  size_t size;
  memcpy(&size, block, sizeof size);
  decoder->allocated -= size + ALLOCATION_HEADER;
  free(block);
}

static int64_t png_offset(const png_decoder *decoder) { return (int64_t)decoder->position; }

static void classify_error(png_decoder *decoder, const char *library) {
  clearframe_decoder *base = &decoder->base;
  char text[CLEARFRAME_MESSAGE_SIZE];
  if (base->is_exhausted) {
    clearframe_add_note(
        base, CLEARFRAME_TRUNCATED, png_offset(decoder),
        decoder->stage == STAGE_TAIL || decoder->stage == STAGE_HELD_ROWS
            ? "the closing chunk is missing"
            : "the data end before the picture does");
    return;
  }
  clearframe_note_kind kind = CLEARFRAME_CORRUPT;
  if (decoder->is_over_memory) {
    kind = CLEARFRAME_MEMORY_LIMIT;
  } else if (strstr(library, "Not enough image data") != NULL) {
    clearframe_add_note(
        base, CLEARFRAME_TRUNCATED, png_offset(decoder),
        "the image data chunks end before the picture does");
    return;
  } else if (strstr(library, "unhandled critical chunk") != NULL) {
    kind = CLEARFRAME_UNSUPPORTED;
  }
  snprintf(text, sizeof text, "libpng: %.140s", library);
  clearframe_add_note(base, kind, png_offset(decoder), text);
}

static void png_fail(png_structp png, png_const_charp message) {
  png_decoder *decoder = png_get_error_ptr(png);
  classify_error(decoder, message);
  longjmp(decoder->jump, 1);
}

static void png_warn(png_structp png, png_const_charp message) {
  png_decoder *decoder = png_get_error_ptr(png);
  char text[CLEARFRAME_MESSAGE_SIZE];
  // zlib's complaints about damaged streams; all other warnings are about oddities that libpng
  // reads past.
  static const char *const damage[] = {
      "data check", "invalid distance", "invalid code", "invalid block", "invalid stored",
      "invalid literal", "invalid bit length", "adaptive filter", "damaged LZ"};
  clearframe_note_kind kind = CLEARFRAME_QUIRK;
  for (size_t i = 0; i < sizeof damage / sizeof damage[0]; i++) {
    if (strstr(message, damage[i]) != NULL) {
      kind = CLEARFRAME_CORRUPT;
    }
  }
  snprintf(text, sizeof text, "libpng: %.140s", message);
  clearframe_add_note(&decoder->base, kind, png_offset(decoder), text);
}

static void png_take(png_structp png, png_bytep target, size_t count) {
  png_decoder *decoder = png_get_io_ptr(png);
  if (count > decoder->base.length - decoder->position) {
    decoder->position = decoder->base.length;
    decoder->base.is_exhausted = 1;
    png_error(png, "end of data");
  }
  memcpy(target, decoder->base.bytes + decoder->position, count);
  decoder->position += count;
}

static void open_picture(png_decoder *decoder) {
  clearframe_picture picture = {0};
  png_structp png = decoder->png;
  png_infop info = decoder->info;
  png_read_info(png, info);
  picture.width = png_get_image_width(png, info);
  picture.height = png_get_image_height(png, info);
  picture.chroma_horizontal = 1;
  picture.chroma_vertical = 1;
  picture.band_rows = CLEARFRAME_BAND_ROWS;

  if (png_get_bit_depth(png, info) == 16) {
    png_set_scale_16(png);
  }
  // Palettes become RGB, gray of 1, 2 and 4 bits becomes 8, and tRNS becomes alpha.
  png_set_expand(png);
  decoder->passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  switch (png_get_color_type(png, info)) {
  case PNG_COLOR_TYPE_GRAY:
    picture.layout = CLEARFRAME_GRAY;
    break;
  case PNG_COLOR_TYPE_GRAY_ALPHA:
    picture.layout = CLEARFRAME_GRAY_ALPHA;
    break;
  case PNG_COLOR_TYPE_RGB:
    picture.layout = CLEARFRAME_RGB;
    break;
  default:
    picture.layout = CLEARFRAME_RGBA;
    break;
  }
  decoder->stride = png_get_rowbytes(png, info);
  size_t rows = decoder->passes > 1 ? picture.height : picture.band_rows;
  if (decoder->stride > SIZE_MAX / rows) {
    decoder->is_over_memory = 1;
    png_error(png, "the rows do not fit into memory");
  }
  // Through libpng's allocator, so that the memory limit counts it; libpng stops when it fails.
  decoder->buffer = png_malloc(png, decoder->stride * rows);
  if (decoder->passes > 1) {
    // Interlaced rows are combined with what is there.
    memset(decoder->buffer, 0, decoder->stride * rows);
  }
  decoder->base.picture = picture;
  decoder->stage = decoder->passes > 1 ? STAGE_PASSES : STAGE_ROWS;
}

// Reads rows of the interlace passes into the held picture.
static clearframe_status read_passes(png_decoder *decoder) {
  uint32_t height = decoder->base.picture.height;
  for (int step = 0; step < PASS_STEPS; step++) {
    png_read_row(decoder->png, decoder->buffer + decoder->row * decoder->stride, NULL);
    decoder->row++;
    if (decoder->row == height) {
      decoder->row = 0;
      decoder->pass++;
      if (decoder->pass == decoder->passes) {
        decoder->sound_rows = height;
        decoder->stage = STAGE_HELD_ROWS;
        break;
      }
    }
  }
  return CLEARFRAME_WORKING;
}

static clearframe_status hand_out_held(png_decoder *decoder, clearframe_band *band) {
  uint32_t left = decoder->sound_rows - decoder->next_row;
  if (left == 0) {
    decoder->stage =
        decoder->sound_rows == decoder->base.picture.height ? STAGE_TAIL : STAGE_STOPPED;
    return CLEARFRAME_WORKING;
  }
  uint32_t count = left < decoder->base.picture.band_rows ? left : decoder->base.picture.band_rows;
  band->planes[0] = decoder->buffer + decoder->next_row * decoder->stride;
  band->strides[0] = decoder->stride;
  band->first_row = decoder->next_row;
  band->row_count = count;
  decoder->next_row += count;
  return CLEARFRAME_BAND;
}

static clearframe_status hand_out_filled(png_decoder *decoder, clearframe_band *band) {
  band->planes[0] = decoder->buffer;
  band->strides[0] = decoder->stride;
  band->first_row = decoder->next_row;
  band->row_count = decoder->filled;
  decoder->next_row += decoder->filled;
  decoder->filled = 0;
  return band->row_count > 0 ? CLEARFRAME_BAND : CLEARFRAME_STOPPED;
}

static clearframe_status read_rows(png_decoder *decoder, clearframe_band *band) {
  const clearframe_picture *picture = &decoder->base.picture;
  while (decoder->filled < picture->band_rows && decoder->row < picture->height) {
    png_read_row(decoder->png, decoder->buffer + decoder->filled * decoder->stride, NULL);
    decoder->filled++;
    decoder->row++;
  }
  if (decoder->row == picture->height) {
    decoder->stage = STAGE_TAIL;
  }
  return hand_out_filled(decoder, band);
}

static clearframe_status read_tail(png_decoder *decoder) {
  png_read_end(decoder->png, NULL);
  decoder->stage = STAGE_STOPPED;
  return CLEARFRAME_STOPPED;
}

// What is left to do after libpng gave up: the rows that came out whole are still handed out.
static clearframe_status salvage(png_decoder *decoder, clearframe_band *band) {
  switch (decoder->stage) {
  case STAGE_ROWS:
    decoder->stage = STAGE_STOPPED;
    return hand_out_filled(decoder, band);
  case STAGE_PASSES:
    // Only the last pass completes rows.
    decoder->sound_rows = decoder->pass + 1 == decoder->passes ? decoder->row : 0;
    decoder->stage = STAGE_HELD_ROWS;
    return CLEARFRAME_WORKING;
  default:
    decoder->stage = STAGE_STOPPED;
    return CLEARFRAME_STOPPED;
  }
}

static clearframe_status png_next(clearframe_decoder *base, clearframe_band *band) {
  png_decoder *decoder = (png_decoder *)base;
  if (decoder->stage == STAGE_STOPPED) {
    return CLEARFRAME_STOPPED;
  }
  if (setjmp(decoder->jump) != 0) {
    return salvage(decoder, band);
  }
  switch (decoder->stage) {
  case STAGE_PASSES:
    return read_passes(decoder);
  case STAGE_ROWS:
    return read_rows(decoder, band);
  case STAGE_HELD_ROWS:
    return hand_out_held(decoder, band);
  default:
    return read_tail(decoder);
  }
}

static void png_close(clearframe_decoder *base) {
  png_decoder *decoder = (png_decoder *)base;
  if (decoder->png != NULL && setjmp(decoder->jump) == 0) {
    png_free(decoder->png, decoder->buffer);
    png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
  }
  free(decoder);
}

clearframe_decoder *clearframe_open_png(
    const uint8_t *bytes, size_t length, const clearframe_limits *limits) {
  png_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) {
    return NULL;
  }
  decoder->base.next = png_next;
  decoder->base.close = png_close;
  decoder->base.bytes = bytes;
  decoder->base.length = length;
  decoder->base.limits = *limits;
  decoder->stage = STAGE_STOPPED;
  if (setjmp(decoder->jump) != 0) {
    decoder->stage = STAGE_STOPPED;
    decoder->base.picture.width = 0;
    return &decoder->base;
  }
  decoder->png = png_create_read_struct_2(
      PNG_LIBPNG_VER_STRING, decoder, png_fail, png_warn, decoder, png_allocate, png_release);
  if (decoder->png != NULL) {
    decoder->info = png_create_info_struct(decoder->png);
  }
  if (decoder->info == NULL) {
    clearframe_add_note(
        &decoder->base, CLEARFRAME_MEMORY_LIMIT, 0, "libpng could not be set up within the limit");
    return &decoder->base;
  }
  png_structp png = decoder->png;
  png_set_read_fn(png, decoder, png_take);
  png_set_user_limits(png, limits->maximum_side, limits->maximum_side);
  png_set_chunk_malloc_max(png, limits->maximum_chunk);
  png_set_compression_buffer_size(png, INPUT_BUFFER);
  // The header walk has checked every CRC; checking again would cost and could only stop early.
  png_set_crc_action(png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
  // Nothing of an ancillary chunk but tRNS is used, so none is held or inflated.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
#ifdef PNG_MAXIMUM_INFLATE_WINDOW
  // Some encoders declare a smaller window than they use.
  png_set_option(png, PNG_MAXIMUM_INFLATE_WINDOW, PNG_OPTION_ON);
#endif
  open_picture(decoder);
  return &decoder->base;
}
