// The boundary to OpenCV's cascade classifiers, as plain structs and functions.
//
// Nothing calls back into the caller and no exception leaves a function. A detector belongs to one
// thread at a time; several detectors may work side by side. Without FACE_DETECTION there is
// nothing behind this header, and OpenCV is neither needed to compile nor to link.
#ifndef CFACEDETECTOR_H
#define CFACEDETECTOR_H

#include <stddef.h>
#include <stdint.h>

// Bytes in a message, with its closing zero.
#define FACE_MESSAGE_SIZE 160

// The loaded cascades.
typedef struct face_detector face_detector;

// Luma samples, row by row, that the caller keeps alive.
typedef struct face_plane {
  const uint8_t *samples;
  int32_t width;
  int32_t height;
  size_t stride;
} face_plane;

// A place where a cascade fired, in samples of the plane.
typedef struct face_box {
  int32_t x;
  int32_t y;
  int32_t width;
  int32_t height;
  // How many overlapping windows agreed, at least 2.
  int32_t support;
} face_box;

// What a cascade is looking for.
typedef enum face_cascade {
  FACE_FRONTAL = 0,
  FACE_EYE = 1,
} face_cascade;

// Loads both cascades from files. Returns NULL and a message where one is missing or is none.
face_detector *face_detector_open(
  const char *frontal_path, const char *eye_path, char message[FACE_MESSAGE_SIZE]);

// Frees a detector; NULL is let through.
void face_detector_close(face_detector *detector);

// Writes up to `capacity` boxes, those with the most support first, whose side is between
// `minimum_side` and `maximum_side` samples. Returns how many were written, or -1 and a message.
int32_t face_detector_find(
  face_detector *detector, face_cascade cascade, const face_plane *plane, int32_t minimum_side,
  int32_t maximum_side, face_box *boxes, int32_t capacity, char message[FACE_MESSAGE_SIZE]);

#endif
