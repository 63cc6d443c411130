/* Where in 64 bytes the marks of a CSV file stand: quotes, commas, newlines. Bit n speaks of byte n. */
#pragma once
#include <stdint.h>

/* The same on every processor. */
static inline uint64_t csystem_marks_portable(const uint8_t *bytes) {
  uint64_t marks = 0;
  for (int i = 0; i < 64; i++) {
    const uint8_t byte = bytes[i];
    marks |= (uint64_t)(byte == '"' || byte == ',' || byte == '\n') << i;
  }
  return marks;
}

#ifdef __SSE2__
#include <emmintrin.h>

static inline uint64_t csystem_marks16(const uint8_t *bytes) {
  const __m128i block = _mm_loadu_si128((const __m128i *)bytes);
  const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
  const __m128i commas = _mm_cmpeq_epi8(block, _mm_set1_epi8(','));
  const __m128i newlines = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
  return (uint16_t)_mm_movemask_epi8(_mm_or_si128(quotes, _mm_or_si128(commas, newlines)));
}

/* The fastest that this processor has: SSE2 is part of every x86-64. */
static inline uint64_t csystem_marks(const uint8_t *bytes) {
  return csystem_marks16(bytes) | csystem_marks16(bytes + 16) << 16 | csystem_marks16(bytes + 32) << 32 |
         csystem_marks16(bytes + 48) << 48;
}
#else
static inline uint64_t csystem_marks(const uint8_t *bytes) { return csystem_marks_portable(bytes); }
#endif
