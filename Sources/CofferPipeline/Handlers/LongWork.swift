// SPDX-License-Identifier: Apache-2.0
internal import Dispatch

/// Two threads for the operations that take long, so that nobody else's requests wait for them.
final class LongWork: TaskExecutor {
    static let executors = [LongWork("coffer.long.1"), LongWork("coffer.long.2")]

    private let queue: DispatchQueue

    private init(_ name: String) { queue = DispatchQueue(label: name, qos: .utility) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }

    /// Runs it on either of them.
    static func run<R: Sendable>(_ body: @Sendable () async throws -> R) async throws -> R {
        try await withTaskExecutorPreference(executors.randomElement(), operation: body)
    }
}
