/* Where a new thread begins. */
#pragma once
#include <pthread.h>

/* Has a thread of these attributes begin on another processor than the one that its starter is running on. The system
 * often puts it on the same one, where it waits until its starter rests. 0, or -1 where there is no other. */
int csystem_begin_elsewhere(pthread_attr_t *attributes);

/* Lets a thread that began elsewhere run wherever the main thread may. */
void csystem_run_anywhere(void);
