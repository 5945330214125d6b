// Makes system calls of another program fail, through LD_PRELOAD, and writes down what it asked for.
//
//   FAULT_PATH     only calls on files whose path holds this
//   FAULT_CALL     write, fsync (fdatasync too), ftruncate, open, read, flock, any; nothing fails without
//   FAULT_AT       the k-th such call fails, from 1
//   FAULT_ERRNO    with this number (5 is EIO); -1: a short write, half of the bytes
//   FAULT_ALWAYS   1: and every later one; 2: every second call from the k-th on (a storm of signals)
//   FAULT_TRIGGER  calls are counted only once this file is there
//   FAULT_LOG      one line a call: name, file, what came of it
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static long calls;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void tell(const char *call, const char *path, const char *what) {
  const char *log = getenv("FAULT_LOG");
  if (log == NULL) return;
  int fd = NEXT(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return;
  char line[5000];
  int length = snprintf(line, sizeof line, "%s %s %s\n", call, path, what);
  if (NEXT(write)(fd, line, (size_t)length) < 0) abort();
  close(fd);
}

// 0: let it be; -1: short; else the error number.
static int fault(const char *call, const char *path) {
  const char *part = getenv("FAULT_PATH");
  if (part == NULL || strstr(path, part) == NULL) return 0;
  int result = 0;
  const char *wanted = getenv("FAULT_CALL"), *trigger = getenv("FAULT_TRIGGER");
  bool counts = wanted != NULL && (strcmp(wanted, call) == 0 || strcmp(wanted, "any") == 0) &&
                (trigger == NULL || access(trigger, F_OK) == 0);
  if (counts) {
    long at = atol(getenv("FAULT_AT") ? getenv("FAULT_AT") : "1");
    long always = atol(getenv("FAULT_ALWAYS") ? getenv("FAULT_ALWAYS") : "0");
    pthread_mutex_lock(&turn);
    long now = ++calls;
    pthread_mutex_unlock(&turn);
    if (now == at || (now > at && (always == 1 || (always == 2 && (now - at) % 2 == 0)))) {
      result = atoi(getenv("FAULT_ERRNO") ? getenv("FAULT_ERRNO") : "5");
    }
  }
  tell(call, path, result == 0 ? "ok" : "FAILS");
  return result;
}

static int fault_of(const char *call, int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fault(call, path);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  int code = fault_of("write", fd);
  if (code == -1) return NEXT(write)(fd, bytes, count / 2 ? count / 2 : count);
  if (code != 0) {
    errno = code;
    return -1;
  }
  return NEXT(write)(fd, bytes, count);
}

ssize_t pread(int fd, void *bytes, size_t count, off_t at) {
  int code = fault_of("read", fd);
  if (code == -1) return NEXT(pread)(fd, bytes, count / 2 ? count / 2 : count, at);
  if (code != 0) {
    errno = code;
    return -1;
  }
  return NEXT(pread)(fd, bytes, count, at);
}

#define SIMPLE(name, call, type, ...)      \
  {                                        \
    int code = fault_of(call, fd);         \
    if (code > 0) {                        \
      errno = code;                        \
      return -1;                           \
    }                                      \
    return NEXT(name)(__VA_ARGS__);        \
  }

int fsync(int fd) SIMPLE(fsync, "fsync", int, fd)
int fdatasync(int fd) SIMPLE(fdatasync, "fsync", int, fd)
int ftruncate(int fd, off_t size) SIMPLE(ftruncate, "ftruncate", int, fd, size)
int flock(int fd, int what) SIMPLE(flock, "flock", int, fd, what)

int rename(const char *from, const char *to) {
  int code = fault("rename", to);
  if (code > 0) {
    errno = code;
    return -1;
  }
  return NEXT(rename)(from, to);
}

int unlink(const char *path) {
  int code = fault("unlink", path);
  if (code > 0) {
    errno = code;
    return -1;
  }
  return NEXT(unlink)(path);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  int code = fault("open", path);
  if (code > 0) {
    errno = code;
    return -1;
  }
  return NEXT(open)(path, flags, mode);
}
