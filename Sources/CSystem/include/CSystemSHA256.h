/* SHA-256 (FIPS 180-4): what tells whether two stores hold the same bytes, also to somebody who would like them to seem
   so. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint32_t state[8];
  /* Bytes taken so far; the last of them that fill no block wait in `block`. */
  uint64_t count;
  uint8_t block[64];
} csystem_sha256;

void csystem_sha256_begin(csystem_sha256 *hash);
void csystem_sha256_add(csystem_sha256 *hash, const uint8_t *bytes, size_t count);
/* Writes the 32 bytes of the digest; the hash is of no use afterwards. */
void csystem_sha256_end(csystem_sha256 *hash, uint8_t *digest);
