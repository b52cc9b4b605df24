// Loaded before the C library into `daftar` (LD_PRELOAD): counts the calls that change a disk or
// start another program, and lets the n-th of them fail, end the process, or be preceded by
// another command. Which calls count, and what they do, depends on the process alone, so that the
// same n is the same call in every run of the same command.
//
//   FAULT_UNDER  only calls on paths that begin with this; several are parted by ':'
//   FAULT_LOG    a file to which every counted call is added as "n kind path"
//   FAULT_AT     the number of the call at which something happens; without it they are counted
//   FAULT_HOW    fail, kill, or beside: a program that is run first and waited for, until it ends
//                or waits for a lock itself; or each: the program is run before every call
//   FAULT_BESIDE the program; FAULT_NUMBER tells it which call comes
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_int count;
static int at;
static int log_file = -1;
static const char *under;
static const char *how;
static pid_t owner;
static __thread int is_inside;

__attribute__((constructor)) static void begin(void) {
  char program[PATH_MAX] = "";
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  const char *name = length > 0 ? strrchr(program, '/') : NULL;
  if (!name || strcmp(name, "/daftar") != 0 || !getenv("FAULT_LOG")) return;
  under = getenv("FAULT_UNDER");
  how = getenv("FAULT_HOW");
  at = getenv("FAULT_AT") ? atoi(getenv("FAULT_AT")) : 0;
  log_file = REAL(open)(getenv("FAULT_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  owner = getpid();
}

static int is_watched(const char *path) {
  if (!under) return 0;
  for (const char *part = under; *part;) {
    size_t length = strcspn(part, ":");
    if (length > 0 && strncmp(path, part, length) == 0) return 1;
    part += length;
    if (*part == ':') part++;
  }
  return 0;
}

// Whether a process waits for a lock that another one holds.
static int is_waiting(pid_t process) {
  char line[512], wanted[32];
  snprintf(wanted, sizeof wanted, " %d ", process);
  int found = 0;
  FILE *locks = fopen("/proc/locks", "r");
  while (locks && fgets(line, sizeof line, locks))
    if (strstr(line, "->") && strstr(line, wanted)) found = 1;
  if (locks) fclose(locks);
  return found;
}

static void run_beside(int number) {
  const char *program = getenv("FAULT_BESIDE");
  char digits[16];
  snprintf(digits, sizeof digits, "%d", number);
  // Another program may not be run in this thread's place; a shell without our library does it.
  pid_t child = fork();
  if (child == 0) {
    unsetenv("LD_PRELOAD");
    unsetenv("FAULT_LOG");
    setenv("FAULT_NUMBER", digits, 1);
    execl("/bin/sh", "sh", program, (char *)NULL);
    _exit(127);
  }
  for (int tries = 0; tries < 10000; tries++) {
    if (waitpid(child, NULL, WNOHANG) == child || is_waiting(child)) return;
    usleep(1000);
  }
}

// Counts a call; returns 1 when it is the one that must fail.
static int reaches(const char *kind, const char *path) {
  if (log_file < 0 || is_inside || getpid() != owner || !is_watched(path)) return 0;
  is_inside = 1;
  int number = atomic_fetch_add(&count, 1) + 1;
  int is_it = number == at;
  if (is_it || at == 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%d %s %s\n", number, kind, path);
    if (REAL(write)(log_file, line, (size_t)length) != length) abort();
  }
  int fails = 0;
  if (is_it && strcmp(how, "kill") == 0) kill(getpid(), SIGKILL);
  if (is_it && strcmp(how, "beside") == 0) run_beside(number);
  if (how && strcmp(how, "each") == 0) run_beside(number);
  if (is_it && strcmp(how, "fail") == 0) {
    errno = strstr(kind, "sync") || strstr(kind, "spawn") ? EIO : ENOSPC;
    fails = 1;
  }
  is_inside = 0;
  return fails;
}

static int reaches_at(const char *kind, int folder, const char *path) {
  char whole[PATH_MAX * 2] = "";
  int saved = errno;
  if (log_file < 0 || is_inside) return 0;
  if (path && path[0] == '/') {
    snprintf(whole, sizeof whole, "%s", path);
  } else {
    char base[PATH_MAX] = "", link[64];
    if (folder == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) base[0] = 0;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t length = readlink(link, base, sizeof base - 1);
      base[length > 0 ? length : 0] = 0;
    }
    snprintf(whole, sizeof whole, path ? "%s/%s" : "%s", base, path);
  }
  int fails = reaches(kind, whole);
  if (!fails) errno = saved;
  return fails;
}

static int writes(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT); }

#define OPEN(name)                                                                  \
  int name(const char *path, int flags, ...) {                                      \
    va_list rest;                                                                   \
    va_start(rest, flags);                                                          \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;       \
    va_end(rest);                                                                   \
    if (writes(flags) && reaches_at("open", AT_FDCWD, path)) return -1;             \
    return REAL(name)(path, flags, mode);                                           \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                \
  int name(int folder, const char *path, int flags, ...) {                          \
    va_list rest;                                                                   \
    va_start(rest, flags);                                                          \
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;       \
    va_end(rest);                                                                   \
    if (writes(flags) && reaches_at("open", folder, path)) return -1;               \
    return REAL(name)(folder, path, flags, mode);                                   \
  }
OPENAT(openat)
OPENAT(openat64)

#define CALL(type, name, kind, folder, path, parameters, arguments)                 \
  type name parameters {                                                            \
    if (reaches_at(kind, folder, path)) return -1;                                  \
    return REAL(name) arguments;                                                    \
  }
CALL(int, creat, "open", AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
CALL(ssize_t, write, "write", file, NULL, (int file, const void *bytes, size_t size), (file, bytes, size))
CALL(ssize_t, writev, "write", file, NULL, (int file, const struct iovec *parts, int n), (file, parts, n))
CALL(ssize_t, pwrite, "write", file, NULL, (int file, const void *bytes, size_t size, off_t offset), (file, bytes, size, offset))
CALL(ssize_t, pwrite64, "write", file, NULL, (int file, const void *bytes, size_t size, off64_t offset), (file, bytes, size, offset))
CALL(int, fsync, "fsync", file, NULL, (int file), (file))
CALL(int, syncfs, "syncfs", file, NULL, (int file), (file))
CALL(int, fdatasync, "fsync", file, NULL, (int file), (file))
CALL(int, ftruncate, "truncate", file, NULL, (int file, off_t size), (file, size))
CALL(int, ftruncate64, "truncate", file, NULL, (int file, off64_t size), (file, size))
CALL(int, rename, "rename", AT_FDCWD, to, (const char *from, const char *to), (from, to))
CALL(int, renameat, "rename", there, to, (int here, const char *from, int there, const char *to), (here, from, there, to))
CALL(int, renameat2, "rename", there, to, (int here, const char *from, int there, const char *to, unsigned flags), (here, from, there, to, flags))
CALL(int, link, "link", AT_FDCWD, to, (const char *from, const char *to), (from, to))
CALL(int, linkat, "link", there, to, (int here, const char *from, int there, const char *to, int flags), (here, from, there, to, flags))
CALL(int, symlink, "link", AT_FDCWD, to, (const char *from, const char *to), (from, to))
CALL(int, unlink, "unlink", AT_FDCWD, path, (const char *path), (path))
CALL(int, unlinkat, "unlink", folder, path, (int folder, const char *path, int flags), (folder, path, flags))
CALL(int, mkdir, "mkdir", AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
CALL(int, mkdirat, "mkdir", folder, path, (int folder, const char *path, mode_t mode), (folder, path, mode))
CALL(int, rmdir, "rmdir", AT_FDCWD, path, (const char *path), (path))
CALL(int, chmod, "chmod", AT_FDCWD, path, (const char *path, mode_t mode), (path, mode))
CALL(int, fchmod, "chmod", file, NULL, (int file, mode_t mode), (file, mode))

// Another program counts wherever it lies: FAULT_UNDER must name its beginning.
int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const words[], char *const variables[]) {
  if (reaches("spawn", path)) return errno;
  return REAL(posix_spawn)(pid, path, actions, attributes, words, variables);
}

pid_t fork(void) {
  if (reaches("spawn", "/usr/bin/")) return -1;
  return REAL(fork)();
}
