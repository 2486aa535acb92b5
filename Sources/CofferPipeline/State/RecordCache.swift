// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore
internal import Synchronization

/// Decoded records, so that a hot request reads no database.
///
/// INVARIANT 8: an entry never outlives its authority. The one writer drops what it changed after the commit and
/// before any reply leaves, and a reader that began before that can't put an old record back: `insert` compares the
/// epoch at which its read began.
final class RecordCache: Sendable {
    private struct State {
        var entries: LRUCache<RecordKey, any Sendable>
        var epoch: Int64 = 0
    }

    private let state: Mutex<State>

    init(capacity: Int = 20_000) { state = Mutex(State(entries: LRUCache(capacity: capacity))) }

    /// Counts the commits that changed records.
    var epoch: Int64 { state.withLock { $0.epoch } }

    func value(_ key: RecordKey) -> (any Sendable)? { state.withLock { $0.entries.value(for: key) } }

    func insert(_ value: any Sendable, for key: RecordKey, readAt epoch: Int64) {
        // What falls out ends after the lock is let go.
        _ = state.withLock { $0.epoch == epoch ? $0.entries.insert(value, for: key) : nil }
    }

    /// Drops what a commit changed, and bars the way to reads that began before it.
    func commit(changed keys: Set<RecordKey>) {
        state.withLock { state in
            state.epoch += 1
            for key in keys { state.entries.remove(key) }
        }
    }
}
