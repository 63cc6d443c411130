/* A file that is nowhere but in memory; Swift does not see Linux' own call for it. */
#pragma once

/* An empty file without a name, open for reading and writing and closed on exec. A descriptor, or -1 with errno. */
int csystem_memory_file(void);
