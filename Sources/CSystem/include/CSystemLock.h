/* What a process gives up for good, itself and every thread that it starts later. */
#pragma once

/* No program is started any more, no file is made (but in memory), changed or opened for writing, no socket is opened:
   the kernel says EPERM (seccomp). No core is dumped, nobody traces the process, a fault ends it without a word, and a
   stop that was asked for is none. 0, or -1 with errno where the kernel knows no such filters: the rest holds all the
   same. */
int csystem_lock(void);
