// The terminal is as it was, however the program ends.
//
// Crash signals: write one constant string, put the saved modes back, then die as the signal would
// have it: default action and raise. The handler before ours is never called: Swift's crash
// reporter would print memory, and with it a child's name, onto the screen.
//
// SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH: one byte into a pipe, so that the session can seal a
// draft in ordinary code. Where it does not answer within five seconds, or on the second of the three
// that end the program, the terminal is restored here and the signal takes its course.
//
// Everything a handler calls is on POSIX's list of functions safe there.
#define _GNU_SOURCE 1
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Ends any half-written sequence; paste, focus, mouse and synchronised output off; plain look and
// character set; screen erased; cursor shown; cursor keys and keypad normal; the first screen back.
static const char restore_string[] =
    "\033\\\033[?2004l\033[?1004l\033[?1006l\033[?1000l\033[?1002l\033[?2026l"
    "\017\033(B\033[0m\033[H\033[2J\033[?25h\033[?1l\033>\033[?1049l";

// A full terminal buffer with nobody reading must not keep a dying process: at most this long.
enum { patience_in_seconds = 5, patience_for_output_in_ms = 200 };

static struct termios saved;
static int saved_tty = -1;
static volatile sig_atomic_t is_changed;
static volatile sig_atomic_t ending_signal;
static int pipe_read = -1, pipe_write = -1;
static pid_t owner;

// SIGXFSZ is not among them: a file that may not grow is an error of the write that tried, and the
// note stays on the screen.
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT, SIGSYS,
                              SIGXCPU};
static const int messages[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
enum { crash_count = sizeof crashes / sizeof *crashes, message_count = sizeof messages / sizeof *messages };
static struct sigaction before_crash[crash_count], before_message[message_count], before_alarm;
static bool is_installed;

bool mainstay_terminal_save(int tty) {
  if (tcgetattr(tty, &saved) != 0) return false;
  saved_tty = tty;
  return true;
}

void mainstay_terminal_changed(bool changed) { is_changed = changed; }

void mainstay_terminal_restore(void) {
  if (saved_tty >= 0) tcsetattr(saved_tty, TCSADRAIN, &saved);
}

// Safe in a handler. A child process that was forked and has not yet become another program leaves
// the terminal alone.
static void restore_in_handler(void) {
  if (!is_changed || saved_tty < 0 || getpid() != owner) return;
  is_changed = 0;
  size_t done = 0;
  const size_t length = sizeof restore_string - 1;
  int flags = fcntl(saved_tty, F_GETFL);
  if (flags >= 0) fcntl(saved_tty, F_SETFL, flags | O_NONBLOCK);
  while (done < length) {
    ssize_t wrote = write(saved_tty, restore_string + done, length - done);
    if (wrote > 0) {
      done += (size_t)wrote;
      continue;
    }
    if (wrote < 0 && errno == EINTR) continue;
    struct pollfd wait = {.fd = saved_tty, .events = POLLOUT};
    if (poll(&wait, 1, patience_for_output_in_ms) <= 0 || !(wait.revents & POLLOUT)) break;
  }
  if (flags >= 0) fcntl(saved_tty, F_SETFL, flags);
  // TCSANOW: waiting for output to drain could wait for ever.
  tcsetattr(saved_tty, TCSANOW, &saved);
}

static void die_of(int number) {
  struct sigaction normal = {.sa_handler = SIG_DFL};
  sigaction(number, &normal, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  // Not reached where the default action ends the process, as it does for all of ours.
  _exit(128 + number);
}

static void on_crash(int number) {
  restore_in_handler();
  die_of(number);
}

static void on_alarm(int number) {
  (void)number;
  restore_in_handler();
  die_of(ending_signal != 0 ? ending_signal : SIGTERM);
}

static void on_message(int number) {
  int kept_errno = errno;
  if (number == SIGHUP || number == SIGTERM || number == SIGINT) {
    if (ending_signal != 0) {
      restore_in_handler();
      die_of(number);
    }
    ending_signal = number;
    alarm(patience_in_seconds);
  }
  const unsigned char byte = (unsigned char)number;
  (void)!write(pipe_write, &byte, 1);
  errno = kept_errno;
}

// A stack overflow leaves no stack for the handler: it gets one of its own.
static void give_handlers_a_stack(void) {
  static char space[64 * 1024];
  stack_t stack = {.ss_sp = space, .ss_size = sizeof space};
  sigaltstack(&stack, NULL);
}

int mainstay_signals_install(void) {
  if (is_installed) return pipe_read;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  pipe_read = ends[0];
  pipe_write = ends[1];
  owner = getpid();
  ending_signal = 0;
  give_handlers_a_stack();

  struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
  sigfillset(&crash.sa_mask);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &crash, &before_crash[i]);

  struct sigaction alarm_action = {.sa_handler = on_alarm, .sa_flags = SA_ONSTACK};
  sigfillset(&alarm_action.sa_mask);
  sigaction(SIGALRM, &alarm_action, &before_alarm);

  struct sigaction message = {.sa_handler = on_message, .sa_flags = SA_ONSTACK | SA_RESTART};
  sigfillset(&message.sa_mask);
  for (int i = 0; i < message_count; i++) {
    sigaction(messages[i], NULL, &before_message[i]);
    // What was ignored stays ignored (nohup; a shell without job control).
    if (before_message[i].sa_handler != SIG_IGN) sigaction(messages[i], &message, NULL);
  }
  is_installed = true;
  return pipe_read;
}

void mainstay_signals_remove(void) {
  if (!is_installed) return;
  for (int i = 0; i < message_count; i++) sigaction(messages[i], &before_message[i], NULL);
  alarm(0);
  sigaction(SIGALRM, &before_alarm, NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &before_crash[i], NULL);
  close(pipe_read);
  close(pipe_write);
  pipe_read = pipe_write = -1;
  is_installed = false;
}

void mainstay_stop(void) {
  struct sigaction normal = {.sa_handler = SIG_DFL}, stop, go_on;
  sigaction(SIGTSTP, &normal, &stop);
  sigaction(SIGCONT, &normal, &go_on);  // continuing is told by returning
  raise(SIGTSTP);
  // Here again once the shell has continued us.
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go_on, NULL);
}
