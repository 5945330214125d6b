// System calls that Swift cannot reach (variadic or macro-only), and wiping that stays.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// First statement of main: crash signals end in the kernel's default action (Swift's backtracer
// would print memory), no core dump, no reading by other processes of the same user, umask 077.
// Returns 0, or the errno of the first step that failed; the later steps are still taken.
int mainstay_harden(void);

// Overwrites memory in a way the compiler may not remove.
void mainstay_wipe(void *bytes, size_t count);

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

// A descriptor that becomes readable when the file is written to or replaced, or when a file of its
// folder is. -errno on failure.
int mainstay_watch(const char *path);

// Reads away what the watch has reported, so that poll waits again.
void mainstay_watch_drain(int fd);

// Replaces this process by a fresh copy of itself, so that nothing decrypted is left in memory.
// `environment` may be NULL for the present one. Returns an errno; does not return on success.
int mainstay_exec_self(char *const arguments[], char *const environment[]);
