/* Laid under the program by LD_PRELOAD: makes one of its calls to the system fail, or all of them come in small pieces.
 *
 *   FAULT_CALL   what fails: "open", "read", "write", "close", "rename", "fchmod", "pipe", "fork", "memory", ...
 *   FAULT_AT     which one, from 1; 0: none, they are only counted
 *   FAULT_ERRNO  what errno says then
 *   FAULT_KILL   set: the call is not made, the program is killed at it; of a write, half has gone out
 *   FAULT_COUNT  a file that takes the number of such calls when the program has ended by itself
 *   FAULT_PIECES set: reads and writes take at most a few bytes, and every other one is interrupted
 *   FAULT_CLOCK  set: the time of day jumps, back and forth, at each look
 *
 * Counting begins with main: what fails before that is the loader's. Children get none of this. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { kPiece = 61 };

static atomic_long calls;
static atomic_long reads, writes, polls, looks; /* apart: else a read could be interrupted each time that poll was not */
static long fail_at;
static int fail_errno = EIO;
static const char* fail_call = "";
static int kills;
static int pieces;
static int clock_jumps;
static atomic_int running;

static int is_due(const char* call) {
  if (!atomic_load(&running) || strcmp(call, fail_call) != 0) return 0;
  return atomic_fetch_add(&calls, 1) + 1 == fail_at;
}
static void strike(void) {
  if (kills) syscall(SYS_kill, getpid(), SIGKILL);
  errno = fail_errno;
}
static int fails(const char* call) {
  const int due = is_due(call);
  if (due) strike();
  return due;
}

/* dlsym allocates only to tell of an error, and there is none: the loader has all of these. */
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENING(name)                                        \
  int name(const char* path, int flags, ...) {               \
    va_list rest;                                            \
    va_start(rest, flags);                                   \
    const mode_t mode = va_arg(rest, mode_t);                \
    va_end(rest);                                            \
    return fails("open") ? -1 : REAL(name)(path, flags, mode); \
  }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                   \
  int name(int folder, const char* path, int flags, ...) {                 \
    va_list rest;                                                          \
    va_start(rest, flags);                                                 \
    const mode_t mode = va_arg(rest, mode_t);                              \
    va_end(rest);                                                          \
    return fails("open") ? -1 : REAL(name)(folder, path, flags, mode);     \
  }
OPENING_AT(openat)
OPENING_AT(openat64)

FILE* fopen(const char* path, const char* mode) { return fails("open") ? NULL : REAL(fopen)(path, mode); }
FILE* fopen64(const char* path, const char* mode) { return fails("open") ? NULL : REAL(fopen64)(path, mode); }
DIR* opendir(const char* path) { return fails("open") ? NULL : REAL(opendir)(path); }
int mkstemp(char* path) { return fails("open") ? -1 : REAL(mkstemp)(path); }
int mkstemp64(char* path) { return fails("open") ? -1 : REAL(mkstemp64)(path); }

static int interrupted(atomic_long* turns) {
  if (!pieces || !atomic_load(&running) || atomic_fetch_add(turns, 1) % 2 != 0) return 0;
  errno = EINTR;
  return 1;
}
static size_t piece(size_t size) { return pieces && atomic_load(&running) && size > kPiece ? kPiece : size; }

ssize_t read(int file, void* bytes, size_t size) {
  if (fails("read") || interrupted(&reads)) return -1;
  return syscall(SYS_read, file, bytes, piece(size));
}
ssize_t write(int file, const void* bytes, size_t size) {
  if (is_due("write")) {
    if (kills && syscall(SYS_write, file, bytes, size / 2) < 0) abort();
    strike();
    return -1;
  }
  if (interrupted(&writes)) return -1;
  return syscall(SYS_write, file, bytes, piece(size));
}
int close(int file) {
  const int failed = fails("close");
  const int result = (int)syscall(SYS_close, file);
  if (failed) errno = fail_errno;
  return failed ? -1 : result;
}
int rename(const char* from, const char* to) { return fails("rename") ? -1 : REAL(rename)(from, to); }
int fchmod(int file, mode_t mode) { return fails("fchmod") ? -1 : REAL(fchmod)(file, mode); }
int ftruncate(int file, off_t size) { return fails("ftruncate") ? -1 : REAL(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) { return fails("ftruncate") ? -1 : REAL(ftruncate64)(file, size); }
int pipe2(int ends[2], int flags) { return fails("pipe") ? -1 : REAL(pipe2)(ends, flags); }
pid_t fork(void) { return fails("fork") ? -1 : REAL(fork)(); }
void* mmap(void* at, size_t size, int protection, int flags, int file, off_t offset) {
  if (fails("mmap")) return MAP_FAILED;
  return (void*)syscall(SYS_mmap, at, size, protection, flags, file, offset);
}
void* mmap64(void* at, size_t size, int protection, int flags, int file, off64_t offset) {
  return mmap(at, size, protection, flags, file, offset);
}
int poll(struct pollfd* ends, nfds_t count, int wait) {
  return fails("poll") || interrupted(&polls) ? -1 : REAL(poll)(ends, count, wait);
}

/* Whichever allocator the program has; kept, for it is asked often. */
#define KEEP_REAL(name) \
  if (real_##name == NULL) real_##name = REAL(name)
static void* (*real_malloc)(size_t);
static void* (*real_calloc)(size_t, size_t);
static void* (*real_realloc)(void*, size_t);
static void* (*real_aligned_alloc)(size_t, size_t);
void* malloc(size_t size) {
  KEEP_REAL(malloc);
  return fails("memory") ? NULL : real_malloc(size);
}
void* calloc(size_t count, size_t size) {
  KEEP_REAL(calloc);
  return fails("memory") ? NULL : real_calloc(count, size);
}
void* realloc(void* at, size_t size) {
  KEEP_REAL(realloc);
  return fails("memory") ? NULL : real_realloc(at, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  KEEP_REAL(aligned_alloc);
  return fails("memory") ? NULL : real_aligned_alloc(alignment, size);
}

int clock_gettime(clockid_t clock, struct timespec* time) {
  const int result = (int)syscall(SYS_clock_gettime, clock, time);
  if (clock_jumps && clock == CLOCK_REALTIME) {
    const long turn = atomic_fetch_add(&looks, 1);
    time->tv_sec += (turn % 2 != 0 ? -1 : 1) * (turn % 50) * 86400L * 30;
  }
  return result;
}

static int (*real_main)(int, char**, char**);

static int main_with_faults(int argc, char** argv, char** environment) {
  const char* text = NULL;
  if ((text = getenv("FAULT_CALL")) != NULL) fail_call = text;
  if ((text = getenv("FAULT_AT")) != NULL) fail_at = atol(text);
  if ((text = getenv("FAULT_ERRNO")) != NULL) fail_errno = atoi(text);
  kills = getenv("FAULT_KILL") != NULL;
  pieces = getenv("FAULT_PIECES") != NULL;
  clock_jumps = getenv("FAULT_CLOCK") != NULL;
  atomic_store(&running, 1);
  const int status = real_main(argc, argv, environment);
  atomic_store(&running, 0);
  if ((text = getenv("FAULT_COUNT")) != NULL) {
    const int file = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    char digits[32];
    const int size = snprintf(digits, sizeof digits, "%ld\n", (long)atomic_load(&calls));
    if (syscall(SYS_write, file, digits, size) != size) abort();
    syscall(SYS_close, file);
  }
  return status;
}

int __libc_start_main(int (*program)(int, char**, char**), int argc, char** argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void* stack_end) {
  real_main = program;
  __typeof__(&__libc_start_main) real = (__typeof__(&__libc_start_main))dlsym(RTLD_NEXT, "__libc_start_main");
  return real(main_with_faults, argc, argv, init, fini, rtld_fini, stack_end);
}
