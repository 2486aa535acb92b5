// SPDX-License-Identifier: Apache-2.0
internal import Crypto
internal import Synchronization

/// Derived signing keys, kept for the next request of the same caller; the least recently used goes first.
///
/// An entry is found by the SHA-256 of everything that went into the key, each part with its length, so that no two
/// callers can meet in one entry. `generation` is the state of the access key's record: raise it when the record
/// changes, and what was derived before is never found again (invariant 8).
public final class SigningKeyCache: Sendable {
    fileprivate struct Entry {
        let id: SHA256.Digest
        var key: SigningKey
        /// Neighbours in order of use; `none` ends the list.
        var newer: Int
        var older: Int
    }

    fileprivate struct State {
        var places: [SHA256.Digest: Int] = [:]
        var entries: [Entry] = []
        var newest = none
        var oldest = none
    }

    private static let none = -1
    private let capacity: Int
    private let state = Mutex(State())

    /// Keeps at most `capacity` keys, of about 400 bytes each.
    public init(capacity: Int = 4096) { self.capacity = max(1, capacity) }

    public var count: Int { state.withLock { $0.entries.count } }

    /// The key for that scope; derived from `secret` when it isn't known yet.
    public func key<Failure: Error>(
        accessKeyID: String, sessionToken: String?, scope: CredentialScope, generation: Int64,
        derive: () throws(Failure) -> SigningKey
    ) throws(Failure) -> SigningKey {
        let id = Self.id(accessKeyID, sessionToken, scope, generation)
        if let found = state.withLock({ $0.use(id) }) { return found }
        // Derived outside the lock: two callers may both do it, and get the same key.
        let key = try derive()
        state.withLock { $0.insert(id, key, capacity: capacity) }
        return key
    }

    /// Forgets every key, as when the vault is locked.
    public func removeAll() { state.withLock { $0 = State() } }

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

extension SigningKeyCache.State {
    private static var none: Int { -1 }

    fileprivate mutating func use(_ id: SHA256.Digest) -> SigningKey? {
        guard let place = places[id] else { return nil }
        if place != newest {
            unlink(place)
            pushNewest(place)
        }
        return entries[place].key
    }

    fileprivate mutating func insert(_ id: SHA256.Digest, _ key: SigningKey, capacity: Int) {
        guard places[id] == nil else { return }
        let place: Int
        let entry = SigningKeyCache.Entry(id: id, key: key, newer: Self.none, older: Self.none)
        if entries.count < capacity {
            place = entries.count
            entries.append(entry)
        } else {
            place = oldest
            unlink(place)
            places[entries[place].id] = nil
            entries[place] = entry
        }
        places[id] = place
        pushNewest(place)
    }

    private mutating func unlink(_ place: Int) {
        let entry = entries[place]
        if entry.newer == Self.none { newest = entry.older } else { entries[entry.newer].older = entry.older }
        if entry.older == Self.none { oldest = entry.newer } else { entries[entry.older].newer = entry.newer }
    }

    private mutating func pushNewest(_ place: Int) {
        entries[place].newer = Self.none
        entries[place].older = newest
        if newest == Self.none { oldest = place } else { entries[newest].newer = place }
        newest = place
    }
}
