#include <malloc.h>

/* A start takes a megabyte. The heap of a thread grows by pages, each with a call that stops the other threads, so that
   a heap has that much from its beginning: that is a twentieth of all the time to the first frame.

   Asking for it also stops the C library from following what is freed with its two other bounds, so that they are set
   where it would come to: what is smaller than the first is not given back and asked for again in every frame. */
enum { atOnce = 1 << 20, ownMapping = 4 << 20, givenBack = 8 << 20 };

__attribute__((constructor)) static void set(void) {
  mallopt(M_TOP_PAD, atOnce);
  mallopt(M_MMAP_THRESHOLD, ownMapping);
  mallopt(M_TRIM_THRESHOLD, givenBack);
}
