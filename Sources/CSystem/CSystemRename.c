#define _GNU_SOURCE
#include "CSystemRename.h"
#include <fcntl.h>
#include <stdio.h>

int csystem_rename_to_new(const char *path, const char *name) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE);
}
