#define _GNU_SOURCE
#include "CSystemPriority.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

/* Below 0 where it is not known yet: a thread inherits it. */
static _Thread_local int givesWay = -1;

void csystem_give_way(void) {
  pid_t thread = gettid();
  if (thread != getpid()) setpriority(PRIO_PROCESS, (id_t)thread, 10);
  givesWay = -1;
}

void csystem_let_others(void) {
  if (givesWay < 0) {
    givesWay = getpriority(PRIO_PROCESS, (id_t)gettid()) > getpriority(PRIO_PROCESS, (id_t)getpid());
  }
  if (givesWay) sched_yield();
}
