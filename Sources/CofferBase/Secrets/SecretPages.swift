// SPDX-License-Identifier: Apache-2.0
internal import CSodium

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Pages fit for secrets, from libsodium: between guard pages, locked against swapping and left out of core dumps.
enum SecretPages {
    /// Once, before the first allocation. Raises the process's soft limit of locked memory to its hard one.
    static func prepare() {
        precondition(sodium_init() >= 0, "libsodium can't start")
        var limit = rlimit()
        if getrlimit(memlock, &limit) == 0, limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            _ = setrlimit(memlock, &limit)
        }
    }

    /// Zeroed memory, and whether the kernel locked it. `bytes` is a multiple of 64, and so is the address.
    static func allocate(_ bytes: Int) -> (start: UnsafeMutableRawPointer, isLocked: Bool) {
        guard let start = sodium_malloc(bytes) else { preconditionFailure("no memory for \(bytes) bytes of secrets") }
        // sodium_malloc locks and drops the answer. Locks don't add up (mlock(2)), so asking again only gets it.
        let isLocked = sodium_mlock(start, bytes) == 0
        #if os(Linux)
            // A forked child would inherit a copy that is neither locked nor ever wiped: give it zeros instead.
            // Kernels before 4.14 lack this and inherit as ever.
            let page = sysconf(Int32(_SC_PAGESIZE))
            let first = Int(bitPattern: start) / page * page
            let end = (Int(bitPattern: start) + bytes + page - 1) / page * page
            _ = madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, MADV_WIPEONFORK)
        #endif
        // sodium_malloc fills with 0xdb.
        sodium_memzero(start, bytes)
        return (start, isLocked)
    }

    /// Wipes, unlocks and unmaps. Stops the process where something wrote past the end.
    static func free(_ start: UnsafeMutableRawPointer) { sodium_free(start) }

    static var lockLimit: Int? {
        var limit = rlimit()
        guard getrlimit(memlock, &limit) == 0 else { return nil }
        return limit.rlim_cur >= UInt(Int.max) ? nil : Int(limit.rlim_cur)
    }

    #if canImport(Glibc)
        private static var memlock: Int32 { Int32(__RLIMIT_MEMLOCK.rawValue) }
    #else
        private static var memlock: Int32 { RLIMIT_MEMLOCK }
    #endif
}
