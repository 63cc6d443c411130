/* Moving a file without taking the place of another. */
#pragma once

/* Gives a file another name, unless there is something of that name: EEXIST. 0, or -1 with errno; EINVAL or ENOSYS where
   the kernel or the file system cannot. */
int csystem_rename_to_new(const char *path, const char *name);
