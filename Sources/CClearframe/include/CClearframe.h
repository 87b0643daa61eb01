// The only C in Clearframe: the boundary to libjpeg and libpng, as plain structs and functions.
#ifndef CLEARFRAME_H
#define CLEARFRAME_H
#endif
