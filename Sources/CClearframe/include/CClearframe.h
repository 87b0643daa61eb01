// The only C in Clearframe: the boundary to libjpeg and libpng, as plain structs and functions.
#ifndef CLEARFRAME_H
#define CLEARFRAME_H

#include <stddef.h>
#include <stdint.h>

// crc32.c: the checksum of PNG chunks (ISO/IEC 15948, annex D).
uint32_t clearframe_crc32(const uint8_t *bytes, size_t count);

#endif
