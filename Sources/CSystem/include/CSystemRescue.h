/* What gives a terminal back when the program cannot: a handler for faults, and for the signals that end a program
   while it is stuck in a write. Only async-signal-safe calls; everything it needs is prepared before. */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Keeps the modes of the terminal behind `descriptor` and the bytes that undo what will be done to it (at most 256),
   and handles faults (SEGV BUS ILL FPE TRAP SYS ABRT) and the signals of `ending` (bit n - 1 for
   signal n) from now on: restore, then die of the signal. 0, or -1 with errno. */
int csystem_rescue_arm(int descriptor, const char *bytes, size_t count, uint64_t ending);

/* Gives the terminal back now, without waiting for one that does not read. */
void csystem_rescue_now(void);

/* A terminal given back needs no rescue: the handlers stay, and only pass the signal on. */
void csystem_rescue_disarm(void);

/* After csystem_rescue_disarm, once the terminal is in use again. */
void csystem_rescue_rearm(void);
