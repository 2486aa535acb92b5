// SPDX-License-Identifier: Apache-2.0
#include <archive.h>
#include <archive_entry.h>

// Linux's own, which Swift's Glibc module leaves out.
extern int memfd_create(const char *name, unsigned int flags);
extern int pipe2(int descriptors[2], int flags);
