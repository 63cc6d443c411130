#pragma once

/* From now on this thread, and those that it starts, run where others leave them time. The main thread, which may have
 * to do without others, goes on as before. */
void csystem_give_way(void);
