#define _GNU_SOURCE
#include "CSystemPriority.h"

#include <sched.h>
#include <stdint.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Below 0 where it is not known yet: niceness is inherited, this is not. */
static _Thread_local int givesWay = -1;
/* Nanoseconds: until when a thread keeps what it gets. */
static _Thread_local int64_t keepsUntil;

/* Away for so long, somebody was there who has more to do than a frame. Then the kernel's own turns are fair. */
enum { aFrame = 1000 * 1000, turns = 16 * 1000 * 1000 };

static int64_t now(void) {
  struct timespec time = {0};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void csystem_give_way(void) {
  pid_t thread = gettid();
  if (thread != getpid()) setpriority(PRIO_PROCESS, (id_t)thread, 10);
  givesWay = -1;
}

void csystem_let_others(void) {
  if (givesWay < 0) {
    givesWay = getpriority(PRIO_PROCESS, (id_t)gettid()) > getpriority(PRIO_PROCESS, (id_t)getpid());
  }
  if (!givesWay) return;
  const int64_t before = now();
  if (before < keepsUntil) return;
  sched_yield();
  const int64_t after = now();
  if (after - before > aFrame) keepsUntil = after + turns;
}
