// SPDX-License-Identifier: Apache-2.0
public import CofferStore
internal import Synchronization

/// A store whose writes fail when a test says so.
public final class FaultyStore: Store {
    public enum Moment: Sendable {
        /// Before the body runs.
        case start
        /// After the body, before the commit: nothing is stored.
        case beforeCommit
        /// After the commit: all is stored, but the caller is told that it failed, as when the power goes.
        case afterCommit
    }

    private struct Plan {
        var writes = 0
        /// The number of the write that fails, counted from 1.
        var failing: [Int: (moment: Moment, error: StoreError)] = [:]
        var failingReads: StoreError?
    }

    private let store: any Store
    private let plan = Mutex(Plan())

    public init(_ store: any Store) { self.store = store }

    /// Makes the write fail that is `count` writes ahead: 1 is the next one.
    public func failWrite(_ count: Int = 1, at moment: Moment = .beforeCommit, with error: StoreError = .full) {
        plan.withLock { $0.failing[$0.writes + count] = (moment, error) }
    }

    /// Makes every read fail until it is set to nil.
    public func failReads(with error: StoreError?) { plan.withLock { $0.failingReads = error } }

    /// Writes that were begun.
    public var writes: Int { plan.withLock { $0.writes } }

    public var isDurable: Bool { store.isDurable }

    public func read<R>(_ body: (any StoreReader) throws -> R) throws -> R {
        if let error = plan.withLock({ $0.failingReads }) { throw error }
        return try store.read(body)
    }

    public func write<R>(_ body: (any StoreWriter) throws -> R) throws -> R {
        let failure = plan.withLock { plan in
            plan.writes += 1
            return plan.failing.removeValue(forKey: plan.writes)
        }
        if let failure, failure.moment == .start { throw failure.error }
        let result = try store.write { writer in
            let result = try body(writer)
            if let failure, failure.moment == .beforeCommit { throw failure.error }
            return result
        }
        if let failure { throw failure.error }
        return result
    }

    public func verifyIntegrity() throws { try store.verifyIntegrity() }
    public func checkpointAndClose() throws { try store.checkpointAndClose() }
}
