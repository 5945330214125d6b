#define _GNU_SOURCE
#include "CHardening.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
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

// Waiting for the lock in a thread of its own: the kernel wakes it the moment the lock is free, so
// nobody is starved by a program that takes it again and again, as whoever only looks now and then
// is; and no signal handler of the program is touched to end the wait.
struct turn {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int fd;  // a duplicate: the same open file, and so the same lock
  int result;
  bool done, abandoned;
};

static void turn_free(struct turn *turn) {
  pthread_cond_destroy(&turn->changed);
  pthread_mutex_destroy(&turn->mutex);
  free(turn);
}

static void *turn_wait(void *argument) {
  struct turn *turn = argument;
  int result;
  do {
    result = flock(turn->fd, LOCK_EX) == 0 ? 0 : errno;
  } while (result == EINTR);
  pthread_mutex_lock(&turn->mutex);
  bool abandoned = turn->abandoned;
  turn->result = result;
  turn->done = true;
  pthread_cond_signal(&turn->changed);
  pthread_mutex_unlock(&turn->mutex);
  // Where nobody waits any more, this was the last descriptor of the file: the lock goes with it.
  close(turn->fd);
  if (abandoned) turn_free(turn);
  return NULL;
}

int mainstay_lock(int fd, int wait_ms) {
  for (;;) {
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) return 0;
    if (errno == EWOULDBLOCK) break;
    if (errno != EINTR) return errno;
  }
  struct turn *turn = calloc(1, sizeof *turn);
  if (turn == NULL) return ENOMEM;
  pthread_condattr_t monotonic;
  pthread_condattr_init(&monotonic);
  pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
  pthread_cond_init(&turn->changed, &monotonic);
  pthread_condattr_destroy(&monotonic);
  pthread_mutex_init(&turn->mutex, NULL);
  turn->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
  if (turn->fd < 0) {
    int why = errno;
    turn_free(turn);
    return why;
  }
  struct timespec end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += wait_ms / 1000;
  end.tv_nsec += (long)(wait_ms % 1000) * 1000000;
  if (end.tv_nsec >= 1000000000) {
    end.tv_sec++;
    end.tv_nsec -= 1000000000;
  }
  // Signals stay with the threads that expect them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  int failed = pthread_create(&thread, NULL, turn_wait, turn);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (failed != 0) {
    close(turn->fd);
    turn_free(turn);
    return failed;
  }
  pthread_mutex_lock(&turn->mutex);
  int timed = 0;
  while (!turn->done && timed == 0) {
    timed = pthread_cond_timedwait(&turn->changed, &turn->mutex, &end);
  }
  if (turn->done) {
    int result = turn->result;
    pthread_mutex_unlock(&turn->mutex);
    pthread_join(thread, NULL);
    turn_free(turn);
    return result;
  }
  turn->abandoned = true;
  pthread_mutex_unlock(&turn->mutex);
  pthread_detach(thread);
  return EWOULDBLOCK;
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
      {0x73757245, "Coda"},  {0x00C36400, "Ceph"},    {0x786F4256, "VirtualBox"},
      {0xBACBACBC, "VMware"}, {0x0BD00BD0, "Lustre"}, {0x47504653, "GPFS"},
      {0x20030528, "OrangeFS"},
  };
  struct statfs found;
  name[0] = 0;
  while (statfs(path, &found) != 0) {
    if (errno != EINTR) return false;
  }
  for (size_t i = 0; i < sizeof remote / sizeof remote[0]; i++) {
    if (((unsigned long)found.f_type & 0xFFFFFFFFul) == remote[i].magic) {
      snprintf(name, 16, "%s", remote[i].name);
      return true;
    }
  }
  return false;
}

bool mainstay_device(const char *path, unsigned *major_number, unsigned *minor_number) {
  struct stat facts;
  if (stat(path, &facts) != 0) return false;
  dev_t number = S_ISBLK(facts.st_mode) ? facts.st_rdev : facts.st_dev;
  *major_number = major(number);
  *minor_number = minor(number);
  return true;
}

int mainstay_watch(const char *path) {
  int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd < 0) return -errno;
  // IN_ATTRIB: a file that is replaced while it is held open only loses a link.
  if (inotify_add_watch(fd, path, IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF) < 0) {
    int why = errno;
    close(fd);
    return -why;
  }
  // Its folder too: what lies beside it may be replaced, or a copy may turn up. Without this watch
  // new entries are still heard of.
  char folder[4096];
  size_t length = strlen(path);
  while (length > 0 && path[length - 1] != '/') length--;
  if (length > 1 && length <= sizeof folder) {
    memcpy(folder, path, length - 1);
    folder[length - 1] = 0;
    (void)inotify_add_watch(fd, folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
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
