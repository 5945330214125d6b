// One frame, one write. curses sends what it has at every movement of its cursor: dozens of small writes
// a frame, at each of which the terminal may wake up and take the processor. While a frame is drawn,
// standard output is a file in memory; then the terminal gets it whole.
//
// The file's pages are locked, as frames have names in them, and overwritten when they were sent. Where
// that cannot be had, curses writes to the terminal itself.
#define _GNU_SOURCE 1
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// A screen of 250x80 in changing colours takes half of it; the rest of a larger one follows unlocked.
enum { room = 256 * 1024 };

static int terminal = -1;
static int memory = -1;
static char *held;
static bool is_gathering;
static bool was_tried;

static bool prepare(void) {
  if (was_tried) return held != NULL;
  was_tried = true;
  terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  memory = memfd_create("frame", MFD_CLOEXEC);
  if (terminal < 0 || memory < 0 || ftruncate(memory, room) != 0) return false;
  void *pages = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  if (pages == MAP_FAILED) return false;
  if (mlock(pages, room) != 0) {
    munmap(pages, room);
    return false;
  }
  madvise(pages, room, MADV_DONTDUMP);
  held = pages;
  return true;
}

static bool become(int descriptor) {
  int done;
  do { done = dup2(descriptor, STDOUT_FILENO); } while (done < 0 && (errno == EINTR || errno == EBUSY));
  return done >= 0;
}

static void send_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(terminal, bytes, count);
    if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (sent <= 0) return;  // the terminal is gone; the loop hears of it by its signal
    bytes += sent;
    count -= (size_t)sent;
  }
}

void mainstay_gather(void) {
  // After Ctrl-Z curses sets the modes of the terminal through this descriptor, so it must be one.
  if (is_gathering || isendwin() || !prepare()) return;
  if (lseek(memory, 0, SEEK_SET) != 0) return;
  is_gathering = become(memory);
}

void mainstay_send(void) {
  if (!is_gathering) return;
  is_gathering = false;
  if (!become(terminal)) return;
  off_t end = lseek(memory, 0, SEEK_CUR);
  size_t first = end > room ? room : end > 0 ? (size_t)end : 0;
  send_all(held, first);
  explicit_bzero(held, first);
  if (end <= room) return;
  char rest[4096];
  ssize_t count;
  off_t from = room;
  while ((count = pread(memory, rest, sizeof rest, from)) > 0) {
    send_all(rest, (size_t)count);
    from += count;
  }
  explicit_bzero(rest, sizeof rest);
  (void)!ftruncate(memory, room);
}
