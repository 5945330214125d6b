#define _GNU_SOURCE
#include "CHardening.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int mainstay_harden(void) {
  int first = 0;
  static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
  for (size_t i = 0; i < sizeof crashes / sizeof crashes[0]; i++) {
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigemptyset(&plain.sa_mask);
    if (sigaction(crashes[i], &plain, NULL) != 0 && first == 0) first = errno;
  }
  struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0 && first == 0) first = errno;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 && first == 0) first = errno;
  umask(077);
  return first;
}

void mainstay_wipe(void *bytes, size_t count) { explicit_bzero(bytes, count); }

int mainstay_lock(int fd, int wait_ms) {
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (;;) {
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) return 0;
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return errno;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed = (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000;
    if (passed >= wait_ms) return EWOULDBLOCK;
    struct timespec pause = {0, 2 * 1000 * 1000};
    nanosleep(&pause, NULL);
  }
}

int mainstay_unlock(int fd) { return flock(fd, LOCK_UN) == 0 ? 0 : errno; }

int mainstay_open(const char *path, int flags, unsigned mode) {
  for (;;) {
    int fd = open(path, flags, (mode_t)mode);
    if (fd >= 0) return fd;
    if (errno != EINTR) return -errno;
  }
}

bool mainstay_is_remote(const char *path, char name[16]) {
  static const struct {
    unsigned long magic;
    const char *name;
  } remote[] = {
      {0x6969, "NFS"},       {0x517B, "SMB"},     {0xFF534D42, "CIFS"}, {0xFE534D42, "SMB2"},
      {0x65735546, "FUSE"},  {0x01021997, "9P"},  {0x5346414F, "AFS"},  {0x6B414653, "AFS"},
      {0x73757245, "Coda"},  {0x00C36400, "Ceph"},
  };
  struct statfs found;
  name[0] = 0;
  if (statfs(path, &found) != 0) return false;
  for (size_t i = 0; i < sizeof remote / sizeof remote[0]; i++) {
    if (((unsigned long)found.f_type & 0xFFFFFFFFul) == remote[i].magic) {
      snprintf(name, 16, "%s", remote[i].name);
      return true;
    }
  }
  return false;
}

int mainstay_watch(const char *path) {
  int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd < 0) return -errno;
  if (inotify_add_watch(fd, path, IN_MODIFY | IN_MOVE_SELF | IN_DELETE_SELF) < 0) {
    int why = errno;
    close(fd);
    return -why;
  }
  return fd;
}

void mainstay_watch_drain(int fd) {
  char reports[4096];
  while (read(fd, reports, sizeof reports) > 0) {
  }
}

int mainstay_exec_self(char *const arguments[], char *const environment[]) {
  execve("/proc/self/exe", arguments, environment ? environment : environ);
  return errno;
}
