/* ncurses for Swift: the wide-character API, its globals as functions, and the macros that the importer skips. */
#pragma once
/* Must precede any <curses.h>: Clang modules are built in isolation, so flags of the importing target do not reach
   this header. */
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>

/* Mutable C globals are an error in Swift 6; functions are fine. */
static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_colors(void) { return COLORS; }

static const attr_t NC_BOLD = A_BOLD, NC_DIM = A_DIM, NC_UNDERLINE = A_UNDERLINE, NC_REVERSE = A_REVERSE;
static const mmask_t NC_BUTTON1_PRESSED = BUTTON1_PRESSED, NC_WHEEL_UP = BUTTON4_PRESSED,
                     NC_WHEEL_DOWN = BUTTON5_PRESSED;
