/* The store of the 2023 plan, as files inside the binary. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *path;
  const uint8_t *bytes;
  size_t count;
} plan_file;

size_t plan_file_count(void);
/* `index` must be less than plan_file_count(). Files stand in byte order of their paths. */
plan_file plan_file_at(size_t index);
