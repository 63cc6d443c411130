/* The words of the command line, the program's name first. Swift's CommandLine finds them by reading /proc/self/maps,
   which takes a tenth of a millisecond of every start. */
#pragma once

int csystem_argument_count(void);

/* NULL behind the last word. */
const char *csystem_argument(int index);
