// SPDX-License-Identifier: Apache-2.0
internal import CofferStore
internal import Synchronization

/// Decoded records, so that a hot request reads no database.
///
/// INVARIANT 8: an entry never outlives its authority. The one writer drops what it changed after the commit and
/// before any reply leaves, and a reader that began before that can't put an old record back: `insert` compares the
/// epoch at which its read began.
final class RecordCache: Sendable {
    private struct Entry {
        let value: any Sendable
        var isRecent: Bool
    }

    private struct State {
        var entries: [RecordKey: Entry] = [:]
        var epoch: Int64 = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int = 20_000) { self.capacity = capacity }

    /// Counts the commits that changed records.
    var epoch: Int64 { state.withLock { $0.epoch } }

    func value(_ key: RecordKey) -> (any Sendable)? {
        state.withLock { state in
            guard let index = state.entries.index(forKey: key) else { return nil }
            if !state.entries.values[index].isRecent { state.entries.values[index].isRecent = true }
            return state.entries.values[index].value
        }
    }

    func insert(_ value: any Sendable, for key: RecordKey, readAt epoch: Int64) {
        state.withLock { state in
            guard state.epoch == epoch else { return }
            if state.entries.count >= capacity { evict(&state) }
            state.entries[key] = Entry(value: value, isRecent: false)
        }
    }

    /// Drops what a commit changed, and bars the way to reads that began before it.
    func commit(changed keys: Set<RecordKey>) {
        state.withLock { state in
            state.epoch += 1
            for key in keys { state.entries[key] = nil }
        }
    }

    /// Keeps what was used since the last time, half at the most.
    private func evict(_ state: inout State) {
        var kept: [RecordKey: Entry] = [:]
        for (key, entry) in state.entries where entry.isRecent && kept.count < capacity / 2 {
            kept[key] = Entry(value: entry.value, isRecent: false)
        }
        state.entries = kept
    }
}
