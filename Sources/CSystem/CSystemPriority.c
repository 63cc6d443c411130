#define _GNU_SOURCE
#include "CSystemPriority.h"

#include <sys/resource.h>
#include <unistd.h>

void csystem_give_way(void) {
  pid_t thread = gettid();
  if (thread != getpid()) setpriority(PRIO_PROCESS, (id_t)thread, 10);
}
