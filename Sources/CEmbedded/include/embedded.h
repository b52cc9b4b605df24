#ifndef DAFTAR_EMBEDDED_H
#define DAFTAR_EMBEDDED_H

#include <stddef.h>

/* A file of the project inside the binary. */
struct daftar_embedded_file {
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/* How many files there are. */
extern const size_t daftar_embedded_count;

/* The file with an index below the count. */
struct daftar_embedded_file daftar_embedded(size_t index);

#endif
