// Accessors over curses. Text goes in as UTF-8: curses decodes it by the locale, which Curses.swift
// has checked.
#define _GNU_SOURCE 1
#include "CNcurses.h"
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;

bool mainstay_terminal_known(void) {
  int error = 0;
  return setupterm(NULL, STDOUT_FILENO, &error) == OK;
}

// curses sends `oc` when it comes back from Ctrl-Z: it would undo the colours the user gave the
// terminal, of which we change none. The string is in memory of this process; an empty one sends nothing.
static void silence(const char *capability) {
  char *value = tigetstr(capability);
  if (value != NULL && value != (char *)-1) value[0] = '\0';
}

bool mainstay_screen_start(void) {
  // initscr() ends the program where it fails; newterm() says so.
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return false;
  set_term(screen);
  silence("oc");
  // Emulators disagree about the background of cells that are moved in: curses writes them instead.
  idcok(stdscr, FALSE);
  return true;
}

void mainstay_screen_end(void) {
  if (screen == NULL) return;
  if (!isendwin()) endwin();
  delscreen(screen);
  screen = NULL;
}

WINDOW *mainstay_screen(void) { return stdscr; }
int mainstay_columns(void) { return COLS; }
int mainstay_rows(void) { return LINES; }
int mainstay_colours(void) { return COLORS; }
int mainstay_pairs(void) { return COLOR_PAIRS; }

bool mainstay_follow_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
    return false;
  }
  return resizeterm(size.ws_row, size.ws_col) == OK;
}

static attr_t attributes_of(int bits) {
  attr_t out = A_NORMAL;
  if (bits & mainstay_bold) out |= A_BOLD;
  if (bits & mainstay_dim) out |= A_DIM;
  if (bits & mainstay_italic) out |= A_ITALIC;
  if (bits & mainstay_underline) out |= A_UNDERLINE;
  if (bits & mainstay_reverse) out |= A_REVERSE;
  return out;
}

// A space of the look that is written with: what plain cells are made of.
static cchar_t model;
static int ground;

void mainstay_look(int attributes, int pair) {
  // The pair goes in twice: the short is for old programs, the int for more than 32,767 pairs.
  wattr_set(stdscr, attributes_of(attributes), (short)pair, &pair);
  // What has no pair of its own has the ground's, as curses does it for text.
  int shown = pair == 0 ? ground : pair;
  (void)setcchar(&model, L" ", attributes_of(attributes), (short)shown, &shown);
}

void mainstay_ground(int pair) {
  cchar_t blank;
  ground = pair;
  if (setcchar(&blank, L" ", A_NORMAL, (short)pair, &pair) == OK) wbkgrndset(stdscr, &blank);
}

void mainstay_put(int row, int column, const char *text, int bytes) {
  // In the last cell curses answers ERR because the cursor cannot go on; the cell is written.
  (void)mvwaddnstr(stdscr, row, column, text, bytes);
}

void mainstay_put_plain(int row, int column, const char *text, int bytes) {
  // One letter a cell: nothing is to be decoded, measured or combined.
  cchar_t cells[256];
  while (bytes > 0) {
    int count = bytes < 256 ? bytes : 256;
    for (int i = 0; i < count; i++) {
      cells[i] = model;
      cells[i].chars[0] = (unsigned char)text[i];
    }
    (void)mvwadd_wchnstr(stdscr, row, column, cells, count);
    text += count;
    column += count;
    bytes -= count;
  }
}

int mainstay_library_columns(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

const char *mainstay_key_bytes(const char *capability) {
  const char *value = tigetstr(capability);
  return value == (char *)-1 ? NULL : value;
}

bool mainstay_has(const char *capability) { return mainstay_key_bytes(capability) != NULL; }
