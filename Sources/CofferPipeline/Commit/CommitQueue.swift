// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
public import CofferStore
internal import Dispatch
internal import Synchronization

/// The one writer. It collects what concurrent requests want to write, runs each as a savepoint of one transaction,
/// appends their events to the Merkle log with one signed checkpoint, commits once, and lets the replies go.
///
/// INVARIANT 3: no effect without its event, no event without its effect, no reply before both are durable.
/// INVARIANT 6: preconditions are compared inside the transaction; where one moved, the request starts again.
public final class CommitQueue: Sendable {
    /// What one request wants to write.
    public struct Submission: Sendable {
        /// Records that must have the revisions that the decision was based on.
        public var preconditions: [Precondition]
        /// The epoch that was current before the first of them was read.
        public var epoch: Int64
        /// Writes the effect; returns the events' records. Nil effect: the events alone.
        public var effect: (@Sendable (any StoreWriter) throws -> [TrailRecord])?
        /// The events when there is no effect.
        public var events: [TrailRecord]
        /// Submitted within `alone`.
        var isAlone = false

        public init(
            preconditions: [Precondition], epoch: Int64, events: [TrailRecord] = [],
            effect: (@Sendable (any StoreWriter) throws -> [TrailRecord])? = nil
        ) {
            self.preconditions = preconditions
            self.epoch = epoch
            self.events = events
            self.effect = effect
        }
    }

    /// A precondition moved between reading and committing.
    public struct Moved: Error {}

    /// The transaction failed: nothing of it was written.
    public struct Failed: Error, CustomStringConvertible {
        public let cause: StoreError
        public var description: String { cause.description }
    }

    private struct Pending {
        let submission: Submission
        let continuation: CheckedContinuation<Result<Void, any Error>, Never>
        /// Where the request runs.
        let executor: (any TaskExecutor)?
    }

    /// Which executors are to start the next commit; the first of them does.
    private struct Call {
        let executors: [(any TaskExecutor)?]
        let start: OneTime
    }

    /// True once.
    private final class OneTime: Sendable {
        private let isClaimed = Atomic(false)
        func claim() -> Bool { !isClaimed.exchange(true, ordering: .relaxed) }
    }

    private struct State {
        var pending: [Pending] = []
        var isCommitting = false
        /// Starts the next commit.
        var start = OneTime()
        /// The executors that were asked to; nil stands for none in particular.
        var asked: [ObjectIdentifier?] = []
        var isClosed = false
        var lastFailure: StoreError?
        /// Somebody has the queue alone; the others' submissions wait.
        var isAlone = false
        /// Who waits to have it alone: the first, for the commit under way; the others, for those before them.
        var turns: [CheckedContinuation<Void, Never>] = []
        var quiet: CheckedContinuation<Void, Never>?

        /// The executors of what may be committed now.
        var ready: [(any TaskExecutor)?] { pending.filter { !isAlone || $0.submission.isAlone }.map(\.executor) }

        /// Those of the executors that were not asked yet: none while a commit is under way, which asks at its end.
        mutating func call(_ executors: [(any TaskExecutor)?]) -> Call {
            var fresh: [(any TaskExecutor)?] = []
            for executor in executors where !isCommitting {
                let id = executor.map { ObjectIdentifier($0) }
                if asked.contains(id) { continue }
                asked.append(id)
                fresh.append(executor)
            }
            return Call(executors: fresh, start: start)
        }

        mutating func take(_ most: Int) -> [Pending] {
            if isAlone, !isClosed {
                let batch = pending.filter(\.submission.isAlone)
                pending.removeAll(where: \.submission.isAlone)
                return batch
            }
            let batch = Array(pending.prefix(most))
            pending.removeFirst(batch.count)
            return batch
        }
    }

    private let store: any Store
    private let cache: RecordCache
    private let log: AuditWriter
    private let state = Mutex(State())
    private let thread = DispatchQueue(label: "coffer.commit")
    private static let largestBatch = 256

    init(store: any Store, cache: RecordCache, log: AuditWriter) {
        self.store = store
        self.cache = cache
        self.log = log
    }

    /// Why the last transaction failed; nil once one succeeds again. For `/health` (peers' mistake 18).
    public var lastFailure: StoreError? { state.withLock { $0.lastFailure } }

    /// Returns when the submission is durable. Throws what its effect threw, `Moved`, or `Failed`.
    public func submit(_ submission: Submission) async throws {
        try await withCheckedContinuation { continuation in
            let executor = RequestExecutor.current
            let call: Call? = state.withLock { state in
                if state.isClosed { return nil }
                state.pending.append(Pending(submission: submission, continuation: continuation, executor: executor))
                return state.call(state.isAlone && !submission.isAlone ? [] : [executor])
            }
            guard let call else {
                continuation.resume(returning: .failure(Failed(cause: .closed)))
                return
            }
            schedule(call)
        }.get()
    }

    /// Runs `body` while nobody else's submission is committed: what it reads is still so when its own is. For a request
    /// whose preconditions moved again and again; it must do little beside.
    func alone<R>(_ body: () async throws -> R) async rethrows -> R {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.isAlone else {
                    state.isAlone = true
                    return true
                }
                state.turns.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
        await withCheckedContinuation { continuation in
            let isQuiet = state.withLock { state in
                if state.isCommitting { state.quiet = continuation }
                return !state.isCommitting
            }
            if isQuiet { continuation.resume() }
        }
        defer { leave() }
        return try await body()
    }

    private func leave() {
        let (next, call) = state.withLock { state -> (CheckedContinuation<Void, Never>?, Call?) in
            guard state.turns.isEmpty else { return (state.turns.removeFirst(), nil) }
            state.isAlone = false
            return (nil, state.call(state.ready))
        }
        next?.resume()
        if let call { schedule(call) }
    }

    /// Commits what was submitted, then refuses more.
    public func close() {
        state.withLock { $0.isClosed = true }
        thread.sync {
            while case let batch = state.withLock({ $0.take(Self.largestBatch) }), !batch.isEmpty { commit(batch) }
        }
    }

    /// The commit queues behind the requests that are ready to run, so that they share it: the busier the vault, the
    /// more requests one durable write carries. Idle, it starts at once.
    ///
    /// Each executor that has a request in it is asked, and the first to come through starts it: one that is held up
    /// by a slow request holds up nobody else's.
    private func schedule(_ call: Call) {
        for executor in call.executors {
            Task(executorPreference: executor) {
                if call.start.claim() { self.thread.async { self.commitNext() } }
            }
        }
    }

    private func commitNext() {
        commit(
            state.withLock { state in
                state.isCommitting = true
                return state.take(Self.largestBatch)
            })
        let (quiet, call) = state.withLock { state in
            state.isCommitting = false
            state.start = OneTime()
            state.asked = []
            let quiet = state.quiet
            state.quiet = nil
            return (quiet, state.call(state.ready))
        }
        quiet?.resume()
        schedule(call)
    }

    private func commit(_ batch: [Pending]) {
        if batch.isEmpty { return }
        var outcomes = [Result<Void, any Error>](repeating: .success(()), count: batch.count)
        let mark = log.mark()
        do {
            let changed = try store.write { writer in
                let recorder = ChangeRecorder(writer)
                var notes: [String: [UInt8]] = [:]
                for (index, pending) in batch.enumerated() {
                    do {
                        try run(pending.submission, recorder, &notes)
                    } catch let error as StoreError {
                        throw error
                    } catch {
                        outcomes[index] = .failure(error)
                    }
                }
                for (setting, value) in notes { try writer.set(setting, value) }
                try log.seal(into: writer)
                return recorder.changed
            }
            if !changed.isEmpty { cache.commit(changed: changed) }
            state.withLock { $0.lastFailure = nil }
        } catch {
            log.reset(to: mark)
            let cause = error as? StoreError ?? .io("\(error)")
            state.withLock { $0.lastFailure = cause }
            outcomes = outcomes.map { _ in .failure(Failed(cause: cause)) }
        }
        for (pending, outcome) in zip(batch, outcomes) { pending.continuation.resume(returning: outcome) }
    }

    /// Runs one submission; what it wrote is undone where it throws.
    private func run(
        _ submission: Submission, _ writer: ChangeRecorder, _ notes: inout [String: [UInt8]]
    ) throws {
        // Nothing changed since the request began to read: no need to ask the database.
        if submission.epoch != cache.epoch || !writer.changed.isEmpty {
            for condition in submission.preconditions
            where try writer.revision(of: condition.key) != condition.revision { throw Moved() }
        }
        guard let effect = submission.effect else {
            for event in submission.events { try append(event, writer, &notes) }
            return
        }
        let changedBefore = writer.changed
        let records: [TrailRecord]
        do {
            records = try writer.savepoint { try effect(writer) }
        } catch StoreError.conflict(_) {
            writer.changed = changedBefore
            throw Moved()
        } catch {
            writer.changed = changedBefore
            throw error
        }
        for event in records { try append(event, writer, &notes) }
    }

    private func append(
        _ event: TrailRecord, _ writer: ChangeRecorder, _ notes: inout [String: [UInt8]]
    ) throws {
        try log.append(event, into: writer)
        for note in event.notes { notes[note.setting] = note.value }
    }
}
