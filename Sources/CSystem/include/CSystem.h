/* What Swift's Glibc module hides: it is built without _GNU_SOURCE and leaves these headers out. */
#pragma once
#include <malloc.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <wchar.h>

extern int wcwidth(wchar_t);

/* Columns that the C library gives a scalar in the current locale; -1 for what it cannot print. */
static inline int csystem_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/* Gives the system back what was freed: what a large reading needed is not needed again soon. */
static inline void csystem_trim(void) { malloc_trim(0); }

#include "CSystemArguments.h"
#include "CSystemLock.h"
#include "CSystemMarks.h"
#include "CSystemMemoryFile.h"
#include "CSystemPriority.h"
#include "CSystemRename.h"
#include "CSystemRescue.h"
#include "CSystemSHA256.h"
#include "CSystemThread.h"
