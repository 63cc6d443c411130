#define _GNU_SOURCE
#include "CSystemRescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t armed;
static int descriptor;
static struct termios modes;
static char restore[256];
static size_t restore_count;
/* A stack of its own: the fault may be that there is none left. */
static char stack[16384];

void csystem_rescue_now(void) {
  const int saved = errno;
  const int flags = fcntl(descriptor, F_GETFL);
  if (flags != -1) fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  if (write(descriptor, restore, restore_count) == -1) { /* The line is dead or full: the modes still matter. */ }
  if (flags != -1) fcntl(descriptor, F_SETFL, flags);
  tcsetattr(descriptor, TCSANOW, &modes);
  errno = saved;
}

static void handle(int number) {
  if (armed) {
    armed = 0;
    /* A program in the background that sets modes would be stopped here. */
    sigset_t output;
    sigemptyset(&output);
    sigaddset(&output, SIGTTOU);
    sigprocmask(SIG_BLOCK, &output, NULL);
    csystem_rescue_now();
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  sigset_t own;
  sigemptyset(&own);
  sigaddset(&own, number);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &own, NULL);
}

static int handle_signal(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

int csystem_rescue_arm(int fd, const char *bytes, size_t count, uint64_t ending) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS, SIGABRT};
  descriptor = fd;
  if (tcgetattr(fd, &modes) == -1) return -1;
  restore_count = count < sizeof restore ? count : sizeof restore;
  memcpy(restore, bytes, restore_count);
  armed = 1;
  const stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(&alternate, NULL) == -1) return -1;
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
    if (handle_signal(faults[i]) == -1) return -1;
  /* The C library keeps some real-time signals to itself: those cannot be handled, and end nobody. */
  for (int number = 1; number <= 64; number++)
    if (ending >> (number - 1) & 1) handle_signal(number);
  return 0;
}

void csystem_rescue_disarm(void) { armed = 0; }

void csystem_rescue_rearm(void) { armed = 1; }
