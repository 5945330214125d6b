// The heap of the program: glibc's, with two things added.
//
// 1. What is freed is overwritten first, so that a note that is no longer used is no longer in memory.
// 2. What a thread allocates between mainstay_secret_begin and _end lies in locked pages, which the
//    kernel writes to no swap file and to no core, and gives to no child process.
//
// The functions stand in the executable, so they take the place of glibc's for every library in the
// process, Swift's own included, whether it is linked in or loaded. They are glibc's allocator all the
// same: memory from memalign, aligned_alloc, posix_memalign and calloc comes back here like any other.
#define _GNU_SOURCE
#include "CHardening.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Sanitizers bring an allocator of their own; another C library has no second name for its functions.
#if !defined(__has_feature)
#define __has_feature(x) 0
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
    !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer) && \
    !__has_feature(memory_sanitizer) && !__has_feature(hwaddress_sanitizer) && \
    !__has_feature(leak_sanitizer) && !__has_feature(scudo)
#define MAINSTAY_OWNS_HEAP 1
#else
#define MAINSTAY_OWNS_HEAP 0
#endif

bool mainstay_wipes_on_free(void) { return MAINSTAY_OWNS_HEAP; }

#if MAINSTAY_OWNS_HEAP

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void __libc_free(void *);

// MARK: Locked pages

enum {
  arena_bytes = 4 << 20,  // of addresses; pages are locked when they are first needed
  least_page = 4096,
  most_bytes = 1024,  // larger than any key
  classes = 6,        // 32, 64, 128, 256, 512, 1024
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char *arena;  // set once, under `turn`; read without it to tell whose a pointer is
static size_t page_bytes;
static size_t pages_used;
static size_t pages_locked;
static bool is_full;  // the system locks no more for this process
static unsigned char class_of_page[arena_bytes / least_page];
static void *free_slots[classes];
static struct mainstay_secret_report facts;
static _Thread_local unsigned depth;

static bool is_secret(const void *bytes) {
  const char *start = __atomic_load_n(&arena, __ATOMIC_ACQUIRE);
  const char *at = bytes;
  return start && at >= start && at < start + arena_bytes;
}

static size_t class_bytes(unsigned number) { return (size_t)32 << number; }

static size_t secret_bytes(const void *bytes) {
  return class_bytes(class_of_page[(size_t)((const char *)bytes - arena) / page_bytes]);
}

// Locks the next `count` pages; false where the system locks no more.
static bool lock_pages(size_t count) {
  char *start = arena + pages_locked * page_bytes;
  size_t bytes = count * page_bytes;
  if (start + bytes > arena + arena_bytes || mprotect(start, bytes, PROT_READ | PROT_WRITE) != 0 ||
      mlock(start, bytes) != 0) {
    return false;
  }
  // In no core even where cores were allowed again; zeros in a child, were there ever one.
  (void)madvise(start, bytes, MADV_DONTDUMP);
  (void)madvise(start, bytes, MADV_WIPEONFORK);
  pages_locked += count;
  facts.locked_bytes += bytes;
  return true;
}

// One more page for a class; false where the system locks no more.
static bool add_page(unsigned number) {
  if (is_full) return false;
  if (!arena) {
    page_bytes = (size_t)sysconf(_SC_PAGESIZE);
    char *start = mmap(NULL, arena_bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                       -1, 0);
    if (start == MAP_FAILED) {
      is_full = true;
      return false;
    }
    __atomic_store_n(&arena, start, __ATOMIC_RELEASE);
  }
  // As many more as there are already: few pages for few keys, few calls for many keys.
  if (pages_used == pages_locked && !(pages_used > 0 && lock_pages(pages_used)) && !lock_pages(1)) {
    is_full = true;
    return false;
  }
  char *page = arena + pages_used * page_bytes;
  class_of_page[pages_used++] = (unsigned char)number;
  for (size_t at = 0; at < page_bytes; at += class_bytes(number)) {
    *(void **)(page + at) = free_slots[number];
    free_slots[number] = page + at;
  }
  return true;
}

// Zeroed bytes in a locked page; NULL where there are none, or for too many.
static void *secret_take(size_t count) {
  if (count > most_bytes) return NULL;
  unsigned number = 0;
  while (class_bytes(number) < count) number++;
  int before = errno;
  pthread_mutex_lock(&turn);
  void *slot = NULL;
  if (free_slots[number] || add_page(number)) {
    slot = free_slots[number];
    free_slots[number] = *(void **)slot;
    *(void **)slot = NULL;
    facts.held++;
  } else {
    facts.unlocked++;
  }
  pthread_mutex_unlock(&turn);
  errno = before;
  return slot;
}

static void secret_give_back(void *slot) {
  explicit_bzero(slot, secret_bytes(slot));
  pthread_mutex_lock(&turn);
  unsigned number = class_of_page[(size_t)((char *)slot - arena) / page_bytes];
  *(void **)slot = free_slots[number];
  free_slots[number] = slot;
  facts.held--;
  pthread_mutex_unlock(&turn);
}

void mainstay_secret_begin(void) { depth++; }

void mainstay_secret_end(void) { depth--; }

struct mainstay_secret_report mainstay_secret_report(void) {
  pthread_mutex_lock(&turn);
  struct mainstay_secret_report now = facts;
  pthread_mutex_unlock(&turn);
  return now;
}

bool mainstay_is_locked(const void *bytes) { return is_secret(bytes); }

// MARK: The allocator's names

typedef size_t (*usable_size)(void *);
static usable_size libc_usable_size;

// Before main: until then nothing that was freed had anything in it.
__attribute__((constructor(101))) static void find_usable_size(void) {
  usable_size found = (usable_size)dlsym(RTLD_NEXT, "malloc_usable_size");
  __atomic_store_n(&libc_usable_size, found, __ATOMIC_RELEASE);
}

size_t malloc_usable_size(void *bytes) {
  if (!bytes) return 0;
  if (is_secret(bytes)) return secret_bytes(bytes);
  usable_size measure = __atomic_load_n(&libc_usable_size, __ATOMIC_ACQUIRE);
  if (!measure) {
    find_usable_size();
    measure = __atomic_load_n(&libc_usable_size, __ATOMIC_ACQUIRE);
  }
  return measure ? measure(bytes) : 0;
}

void *malloc(size_t count) {
  if (__builtin_expect(depth > 0, 0)) {
    void *slot = secret_take(count);
    if (slot) return slot;
  }
  return __libc_malloc(count);
}

void *calloc(size_t count, size_t each) {
  size_t total;
  if (__builtin_expect(depth > 0, 0) && !__builtin_mul_overflow(count, each, &total)) {
    void *slot = secret_take(total);
    if (slot) return slot;
  }
  return __libc_calloc(count, each);
}

void free(void *bytes) {
  if (!bytes) return;
  if (is_secret(bytes)) {
    secret_give_back(bytes);
    return;
  }
  usable_size measure = __atomic_load_n(&libc_usable_size, __ATOMIC_ACQUIRE);
  if (measure) explicit_bzero(bytes, measure(bytes));
  __libc_free(bytes);
}

// glibc's own would give the old place back unseen; this one never lets it move anything.
void *realloc(void *bytes, size_t count) {
  if (!bytes) return malloc(count);
  if (count == 0) {
    free(bytes);
    return NULL;
  }
  size_t had = malloc_usable_size(bytes);
  if (count <= had && (count >= had / 2 || had <= 64)) {
    explicit_bzero((char *)bytes + count, had - count);
    return bytes;
  }
  // What was locked stays locked where it can.
  void *moved = is_secret(bytes) ? secret_take(count) : NULL;
  if (!moved) moved = malloc(count);
  if (!moved) return NULL;
  memcpy(moved, bytes, count < had ? count : had);
  free(bytes);
  return moved;
}

#else

void mainstay_secret_begin(void) {}
void mainstay_secret_end(void) {}
struct mainstay_secret_report mainstay_secret_report(void) {
  return (struct mainstay_secret_report){0, 0, 0};
}
bool mainstay_is_locked(const void *bytes) {
  (void)bytes;
  return false;
}

#endif
