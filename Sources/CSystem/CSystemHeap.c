#include <malloc.h>

/* A start takes a megabyte. By a page at a time, which is how the C library enlarges the heap of a thread, that would
   be two hundred calls, each of which stops the other threads: a twentieth of all the time to the first frame.

   Asking for that also stops the C library from following what is freed with its two other bounds, so that they are set
   where it would come to: what is smaller than the first is not given back and asked for again in every frame. */
enum { atOnce = 1 << 20, ownMapping = 4 << 20, givenBack = 8 << 20 };

__attribute__((constructor)) static void set(void) {
  mallopt(M_TOP_PAD, atOnce);
  mallopt(M_MMAP_THRESHOLD, ownMapping);
  mallopt(M_TRIM_THRESHOLD, givenBack);
}
