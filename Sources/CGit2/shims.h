// What Swift needs to call libgit2: its headers, and one function for each variadic option in use.
// Variadic C functions are not imported by Swift.

#ifndef CGIT2_SHIMS_H
#define CGIT2_SHIMS_H

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/// Sets the largest object of one type that the object cache keeps, in bytes.
static inline int cgit2_set_cache_object_limit(git_object_t type, size_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, bytes);
}

/// Turns the check of an object's hash after reading on or off, for the whole process.
static inline int cgit2_set_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

/// Turns the check that a named object exists, before a name for it is written, on or off.
static inline int cgit2_set_object_existence_checks(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, enabled);
}

/// Waits until objects and references are on the disk before a call returns, for the whole process.
static inline int cgit2_set_durable_writes(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

/// Sets the folders in which the settings of one level are looked for, for the whole process.
static inline int cgit2_set_search_path(git_config_level_t level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

#endif
