// SPDX-License-Identifier: Apache-2.0
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
    /// Entries form a ring through `newer` and `older`, with the newest at `newest`; free places aren't in it.
    private struct Entry {
        var name: MaterialName
        var material: Material
        var newer: Int
        var older: Int
    }

    private struct State {
        var places: [MaterialName: Int] = [:]
        var entries: [Entry?] = []
        var free: [Int] = []
        var newest = -1
        var oldest = -1

        mutating func add(_ name: MaterialName, _ material: Material) {
            let entry = Entry(name: name, material: material, newer: -1, older: -1)
            let place: Int
            if let reused = free.popLast() {
                place = reused
                entries[place] = entry
            } else {
                place = entries.count
                entries.append(entry)
            }
            places[name] = place
            linkNewest(place)
        }

        mutating func remove(at place: Int) -> Material? {
            guard place >= 0, let entry = entries[place] else { return nil }
            unlink(place)
            entries[place] = nil
            free.append(place)
            places[entry.name] = nil
            return entry.material
        }

        mutating func moveToFront(_ place: Int) {
            guard place != newest else { return }
            unlink(place)
            linkNewest(place)
        }

        private mutating func unlink(_ place: Int) {
            guard let entry = entries[place] else { return }
            if entry.newer >= 0 { entries[entry.newer]?.older = entry.older } else { newest = entry.older }
            if entry.older >= 0 { entries[entry.older]?.newer = entry.newer } else { oldest = entry.newer }
        }

        private mutating func linkNewest(_ place: Int) {
            entries[place]?.newer = -1
            entries[place]?.older = newest
            if newest >= 0 { entries[newest]?.newer = place } else { oldest = place }
            newest = place
        }
    }

    public let capacity: Int
    private let state = Mutex(State())

    /// At most `capacity` materials are kept, at least one.
    public init(capacity: Int) { self.capacity = max(1, capacity) }

    public var count: Int { state.withLock { $0.places.count } }

    public func material(for name: MaterialName) -> Material? {
        state.withLock { state in
            guard let place = state.places[name], let material = state.entries[place]?.material else { return nil }
            state.moveToFront(place)
            return material
        }
    }

    public func insert(_ material: Material, for name: MaterialName) {
        // What falls out is wiped after the lock is let go.
        let dropped: Material? = state.withLock { state -> Material? in
            if let place = state.places[name] {
                let old = state.entries[place]?.material
                state.entries[place]?.material = material
                state.moveToFront(place)
                return old
            }
            let dropped = state.places.count >= capacity ? state.remove(at: state.oldest) : nil
            state.add(name, material)
            return dropped
        }
        _ = dropped
    }

    /// Forgets all materials of a key, of every revision.
    public func remove(keyID: [UInt8]) {
        let dropped = state.withLock { state in
            state.places.filter { $0.key.keyID == keyID }.values.map { state.remove(at: $0) }
        }
        _ = dropped
    }

    public func removeAll() {
        let dropped = state.withLock { state in
            let old = state
            state = State()
            return old
        }
        _ = dropped
    }
}
