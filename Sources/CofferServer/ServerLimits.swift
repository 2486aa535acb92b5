// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// What strangers may take of the machine.
enum ServerLimits {
    /// Seconds for a request to arrive whole, and for a connection to stay idle.
    static let requestSeconds: Int64 = 30
    /// All header fields of a request together, and how many there may be.
    static let headerBytes = 32 * 1024
    static let headerFields = 256
    /// Bytes that are read at once, and that may wait to be understood.
    static let readBytes = 16 * 1024
    static let undecodedBytes = 128 * 1024
    /// Seconds for a client to close, once it has taken its last reply.
    static let lingerSeconds: Int64 = 5
    /// The same, where the server ends.
    static let drainSeconds: Int64 = 1
    /// The largest body of a request that shows no signature, in bytes: none can be answered but with an error.
    static let largestUnsignedBody = 16 * 1024
    /// Bytes of bodies, and of requests that were sent ahead, that may be held at once: all connections together.
    static let heldBodies = 128 * 1024 * 1024

    /// Takes all the file descriptors that the system lets this process have; returns how many connections that is.
    static func connections() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        // Some are the database's and the other listener's.
        return max(16, min(10_000, Int(limit.rlim_cur) / 2 - 32))
    }
}

/// A share of `ServerLimits.heldBodies`, for all connections of a listener.
final class BodyBudget: Sendable {
    private let held = Atomic<Int>(0)

    /// False where it would be too much; else `giveBack` the same number later.
    func take(_ bytes: Int) -> Bool {
        let now = held.add(bytes, ordering: .relaxed).newValue
        if now <= ServerLimits.heldBodies { return true }
        giveBack(bytes)
        return false
    }

    func giveBack(_ bytes: Int) { held.subtract(bytes, ordering: .relaxed) }
}
