// SPDX-License-Identifier: Apache-2.0
#include <sodium.h>
#include <sys/prctl.h>

// prctl takes a variable number of arguments, which Swift can't call.
static inline int coffer_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
