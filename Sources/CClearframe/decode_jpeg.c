#include "decoder.h"

#include <limits.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

// How many rows of MCUs one call consumes while the scans of a multi-scan file are gathered,
// so that the caller can stop in between: a few milliseconds even for wide pictures.
enum { CONSUME_STEPS = 32 };

// Bytes left over before a marker behind scan data that are still taken for padding. Cameras that
// fill up their last buffer leave a few; a scan that lost its way leaves more.
enum { PADDING_BYTES = 8 };

typedef enum jpeg_stage {
  STAGE_SCANS,
  STAGE_ROWS,
  // All rows are out; what is left is to read on to the end marker.
  STAGE_TAIL,
  STAGE_STOPPED,
} jpeg_stage;

typedef struct jpeg_decoder {
  clearframe_decoder base;
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_source_mgr source;
  jmp_buf jump;
  jpeg_stage stage;
  // Whether jpeg_create_decompress succeeded, so that there is something to destroy.
  int is_created;
  int is_multi_scan;
  int is_raw;
  // Whether scan data have been seen, so that stray bytes are no longer stray header bytes.
  int is_scanning;
  // Whether an end marker came while entropy-coded data were still wanted: all that follows is fill.
  int is_starved;
  // The first row that damage touched, and the scan it happened in; UINT32_MAX while there is none.
  uint32_t damaged_row;
  int damaged_scan;
  // The components whose DC coefficients some scan has begun to bring, as bits, and the last such
  // scan: later scans of a progressive file only refine what every row has already.
  uint32_t begun_components;
  int last_first_scan;
  uint32_t next_row;
  uint8_t *buffers[3];
  size_t strides[3];
  // Room for one row of MCUs: at most 4 x 8 rows in each component.
  JSAMPROW rows[3][4 * DCTSIZE];
} jpeg_decoder;

static int64_t jpeg_offset(const jpeg_decoder *decoder) {
  return decoder->source.next_input_byte == NULL || decoder->base.is_exhausted
      ? (int64_t)decoder->base.length
      : (int64_t)(decoder->source.next_input_byte - decoder->base.bytes);
}

static void note_damage(jpeg_decoder *decoder) {
  if (decoder->damaged_row != UINT32_MAX) {
    return;
  }
  uint64_t row = (uint64_t)decoder->jpeg.input_iMCU_row
      * (uint64_t)decoder->jpeg.max_v_samp_factor * DCTSIZE;
  decoder->damaged_row = row < decoder->base.picture.height ? (uint32_t)row
                                                            : decoder->base.picture.height;
  decoder->damaged_scan = decoder->jpeg.input_scan_number;
}

// Whether the bytes that were just skipped before a marker look like padding.
static int is_padding(const jpeg_decoder *decoder, size_t count) {
  if (count <= PADDING_BYTES) {
    return 1;
  }
  // The marker itself, two bytes, has been read already.
  size_t end = (size_t)(decoder->source.next_input_byte - decoder->base.bytes);
  if (end < 2 || count > end - 2) {
    return 0;
  }
  for (size_t i = end - 2 - count; i < end - 2; i++) {
    if (decoder->base.bytes[i] != 0x00 && decoder->base.bytes[i] != 0xFF) {
      return 0;
    }
  }
  return 1;
}

static void classify_warning(jpeg_decoder *decoder) {
  clearframe_decoder *base = &decoder->base;
  const struct jpeg_error_mgr *errors = &decoder->errors;
  char text[CLEARFRAME_MESSAGE_SIZE];
  int64_t offset = jpeg_offset(decoder);
  switch (errors->msg_code) {
  case JWRN_JPEG_EOF:
    clearframe_add_note(
        base, CLEARFRAME_TRUNCATED, offset,
        decoder->stage == STAGE_TAIL ? "the end marker is missing"
                                     : "the data end before the picture does");
    return;
  case JWRN_HIT_MARKER:
    note_damage(decoder);
    if (base->is_exhausted) {
      decoder->is_starved = !decoder->is_multi_scan;
      return;
    }
    if (decoder->jpeg.unread_marker == JPEG_EOI) {
      decoder->is_starved = !decoder->is_multi_scan;
      // The file is as long as it was written to be: a scan that lost its way ate its data too fast,
      // or somebody closed a file that had been cut.
      if (decoder->jpeg.input_iMCU_row + 1 < decoder->jpeg.total_iMCU_rows) {
        clearframe_add_note(
            base, CLEARFRAME_CORRUPT, offset, "the end marker comes before the picture's end");
        return;
      }
    }
    clearframe_add_note(base, CLEARFRAME_CORRUPT, offset, "a marker comes too early in the scan data");
    return;
  case JWRN_HUFF_BAD_CODE:
  case JWRN_ARITH_BAD_CODE:
    note_damage(decoder);
    clearframe_add_note(base, CLEARFRAME_CORRUPT, offset, "the scan data hold an invalid code");
    return;
  case JWRN_MUST_RESYNC:
    if (base->is_exhausted) {
      return;
    }
    note_damage(decoder);
    clearframe_add_note(base, CLEARFRAME_CORRUPT, offset, "a restart marker is missing or misplaced");
    return;
  case JWRN_EXTRANEOUS_DATA: {
    if (base->is_exhausted) {
      return;
    }
    int count = errors->msg_parm.i[0];
    if (!decoder->is_scanning) {
      clearframe_add_note(base, CLEARFRAME_QUIRK, offset, "stray bytes lie between the header's segments");
    } else if (is_padding(decoder, count < 0 ? 0 : (size_t)count)) {
      clearframe_add_note(base, CLEARFRAME_QUIRK, offset, "padding bytes follow the scan data");
    } else {
      note_damage(decoder);
      snprintf(text, sizeof text, "%d bytes are left over behind the scan data", count);
      clearframe_add_note(base, CLEARFRAME_CORRUPT, offset, text);
    }
    return;
  }
  case JWRN_NOT_SEQUENTIAL:
    clearframe_add_note(
        base, CLEARFRAME_QUIRK, offset, "the scan header carries progressive parameters");
    return;
  case JWRN_BOGUS_PROGRESSION:
    clearframe_add_note(base, CLEARFRAME_QUIRK, offset, "the progressive scans come in an odd order");
    return;
  case JWRN_JFIF_MAJOR:
    clearframe_add_note(base, CLEARFRAME_QUIRK, offset, "the JFIF version is unknown");
    return;
  case JWRN_ADOBE_XFORM:
    clearframe_add_note(base, CLEARFRAME_QUIRK, offset, "the Adobe colour transform is unknown");
    return;
  default: {
    char library[JMSG_LENGTH_MAX];
    errors->format_message((j_common_ptr)&decoder->jpeg, library);
    clearframe_add_note(base, CLEARFRAME_QUIRK, offset, library);
  }
  }
}

static void classify_error(jpeg_decoder *decoder) {
  clearframe_decoder *base = &decoder->base;
  char library[JMSG_LENGTH_MAX];
  char text[CLEARFRAME_MESSAGE_SIZE];
  clearframe_note_kind kind = CLEARFRAME_CORRUPT;
  switch (decoder->errors.msg_code) {
  case JERR_OUT_OF_MEMORY:
  case JERR_NO_BACKING_STORE:
    kind = CLEARFRAME_MEMORY_LIMIT;
    break;
  case JERR_SOF_UNSUPPORTED:
  case JERR_BAD_PRECISION:
  case JERR_ARITH_NOTIMPL:
  case JERR_NOT_COMPILED:
  case JERR_NOTIMPL:
  case JERR_CCIR601_NOTIMPL:
  case JERR_FRACT_SAMPLE_NOTIMPL:
  case JERR_CONVERSION_NOTIMPL:
  case JERR_COMPONENT_COUNT:
  case JERR_IMAGE_TOO_BIG:
  case JERR_WIDTH_OVERFLOW:
    kind = CLEARFRAME_UNSUPPORTED;
    break;
  case JERR_INPUT_EMPTY:
  case JERR_INPUT_EOF:
    kind = CLEARFRAME_TRUNCATED;
    break;
  default:
    break;
  }
  if (kind == CLEARFRAME_CORRUPT || kind == CLEARFRAME_TRUNCATED) {
    // An error that follows from the data's end says nothing new.
    note_damage(decoder);
    if (base->is_exhausted) {
      return;
    }
  }
  decoder->errors.format_message((j_common_ptr)&decoder->jpeg, library);
  snprintf(text, sizeof text, "libjpeg: %.140s", library);
  clearframe_add_note(base, kind, jpeg_offset(decoder), text);
}

static void jpeg_error_exit(j_common_ptr common) {
  jpeg_decoder *decoder = common->client_data;
  classify_error(decoder);
  longjmp(decoder->jump, 1);
}

static void jpeg_emit(j_common_ptr common, int level) {
  if (level < 0) {
    common->err->num_warnings++;
    classify_warning(common->client_data);
  }
}

static void jpeg_silence(j_common_ptr common) { (void)common; }

static void source_begin(j_decompress_ptr jpeg) { (void)jpeg; }

static boolean source_fill(j_decompress_ptr jpeg) {
  static const JOCTET end_marker[2] = {0xFF, JPEG_EOI};
  jpeg_decoder *decoder = jpeg->client_data;
  decoder->base.is_exhausted = 1;
  WARNMS(jpeg, JWRN_JPEG_EOF);
  decoder->source.next_input_byte = end_marker;
  decoder->source.bytes_in_buffer = sizeof end_marker;
  return TRUE;
}

static void source_skip(j_decompress_ptr jpeg, long count) {
  jpeg_decoder *decoder = jpeg->client_data;
  if (count <= 0) {
    return;
  }
  if ((size_t)count > decoder->source.bytes_in_buffer) {
    source_fill(jpeg);
    return;
  }
  decoder->source.next_input_byte += count;
  decoder->source.bytes_in_buffer -= (size_t)count;
}

static void source_end(j_decompress_ptr jpeg) { (void)jpeg; }

// Whether the planes can leave as they are stored: full luma, and chroma divided by 1, 2 or 4.
static int has_plain_planes(const struct jpeg_decompress_struct *jpeg) {
  const jpeg_component_info *luma = &jpeg->comp_info[0];
  if (luma->h_samp_factor != jpeg->max_h_samp_factor
      || luma->v_samp_factor != jpeg->max_v_samp_factor) {
    return 0;
  }
  if (jpeg->jpeg_color_space == JCS_GRAYSCALE) {
    return 1;
  }
  if (jpeg->jpeg_color_space != JCS_YCbCr) {
    return 0;
  }
  const jpeg_component_info *blue = &jpeg->comp_info[1];
  const jpeg_component_info *red = &jpeg->comp_info[2];
  if (blue->h_samp_factor != red->h_samp_factor || blue->v_samp_factor != red->v_samp_factor
      || luma->h_samp_factor % blue->h_samp_factor != 0
      || luma->v_samp_factor % blue->v_samp_factor != 0) {
    return 0;
  }
  int horizontal = luma->h_samp_factor / blue->h_samp_factor;
  int vertical = luma->v_samp_factor / blue->v_samp_factor;
  return horizontal != 3 && vertical != 3;
}

static void note_scan_start(jpeg_decoder *decoder) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  if (jpeg->progressive_mode && (jpeg->Ss != 0 || jpeg->Ah != 0)) {
    return;
  }
  uint32_t before = decoder->begun_components;
  for (int i = 0; i < jpeg->comps_in_scan; i++) {
    decoder->begun_components |= 1u << jpeg->cur_comp_info[i]->component_index;
  }
  if (decoder->begun_components != before) {
    decoder->last_first_scan = jpeg->input_scan_number;
  }
}

// Newer libraries fill in the standard tables; a file without its own is still incomplete.
static void note_missing_tables(jpeg_decoder *decoder) {
  const struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  for (int i = 0; i < jpeg->comps_in_scan; i++) {
    int dc = jpeg->cur_comp_info[i]->dc_tbl_no;
    int ac = jpeg->cur_comp_info[i]->ac_tbl_no;
    int lacks_dc = dc < 0 || dc >= NUM_HUFF_TBLS || jpeg->dc_huff_tbl_ptrs[dc] == NULL;
    int lacks_ac = !jpeg->progressive_mode
        && (ac < 0 || ac >= NUM_HUFF_TBLS || jpeg->ac_huff_tbl_ptrs[ac] == NULL);
    if (lacks_dc || lacks_ac) {
      clearframe_add_note(
          &decoder->base, CLEARFRAME_CORRUPT, jpeg_offset(decoder),
          "a Huffman table that the scan needs is missing");
      return;
    }
  }
}

static int allocate_band(jpeg_decoder *decoder) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  clearframe_picture *picture = &decoder->base.picture;
  int planes = picture->layout == CLEARFRAME_PLANES ? 3 : 1;
  for (int i = 0; i < planes; i++) {
    size_t stride;
    size_t rows;
    if (decoder->is_raw) {
      const jpeg_component_info *component = &jpeg->comp_info[i];
      stride = (size_t)component->width_in_blocks * DCTSIZE;
      rows = (size_t)component->v_samp_factor * picture->band_rows
          / (size_t)jpeg->max_v_samp_factor;
    } else {
      stride = (size_t)picture->width * (size_t)jpeg->output_components;
      rows = picture->band_rows;
    }
    stride = (stride + 63) / 64 * 64;
    decoder->strides[i] = stride;
    decoder->buffers[i] = aligned_alloc(64, stride * rows);
    if (decoder->buffers[i] == NULL) {
      return 0;
    }
  }
  return 1;
}

static void open_picture(jpeg_decoder *decoder) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  clearframe_picture picture = {0};
  jpeg_read_header(jpeg, TRUE);
  if (jpeg->image_width > decoder->base.limits.maximum_side
      || jpeg->image_height > decoder->base.limits.maximum_side) {
    ERREXIT1(jpeg, JERR_IMAGE_TOO_BIG, decoder->base.limits.maximum_side);
  }
  if (jpeg->arith_code) {
    ERREXIT(jpeg, JERR_ARITH_NOTIMPL);
  }
  decoder->is_multi_scan = jpeg_has_multiple_scans(jpeg);
  jpeg->buffered_image = decoder->is_multi_scan ? TRUE : FALSE;
  jpeg->dct_method = JDCT_ISLOW;
  jpeg->do_fancy_upsampling = FALSE;
  jpeg->do_block_smoothing = FALSE;
  picture.width = jpeg->image_width;
  picture.height = jpeg->image_height;
  picture.chroma_horizontal = 1;
  picture.chroma_vertical = 1;
  picture.band_rows = CLEARFRAME_BAND_ROWS;
  decoder->is_raw = has_plain_planes(jpeg);
  if (decoder->is_raw) {
    jpeg->raw_data_out = TRUE;
    uint32_t unit = (uint32_t)jpeg->max_v_samp_factor * DCTSIZE;
    picture.band_rows = (CLEARFRAME_BAND_ROWS + unit - 1) / unit * unit;
    picture.layout = CLEARFRAME_GRAY;
    jpeg->out_color_space = jpeg->jpeg_color_space;
    if (jpeg->jpeg_color_space == JCS_YCbCr) {
      picture.layout = CLEARFRAME_PLANES;
      picture.chroma_horizontal =
          (uint32_t)(jpeg->max_h_samp_factor / jpeg->comp_info[1].h_samp_factor);
      picture.chroma_vertical =
          (uint32_t)(jpeg->max_v_samp_factor / jpeg->comp_info[1].v_samp_factor);
    }
  } else {
    switch (jpeg->jpeg_color_space) {
    case JCS_GRAYSCALE:
      picture.layout = CLEARFRAME_GRAY;
      jpeg->out_color_space = JCS_GRAYSCALE;
      break;
    case JCS_YCbCr:
      picture.layout = CLEARFRAME_YCBCR;
      jpeg->out_color_space = JCS_YCbCr;
      break;
    case JCS_RGB:
      picture.layout = CLEARFRAME_RGB;
      jpeg->out_color_space = JCS_RGB;
      break;
    case JCS_CMYK:
    case JCS_YCCK:
      picture.layout = jpeg->saw_Adobe_marker ? CLEARFRAME_INVERTED_CMYK : CLEARFRAME_CMYK;
      jpeg->out_color_space = JCS_CMYK;
      break;
    default:
      ERREXIT(jpeg, JERR_CONVERSION_NOTIMPL);
    }
  }
  decoder->base.picture = picture;
  note_missing_tables(decoder);
  jpeg_start_decompress(jpeg);
  note_scan_start(decoder);
  decoder->is_scanning = 1;
  decoder->stage = decoder->is_multi_scan ? STAGE_SCANS : STAGE_ROWS;
  if (!allocate_band(decoder)) {
    ERREXIT1(jpeg, JERR_OUT_OF_MEMORY, 0);
  }
}

static int has_all_components(const jpeg_decoder *decoder) {
  return decoder->begun_components == (1u << decoder->jpeg.num_components) - 1;
}

// Gathers the scans of a multi-scan file into coefficients.
static clearframe_status consume_scans(jpeg_decoder *decoder) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  for (int step = 0; step < CONSUME_STEPS; step++) {
    int result = jpeg_consume_input(jpeg);
    if (result == JPEG_REACHED_EOI) {
      if (!has_all_components(decoder) && !decoder->base.is_exhausted) {
        clearframe_add_note(
            &decoder->base, CLEARFRAME_CORRUPT, jpeg_offset(decoder),
            "the end marker comes before every component had a scan");
      }
      jpeg_start_output(jpeg, jpeg->input_scan_number);
      decoder->stage = STAGE_ROWS;
      return CLEARFRAME_WORKING;
    }
    if (result == JPEG_REACHED_SOS) {
      if ((uint32_t)jpeg->input_scan_number > decoder->base.limits.maximum_scans) {
        char text[CLEARFRAME_MESSAGE_SIZE];
        snprintf(text, sizeof text, "scan %d is over the limit", jpeg->input_scan_number);
        clearframe_add_note(&decoder->base, CLEARFRAME_SCAN_LIMIT, jpeg_offset(decoder), text);
        decoder->stage = STAGE_STOPPED;
        return CLEARFRAME_STOPPED;
      }
      note_scan_start(decoder);
    }
  }
  return CLEARFRAME_WORKING;
}

// The rows that no damage touched, as far as is known so far.
static uint32_t sound_rows(const jpeg_decoder *decoder) {
  const struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  uint32_t height = decoder->base.picture.height;
  if (decoder->is_multi_scan) {
    if (!has_all_components(decoder)) {
      return 0;
    }
    if (jpeg->progressive_mode && decoder->damaged_scan > decoder->last_first_scan) {
      return height;
    }
  }
  return decoder->damaged_row < height ? decoder->damaged_row : height;
}

static uint32_t read_plane_rows(jpeg_decoder *decoder) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  uint32_t band_rows = decoder->base.picture.band_rows;
  uint32_t unit = (uint32_t)jpeg->max_v_samp_factor * DCTSIZE;
  JSAMPARRAY planes[3] = {decoder->rows[0], decoder->rows[1], decoder->rows[2]};
  uint32_t filled = 0;
  while (filled + unit <= band_rows && jpeg->output_scanline < jpeg->output_height) {
    for (int i = 0; i < jpeg->num_components; i++) {
      uint32_t rows = (uint32_t)jpeg->comp_info[i].v_samp_factor * DCTSIZE;
      uint32_t start = filled / unit * rows;
      for (uint32_t row = 0; row < rows; row++) {
        decoder->rows[i][row] = decoder->buffers[i] + (start + row) * decoder->strides[i];
      }
    }
    if (jpeg_read_raw_data(jpeg, planes, unit) == 0) {
      break;
    }
    filled += unit;
    if (decoder->is_starved) {
      break;
    }
  }
  return filled;
}

static uint32_t read_interleaved_rows(jpeg_decoder *decoder) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  uint32_t filled = 0;
  while (filled < decoder->base.picture.band_rows && jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = decoder->buffers[0] + filled * decoder->strides[0];
    if (jpeg_read_scanlines(jpeg, &row, 1) == 0) {
      break;
    }
    filled++;
    if (decoder->is_starved) {
      break;
    }
  }
  return filled;
}

static clearframe_status read_rows(jpeg_decoder *decoder, clearframe_band *band) {
  const struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  uint32_t height = decoder->base.picture.height;
  uint32_t filled = decoder->is_raw ? read_plane_rows(decoder) : read_interleaved_rows(decoder);
  uint32_t first = decoder->next_row;
  uint32_t end = filled < height - first ? first + filled : height;
  uint32_t sound = sound_rows(decoder);
  decoder->next_row = end;
  if (jpeg->output_scanline >= jpeg->output_height) {
    decoder->stage = STAGE_TAIL;
  } else if (filled == 0 || decoder->is_starved || (decoder->is_multi_scan && end >= sound)) {
    // What could still come is fill; a single-scan file that is merely corrupt is read on, so that
    // the notes tell of all its damage.
    decoder->stage = STAGE_STOPPED;
  }
  if (end > sound) {
    end = sound;
  }
  if (end <= first) {
    return decoder->stage == STAGE_STOPPED ? CLEARFRAME_STOPPED : CLEARFRAME_WORKING;
  }
  band->first_row = first;
  band->row_count = end - first;
  return CLEARFRAME_BAND;
}

static clearframe_status read_tail(jpeg_decoder *decoder) {
  if (decoder->is_multi_scan) {
    jpeg_finish_output(&decoder->jpeg);
  }
  jpeg_finish_decompress(&decoder->jpeg);
  decoder->stage = STAGE_STOPPED;
  return CLEARFRAME_STOPPED;
}

static clearframe_status jpeg_next(clearframe_decoder *base, clearframe_band *band) {
  jpeg_decoder *decoder = (jpeg_decoder *)base;
  if (decoder->stage == STAGE_STOPPED) {
    return CLEARFRAME_STOPPED;
  }
  for (int i = 0; i < 3; i++) {
    band->planes[i] = decoder->buffers[i];
    band->strides[i] = decoder->strides[i];
  }
  if (setjmp(decoder->jump) != 0) {
    decoder->stage = STAGE_STOPPED;
    return CLEARFRAME_STOPPED;
  }
  switch (decoder->stage) {
  case STAGE_SCANS:
    return consume_scans(decoder);
  case STAGE_ROWS:
    return read_rows(decoder, band);
  default:
    return read_tail(decoder);
  }
}

static void jpeg_close(clearframe_decoder *base) {
  jpeg_decoder *decoder = (jpeg_decoder *)base;
  if (decoder->is_created && setjmp(decoder->jump) == 0) {
    jpeg_destroy_decompress(&decoder->jpeg);
  }
  for (int i = 0; i < 3; i++) {
    free(decoder->buffers[i]);
  }
  free(decoder);
}

clearframe_decoder *clearframe_open_jpeg(
    const uint8_t *bytes, size_t length, const clearframe_limits *limits) {
  jpeg_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) {
    return NULL;
  }
  decoder->base.next = jpeg_next;
  decoder->base.close = jpeg_close;
  decoder->base.bytes = bytes;
  decoder->base.length = length;
  decoder->base.limits = *limits;
  decoder->stage = STAGE_STOPPED;
  decoder->damaged_row = UINT32_MAX;
  decoder->jpeg.err = jpeg_std_error(&decoder->errors);
  decoder->errors.error_exit = jpeg_error_exit;
  decoder->errors.emit_message = jpeg_emit;
  decoder->errors.output_message = jpeg_silence;
  // jpeg_create_decompress keeps this field.
  decoder->jpeg.client_data = decoder;
  decoder->source.init_source = source_begin;
  decoder->source.fill_input_buffer = source_fill;
  decoder->source.skip_input_data = source_skip;
  decoder->source.resync_to_restart = jpeg_resync_to_restart;
  decoder->source.term_source = source_end;
  decoder->source.next_input_byte = bytes;
  decoder->source.bytes_in_buffer = length;
  if (setjmp(decoder->jump) != 0) {
    decoder->stage = STAGE_STOPPED;
    return &decoder->base;
  }
  jpeg_create_decompress(&decoder->jpeg);
  decoder->is_created = 1;
  decoder->jpeg.src = &decoder->source;
  decoder->jpeg.mem->max_memory_to_use =
      limits->maximum_memory > (size_t)LONG_MAX ? LONG_MAX : (long)limits->maximum_memory;
  open_picture(decoder);
  return &decoder->base;
}
