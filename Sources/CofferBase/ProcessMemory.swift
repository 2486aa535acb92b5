// SPDX-License-Identifier: Apache-2.0
internal import CLinux

/// How the process's allocator behaves.
public enum ProcessMemory {
    /// Keeps up to 16 MiB of freed memory at the end of each heap. By default what a batch of requests frees goes back to
    /// the kernel at once, and comes back page by page, zeroed, with the next batch: a twentieth of a Decrypt's cost.
    public static func keepFreed() { coffer_keep_freed_memory() }
}
