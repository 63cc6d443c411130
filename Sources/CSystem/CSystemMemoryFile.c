#define _GNU_SOURCE
#include "CSystemMemoryFile.h"

#include <sys/mman.h>

int csystem_memory_file(void) { return memfd_create("thuky", MFD_CLOEXEC); }
