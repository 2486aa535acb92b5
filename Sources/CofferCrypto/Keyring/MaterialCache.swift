// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Synchronization

/// Which generation of a key, as of which revision of its record.
public struct MaterialName: Hashable, Sendable {
    public let keyID: [UInt8]
    public let materialID: [UInt8]
    public let revision: Int64

    public init(keyID: [UInt8], materialID: [UInt8], revision: Int64) {
        self.keyID = keyID
        self.materialID = materialID
        self.revision = revision
    }
}

/// Key materials that are unwrapped (secrets, or private keys ready for use), so that the next call needs no
/// unwrapping: the least recently used goes first.
///
/// The revision is part of the name, so what was cached before a change of its key is never found after it.
/// INVARIANT 8: it holds no longer than its authority; the owner of the cache removes what was disabled.
public final class MaterialCache<Material: Sendable>: Sendable {
    private let known: Mutex<LRUCache<MaterialName, Material>>

    /// At most `capacity` materials are kept, at least one.
    public init(capacity: Int) { known = Mutex(LRUCache(capacity: capacity)) }

    public var count: Int { known.withLock { $0.count } }

    public func material(for name: MaterialName) -> Material? { known.withLock { $0.value(for: name) } }

    public func insert(_ material: Material, for name: MaterialName) {
        // What falls out is wiped after the lock is let go.
        _ = known.withLock { $0.insert(material, for: name) }
    }

    /// Forgets all materials of a key, of every revision.
    public func remove(keyID: [UInt8]) {
        _ = known.withLock { $0.removeAll { $0.keyID == keyID } }
    }
}
