// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Crypto
internal import Synchronization

/// Derived signing keys, kept for the next request of the same caller; the least recently used goes first.
///
/// An entry is found by the SHA-256 of everything that went into the key, each part with its length, so that no two
/// callers can meet in one entry. `generation` is the state of the access key's record: raise it when the record
/// changes, and what was derived before is never found again (invariant 8).
public final class SigningKeyCache: Sendable {
    private let known: Mutex<LRUCache<SHA256.Digest, SigningKey>>

    /// Keeps at most `capacity` keys, of about 400 bytes each.
    public init(capacity: Int = 4096) { known = Mutex(LRUCache(capacity: capacity)) }

    public var count: Int { known.withLock { $0.count } }

    /// The key for that scope; derived from `secret` when it isn't known yet.
    public func key<Failure: Error>(
        accessKeyID: String, sessionToken: String?, scope: CredentialScope, generation: Int64,
        derive: () throws(Failure) -> SigningKey
    ) throws(Failure) -> SigningKey {
        let id = Self.id(accessKeyID, sessionToken, scope, generation)
        if let found = known.withLock({ $0.value(for: id) }) { return found }
        // Derived outside the lock: two callers may both do it, and get the same key.
        let key = try derive()
        _ = known.withLock { $0.insert(key, for: id) }
        return key
    }

    private static func id(
        _ accessKeyID: String, _ sessionToken: String?, _ scope: CredentialScope, _ generation: Int64
    ) -> SHA256.Digest {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        func add(_ text: String) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.utf8.count)) { bytes.append(contentsOf: $0) }
            bytes.append(text: text)
        }
        withUnsafeBytes(of: generation) { bytes.append(contentsOf: $0) }
        bytes.append(sessionToken == nil ? 0 : 1)
        add(sessionToken ?? "")
        add(accessKeyID)
        add(scope.date)
        add(scope.region)
        add(scope.service)
        return SHA256.hash(data: bytes)
    }
}
