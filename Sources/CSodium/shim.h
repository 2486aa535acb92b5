// SPDX-License-Identifier: Apache-2.0
#include <sodium.h>
#include <sys/prctl.h>

// prctl takes a variable number of arguments, which Swift can't call.
static inline int coffer_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// malloc.h is in none of Swift's modules.
#include <malloc.h>
static inline void coffer_keep_freed_memory(void) {
    mallopt(M_TRIM_THRESHOLD, 16 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
}
