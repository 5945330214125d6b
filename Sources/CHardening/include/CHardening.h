// System calls that Swift cannot reach (variadic or macro-only), and wiping that stays.
#pragma once
#include <malloc.h>  // malloc_usable_size and memalign, which Glibc's module leaves out
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// First statement of main: crash signals end in the kernel's default action (Swift's backtracer
// would print memory), no core dump, no reading by other processes of the same user, umask 077.
// Returns 0, or the errno of the first step that failed; the later steps are still taken.
int mainstay_harden(void);

// Overwrites memory in a way the compiler may not remove.
void mainstay_wipe(void *bytes, size_t count);

// True where freed memory is overwritten: glibc, and no sanitizer.
bool mainstay_wipes_on_free(void);

// What this thread allocates between the two, up to 1 KiB a piece, lies in locked pages for as long as
// it lives. They nest.
void mainstay_secret_begin(void);
void mainstay_secret_end(void);

// True for memory in a locked page.
bool mainstay_is_locked(const void *bytes);

// How much is locked.
struct mainstay_secret_report {
  size_t locked_bytes;  // pages that the system locked
  size_t held;          // pieces in them
  size_t unlocked;      // pieces for which no page could be locked: they lie in the ordinary heap
};
struct mainstay_secret_report mainstay_secret_report(void);

// Takes an exclusive flock, waiting for it at most `wait_ms`. Returns 0 or an errno (EWOULDBLOCK); the
// caller closes `fd` then.
int mainstay_lock(int fd, int wait_ms);

// Gives the flock back. Returns 0 or an errno.
int mainstay_unlock(int fd);

// open(2) with a mode, which is variadic in C. Returns a descriptor, or -errno.
int mainstay_open(const char *path, int flags, unsigned mode);

// True when the path lies on a file system whose locks and syncs cannot be trusted: NFS, SMB, FUSE,
// 9P, AFS and their like. Its name goes to `name`.
bool mainstay_is_remote(const char *path, char name[16]);

// The block device that a path is, or that the file lies on. False where there is none.
bool mainstay_device(const char *path, unsigned *major_number, unsigned *minor_number);

// A descriptor that becomes readable when the file is written to or replaced, or when a file of its
// folder is. -errno on failure.
int mainstay_watch(const char *path);

// Reads away what the watch has reported, so that poll waits again.
void mainstay_watch_drain(int fd);

// Replaces this process by a fresh copy of itself, so that nothing decrypted is left in memory.
// `environment` may be NULL for the present one. Returns an errno; does not return on success.
int mainstay_exec_self(char *const arguments[], char *const environment[]);
