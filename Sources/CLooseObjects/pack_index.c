// Looks at the offsets of a pack's index before libgit2 follows them (gitformat-pack, version 2):
// libgit2 1.5 reads behind the end of the pack where an offset has changed.

#include "loose_objects.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { header = 8, fanout = 256 * 4, name = 20, trailer = 40 };

static uint32_t number(const unsigned char *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return ntohl(value);
}

// The size of the pack of an index when their checksums agree; else 0: libgit2 refuses the pair.
static uint64_t size_of_pack(const char *index, const unsigned char *checksum) {
  char path[4096];
  size_t length = strlen(index);
  if (length < 4 || length + 2 > sizeof path) return 0;
  memcpy(path, index, length - 4);
  memcpy(path + length - 4, ".pack", 6);
  int pack = open(path, O_RDONLY | O_CLOEXEC);
  if (pack < 0) return 0;
  struct stat status;
  unsigned char found[name];
  uint64_t size = 0;
  if (!fstat(pack, &status) && status.st_size > name &&
      pread(pack, found, name, status.st_size - name) == name && !memcmp(found, checksum, name))
    size = (uint64_t)status.st_size - name;
  close(pack);
  return size;
}

static int check(const char *path, const unsigned char *bytes, uint64_t size) {
  static const unsigned char magic[header] = {0xff, 't', 'O', 'c', 0, 0, 0, 2};
  if (size < header + fanout + trailer || memcmp(bytes, magic, header)) return 0;
  uint64_t count = number(bytes + header + fanout - 4);
  uint64_t start = header + fanout + count * (name + 4);
  if (start + count * 4 + trailer > size) return 0;
  uint64_t large = (size - trailer - start - count * 4) / 8;
  uint64_t end = size_of_pack(path, bytes + size - trailer);
  if (!end) return 0;
  for (uint64_t position = 0; position < count; position++) {
    uint64_t offset = number(bytes + start + position * 4);
    if (offset & 0x80000000) {
      uint64_t place = offset & 0x7fffffff;
      if (place >= large) return -1;
      const unsigned char *wide = bytes + start + count * 4 + place * 8;
      offset = (uint64_t)number(wide) << 32 | number(wide + 4);
    }
    if (offset >= end) return -1;
  }
  return 0;
}

// Looks for a name among those of an index; -1 unless the index is as long as it says.
static int find(const unsigned char *bytes, uint64_t size, const unsigned char *id) {
  static const unsigned char magic[header] = {0xff, 't', 'O', 'c', 0, 0, 0, 2};
  if (size < header + fanout + trailer || memcmp(bytes, magic, header)) return -1;
  uint64_t count = number(bytes + header + fanout - 4);
  if (header + fanout + count * (name + 8) + trailer > size) return -1;
  const unsigned char *names = bytes + header + fanout;
  for (uint64_t position = 0; position < count; position++)
    if (!memcmp(names + position * name, id, name)) return 1;
  return 0;
}

int daftar_pack_index_holds(const char *path, const git_oid *id) {
  int index = open(path, O_RDONLY | O_CLOEXEC);
  if (index < 0) return -1;
  struct stat status;
  int found = -1;
  if (!fstat(index, &status) && status.st_size > 0) {
    size_t size = (size_t)status.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, index, 0);
    if (bytes != MAP_FAILED) {
      found = find(bytes, size, id->id);
      munmap(bytes, size);
    }
  }
  close(index);
  return found;
}

int daftar_check_pack_index(const char *path) {
  int index = open(path, O_RDONLY | O_CLOEXEC);
  if (index < 0) return 0;
  struct stat status;
  int code = 0;
  if (!fstat(index, &status) && status.st_size > 0) {
    size_t size = (size_t)status.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, index, 0);
    if (bytes != MAP_FAILED) {
      code = check(path, bytes, size);
      munmap(bytes, size);
    }
  }
  close(index);
  return code;
}
