/* What a full-screen list costs at least: ncurses, a pseudo-terminal and the kernel, and nothing of our own.
 *
 *   cc -O2 floor.c -o floor -lncursesw        ./floor [how many rows]
 *
 * Rows are made up from their number and from constant Vietnamese text; no file is read. One row is highlighted: j
 * and k (or the arrows) move it by one, PgDn and PgUp by a screen, g and G to the ends; q ends. A movement inside the
 * window draws two rows anew; one over its edge scrolls the window by a line; a longer one draws every row.
 */
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <stdlib.h>

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

enum { AGENCY_COLOR = 1, PLAIN_COLOR, GOOD_COLOR, FAIR_COLOR, POOR_COLOR };

static const char *const agencies[] = {
    "UBND tỉnh Lạng Sơn", "Bộ Thông tin và Truyền thông", "UBND TP. Đà Nẵng", "Ngân hàng Nhà nước Việt Nam",
    "UBND tỉnh Bà Rịa – Vũng Tàu", "Bộ Lao động, Thương binh và Xã hội", "Bảo hiểm xã hội Việt Nam"};
static const char *const measures[] = {
    "Dịch vụ công trực tuyến", "Hồ sơ công việc trên mạng", "Cơ sở dữ liệu mở", "Thanh toán không tiền mặt",
    "Hệ thống được phê duyệt cấp độ"};

static int count = 36828; /* rows of the list */
static int first;         /* the row in the window's first line */
static int selected;

static int window_lines(void) { return LINES - 1; } /* the last line is the status line */

/* A percentage in hundredths that looks arbitrary and is the same every time. */
static int value_of(int row) { return (int)(((unsigned)row * 2246822519u) >> 15) % 10001; }

static int color_of(int value) { return value >= 8000 ? GOOD_COLOR : value >= 5000 ? FAIR_COLOR : POOR_COLOR; }

/* Fills the rest of the line, so that the highlight is a bar. */
static void fill(attr_t highlight) { hline(' ' | COLOR_PAIR(PLAIN_COLOR) | highlight, COLS); }

static void draw_line(int line) {
  int row = first + line;
  move(line, 0);
  if (row >= count) {
    clrtoeol();
    return;
  }
  attr_t highlight = row == selected ? A_REVERSE : A_NORMAL;
  attrset(highlight);
  printw("%6d ", row + 1);
  attrset(COLOR_PAIR(AGENCY_COLOR) | highlight);
  addstr(agencies[row % COUNT(agencies)]);
  attrset(COLOR_PAIR(PLAIN_COLOR) | highlight);
  fill(highlight);
  if (COLS > 44) mvaddstr(line, 37, measures[row % COUNT(measures)]);
  fill(highlight);
  if (COLS > 76) {
    int value = value_of(row);
    attrset(COLOR_PAIR(color_of(value)) | A_BOLD | highlight);
    mvprintw(line, 68, "%3d,%02d %%", value / 100, value % 100);
  }
  attrset(A_NORMAL);
}

static void draw_window(void) {
  for (int line = 0; line < window_lines(); line++) draw_line(line);
}

static void show(void) {
  attrset(A_REVERSE);
  mvprintw(LINES - 1, 0, " Dòng %d/%d ", selected + 1, count);
  hline(' ' | A_REVERSE, COLS);
  attrset(A_NORMAL);
  refresh();
}

static void scroll_window(int by) {
  wsetscrreg(stdscr, 0, window_lines() - 1);
  scrollok(stdscr, TRUE);
  scrl(by);
  scrollok(stdscr, FALSE);
  first += by;
}

static int clamp(int value, int low, int high) { return value < low ? low : value > high ? high : value; }

static void select_row(int row) {
  int before = selected;
  selected = clamp(row, 0, count - 1);
  int last = first + window_lines() - 1;
  if (selected == first - 1) {
    scroll_window(-1);
  } else if (selected == last + 1) {
    scroll_window(1);
  } else if (selected < first || selected > last) {
    first = selected < first ? selected : selected - window_lines() + 1;
    draw_window();
    show();
    return;
  }
  draw_line(before - first);
  draw_line(selected - first);
  show();
}

static void select_page(int direction) {
  int page = window_lines();
  int to = clamp(first + direction * page, 0, count > page ? count - page : 0);
  if (to == first) {
    select_row(direction < 0 ? 0 : count - 1);
    return;
  }
  selected = clamp(selected + to - first, 0, count - 1);
  first = to;
  draw_window();
  show();
}

static void start(void) {
  setlocale(LC_ALL, "");
  initscr();
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  curs_set(0);
  idlok(stdscr, TRUE);
  start_color();
  use_default_colors();
  init_pair(AGENCY_COLOR, COLOR_CYAN, -1);
  init_pair(PLAIN_COLOR, -1, -1);
  init_pair(GOOD_COLOR, COLOR_GREEN, -1);
  init_pair(FAIR_COLOR, COLOR_YELLOW, -1);
  init_pair(POOR_COLOR, COLOR_RED, -1);
}

int main(int argc, char **argv) {
  if (argc > 1) count = clamp(atoi(argv[1]), 1, 100000000);
  start();
  draw_window();
  show();
  for (;;) {
    switch (getch()) {
    case 'j': case KEY_DOWN: select_row(selected + 1); break;
    case 'k': case KEY_UP: select_row(selected - 1); break;
    case KEY_NPAGE: select_page(1); break;
    case KEY_PPAGE: select_page(-1); break;
    case 'g': case KEY_HOME: select_row(0); break;
    case 'G': case KEY_END: select_row(count - 1); break;
    case KEY_RESIZE: first = selected; draw_window(); show(); break;
    case 'q': case ERR: endwin(); return 0;
    }
  }
}
