/* Who has the processor first. */
#pragma once

/* From now on this thread, and those that it starts, run where others leave them time. The main thread, which may have
 * to do without others, goes on as before. */
void csystem_give_way(void);

/* For a thread that works for long, a few times in a millisecond: where it gives way, whoever waits for its processor,
 * of this program or another, has it now and not only when this thread's own turn of some milliseconds is over. On a
 * processor that others keep busy it does so seldom: it would hardly come to read. */
void csystem_let_others(void);
