#define _GNU_SOURCE
#include "CSystemThread.h"

#include <sched.h>
#include <unistd.h>

int csystem_begin_elsewhere(pthread_attr_t *attributes) {
  cpu_set_t others;
  const int here = sched_getcpu();
  // More processors than a set has room for: the system knows better.
  if (here < 0 || sched_getaffinity(getpid(), sizeof others, &others) != 0) return -1;
  CPU_CLR(here, &others);
  if (CPU_COUNT(&others) == 0) return -1;
  return pthread_attr_setaffinity_np(attributes, sizeof others, &others) == 0 ? 0 : -1;
}

void csystem_run_anywhere(void) {
  cpu_set_t all;
  if (sched_getaffinity(getpid(), sizeof all, &all) == 0) sched_setaffinity(0, sizeof all, &all);
}
