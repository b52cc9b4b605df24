// A reader of git's loose objects (gitformat-loose: a zlib stream of "TYPE SIZE", a zero byte, and
// the content) as a backend of libgit2. Every object is read to the end that its header states and
// checked against the sum that closes the stream; nothing is repeated, so nothing can loop.

#include "loose_objects.h"

#include <errno.h>
#include <fcntl.h>
#include <git2/sys/odb_backend.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

// libgit2 gives its own readers 1 (loose objects) and 2 (packs) and asks the higher ones first;
// among equal ones, those that were added earlier.
enum { priority_after_packs = 2 };

// The longest header: "commit ", twenty digits, a zero byte.
enum { longest_header = 32 };

// A stream of deflate grows by no more than this when it is inflated.
enum { largest_growth = 1032 };

struct backend {
  git_odb_backend parent;
  char folder[];
};

struct file {
  unsigned char *bytes;
  size_t size;
};

struct header {
  git_object_t type;
  size_t size;
  // How many bytes of the inflated stream the header takes.
  size_t length;
};

static int damaged(const char *path, const char *what) {
  char text[4200];
  snprintf(text, sizeof text, "damaged object: %s: %s", path, what);
  git_error_set_str(GIT_ERROR_ODB, text);
  return GIT_EMISMATCH;
}

static int path_of(
    char *path, size_t room, const struct backend *backend, const git_oid *id) {
  char hex[GIT_OID_HEXSZ + 1];
  git_oid_tostr(hex, sizeof hex, id);
  int length = snprintf(path, room, "%s/%.2s/%s", backend->folder, hex, hex + 2);
  return length > 0 && (size_t)length < room ? 0 : GIT_ENOTFOUND;
}

// Reads a whole file, or its beginning; GIT_ENOTFOUND when there is none.
static int read_file(const char *path, size_t most, struct file *file) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0)
    return errno == ENOENT || errno == ENOTDIR ? GIT_ENOTFOUND : damaged(path, strerror(errno));
  struct stat status;
  if (fstat(descriptor, &status) < 0 || !S_ISREG(status.st_mode)) {
    close(descriptor);
    return damaged(path, "it is not a file");
  }
  size_t size = (size_t)status.st_size < most ? (size_t)status.st_size : most;
  file->bytes = malloc(size ? size : 1);
  file->size = 0;
  while (file->bytes && file->size < size) {
    ssize_t count = read(descriptor, file->bytes + file->size, size - file->size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    file->size += (size_t)count;
  }
  int reason = errno;
  close(descriptor);
  if (file->bytes && file->size == size) return 0;
  free(file->bytes);
  return damaged(path, reason ? strerror(reason) : "it cannot be read");
}

// Takes "TYPE SIZE" and the zero byte apart; 0 when they are as git writes them.
static int parse(const unsigned char *text, size_t count, struct header *header) {
  const unsigned char *space = memchr(text, ' ', count);
  const unsigned char *end = memchr(text, 0, count);
  if (!space || !end || end < space + 2 || end - space > 20) return -1;
  char name[8] = {0};
  if (space - text >= (ptrdiff_t)sizeof name) return -1;
  memcpy(name, text, (size_t)(space - text));
  header->type = git_object_string2type(name);
  if (header->type == GIT_OBJECT_INVALID || !git_object_typeisloose(header->type)) return -1;
  header->size = 0;
  for (const unsigned char *digit = space + 1; digit < end; digit++) {
    if (*digit < '0' || *digit > '9' || header->size > SIZE_MAX / 10 - 1) return -1;
    header->size = header->size * 10 + (size_t)(*digit - '0');
  }
  header->length = (size_t)(end - text) + 1;
  return 0;
}

// Inflates until the room is full, the input is used up or the stream ends; how much came out.
static size_t inflate_into(z_stream *stream, unsigned char *room, size_t count, int *code) {
  size_t before = stream->total_out;
  stream->next_out = room;
  stream->avail_out = (uInt)count;
  *code = inflate(stream, Z_SYNC_FLUSH);
  return stream->total_out - before;
}

// A loose object that is being read: its file, the stream over it, and what came out first.
struct object {
  char path[4096];
  struct file file;
  z_stream stream;
  unsigned char text[longest_header];
  struct header header;
  size_t count;
  int code;
};

// Reads at most so many bytes of the file, and the header. Nothing is left to close on an error.
static int begin(struct object *object, git_odb_backend *parent, const git_oid *id, size_t most) {
  memset(object, 0, sizeof *object);
  int found = path_of(object->path, sizeof object->path, (struct backend *)parent, id);
  if (!found) found = read_file(object->path, most, &object->file);
  if (found) return found;

  z_stream *stream = &object->stream;
  if (object->file.size <= UINT_MAX && inflateInit(stream) == Z_OK) {
    stream->next_in = object->file.bytes;
    stream->avail_in = (uInt)object->file.size;
    object->count = inflate_into(stream, object->text, longest_header, &object->code);
    if (!parse(object->text, object->count, &object->header)) return 0;
    inflateEnd(stream);
  }
  free(object->file.bytes);
  return damaged(object->path, "it is cut off, or its bytes have changed");
}

static void finish(struct object *object) {
  inflateEnd(&object->stream);
  free(object->file.bytes);
}

static int read_object(
    void **data, size_t *size, git_object_t *type, git_odb_backend *parent, const git_oid *id) {
  struct object object;
  int found = begin(&object, parent, id, SIZE_MAX);
  if (found) return found;

  size_t expected = object.header.size;
  void *content = NULL;
  int isWhole = 0;
  if (expected / largest_growth <= object.file.size && expected < UINT_MAX &&
      object.count <= object.header.length + expected) {
    content = git_odb_backend_data_alloc(parent, expected + 1);
    if (content) {
      size_t known = object.count - object.header.length;
      memcpy(content, object.text + object.header.length, known);
      // One byte more than there should be: only so the end of the stream is reached and checked.
      if (object.code == Z_OK)
        known += inflate_into(
            &object.stream, (unsigned char *)content + known, expected - known + 1, &object.code);
      isWhole =
          object.code == Z_STREAM_END && known == expected && object.stream.avail_in == 0;
    }
  }
  finish(&object);
  if (isWhole) {
    // As libgit2's own readers leave it.
    ((unsigned char *)content)[expected] = 0;
    *data = content;
    *size = expected;
    *type = object.header.type;
    return 0;
  }
  if (content) git_odb_backend_data_free(parent, content);
  return damaged(object.path, "it is cut off, or its bytes have changed");
}

static int read_header(
    size_t *size, git_object_t *type, git_odb_backend *parent, const git_oid *id) {
  struct object object;
  int found = begin(&object, parent, id, 4096);
  if (found) return found;
  finish(&object);
  *size = object.header.size;
  *type = object.header.type;
  return 0;
}

// libgit2's own reader of loose objects lists them; without this function it would call none.
static int list_nothing(git_odb_backend *parent, git_odb_foreach_cb call, void *payload) {
  (void)parent, (void)call, (void)payload;
  return 0;
}

static void free_backend(git_odb_backend *parent) { free(parent); }

int daftar_read_loose_objects(git_odb *database, const char *folder) {
  size_t length = strlen(folder) + 1;
  struct backend *backend = calloc(1, sizeof *backend + length);
  if (!backend) return -1;
  int code = git_odb_init_backend(&backend->parent, GIT_ODB_BACKEND_VERSION);
  if (code >= 0) {
    memcpy(backend->folder, folder, length);
    backend->parent.read = read_object;
    backend->parent.read_header = read_header;
    backend->parent.foreach = list_nothing;
    backend->parent.free = free_backend;
    code = git_odb_add_backend(database, &backend->parent, priority_after_packs);
  }
  if (code < 0) free(backend);
  return code;
}
