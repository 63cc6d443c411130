#include "CSystemArguments.h"

#include <stddef.h>

static int count;
static char **words;

/* The GNU C library hands them to whatever runs before main. */
__attribute__((constructor)) static void keep(int argc, char **argv, char **environment) {
  (void)environment;
  count = argc;
  words = argv;
}

int csystem_argument_count(void) { return count; }

const char *csystem_argument(int index) { return index >= 0 && index < count ? words[index] : NULL; }
