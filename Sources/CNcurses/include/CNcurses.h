// What Swift cannot reach of curses and of signals, and nothing else.
//
//   Screen.c      stdscr, attributes and the like: macros and variables that Swift does not import
//   Signals.c     a terminal that is as it was after a crash, a hang-up, Ctrl-Z
#pragma once

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>
#include <stdbool.h>

// MARK: Screen.c

/// The attributes a theme can ask for, as bits of our own.
enum {
  mainstay_bold = 1 << 0,
  mainstay_dim = 1 << 1,
  mainstay_italic = 1 << 2,
  mainstay_underline = 1 << 3,
  mainstay_reverse = 1 << 4,
};

/// Starts curses on standard input and output; false where the terminal cannot do it.
bool mainstay_screen_start(void);
/// Ends it and gives its memory back.
void mainstay_screen_end(void);
/// The whole screen.
WINDOW *_Nullable mainstay_screen(void);
/// Columns and rows as curses knows them.
int mainstay_columns(void);
int mainstay_rows(void);
/// Asks the kernel for the terminal's size and tells curses; false where the kernel says nothing.
bool mainstay_follow_size(void);
/// Colours and pairs of this terminal, after start_color().
int mainstay_colours(void);
int mainstay_pairs(void);
/// The look of what is written next.
void mainstay_look(int attributes, int pair);
/// The look of cells that nothing was written to.
void mainstay_ground(int pair);
/// Writes UTF-8 (or ASCII in another locale) at a place; what does not fit is left out.
void mainstay_put(int row, int column, const char *_Nonnull text, int bytes);
/// Writes ASCII that shows, all of which fits.
void mainstay_put_plain(int row, int column, const char *_Nonnull text, int bytes);
/// Columns the C library, and so curses, gives a code point in this locale; -1: it would not show it.
int mainstay_library_columns(unsigned int scalar);
/// True where the terminal has the capability.
bool mainstay_has(const char *_Nonnull capability);
/// What the terminal sends for a key (`kcuu1`), or NULL.
const char *_Nullable mainstay_key_bytes(const char *_Nonnull capability);
/// Checks that TERM names a known terminal, without starting curses.
bool mainstay_terminal_known(void);

// MARK: Signals.c

/// Remembers how the terminal is now, to put it back.
bool mainstay_terminal_save(int tty);
/// From here on a crash puts the terminal back; false: it no longer needs to.
void mainstay_terminal_changed(bool changed);
/// Puts the saved modes back (line editing, echo) without a word to the screen.
void mainstay_terminal_restore(void);

/// Installs the handlers; returns the end of the pipe that signals come out of, one byte each, or -1.
int mainstay_signals_install(void);
/// Puts the dispositions back that were there before.
void mainstay_signals_remove(void);
/// Stops the process as Ctrl-Z would have; returns when it is continued.
void mainstay_stop(void);
