// SPDX-License-Identifier: Apache-2.0

/// A dictionary of at most `capacity` entries; where one too many comes, the least recently used goes.
///
/// Each operation but `removeAll(where:)` takes the same time however many entries there are. What goes is returned, so
/// that a caller who holds a lock can let go of it first: the end of a large value takes its time.
public struct LRUCache<Key: Hashable, Value> {
    private struct Entry {
        let key: Key
        var value: Value
        /// Neighbours in order of use; `none` ends the list.
        var newer: Int
        var older: Int
    }

    private static var none: Int { -1 }

    public let capacity: Int
    private var places: [Key: Int] = [:]
    private var entries: [Entry] = []
    private var newest = none
    private var oldest = none

    /// Keeps at least one.
    public init(capacity: Int) { self.capacity = max(1, capacity) }

    public var count: Int { entries.count }

    /// The value, which counts as used by that.
    public mutating func value(for key: Key) -> Value? {
        guard let place = places[key] else { return nil }
        if place != newest {
            unlink(place)
            pushNewest(place)
        }
        return entries[place].value
    }

    /// Returns the value that had to go: the key's own old one, or the least recently used.
    @discardableResult
    public mutating func insert(_ value: Value, for key: Key) -> Value? {
        if let place = places[key] {
            let old = entries[place].value
            entries[place].value = value
            unlink(place)
            pushNewest(place)
            return old
        }
        let entry = Entry(key: key, value: value, newer: Self.none, older: Self.none)
        guard entries.count >= capacity else {
            places[key] = entries.count
            entries.append(entry)
            pushNewest(entries.count - 1)
            return nil
        }
        let place = oldest
        let old = entries[place]
        unlink(place)
        places[old.key] = nil
        entries[place] = entry
        places[key] = place
        pushNewest(place)
        return old.value
    }

    @discardableResult
    public mutating func remove(_ key: Key) -> Value? {
        guard let place = places.removeValue(forKey: key) else { return nil }
        unlink(place)
        let removed = entries[place].value
        // The last entry takes the place that became free.
        let moved = entries.removeLast()
        if place < entries.count {
            entries[place] = moved
            places[moved.key] = place
            if moved.newer == Self.none { newest = place } else { entries[moved.newer].older = place }
            if moved.older == Self.none { oldest = place } else { entries[moved.older].newer = place }
        }
        return removed
    }

    @discardableResult
    public mutating func removeAll(where isGone: (Key) -> Bool) -> [Value] {
        places.keys.filter(isGone).compactMap { remove($0) }
    }

    private mutating func unlink(_ place: Int) {
        let (newer, older) = (entries[place].newer, entries[place].older)
        if newer == Self.none { newest = older } else { entries[newer].older = older }
        if older == Self.none { oldest = newer } else { entries[older].newer = newer }
    }

    private mutating func pushNewest(_ place: Int) {
        entries[place].newer = Self.none
        entries[place].older = newest
        if newest == Self.none { oldest = place } else { entries[newest].newer = place }
        newest = place
    }
}
