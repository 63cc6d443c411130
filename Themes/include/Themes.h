/* The `.theme` files of this folder, as they stand, inside the binary. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} theme_file;

size_t theme_file_count(void);
/* `index` must be less than theme_file_count(). */
theme_file theme_file_at(size_t index);
