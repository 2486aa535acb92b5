// SPDX-License-Identifier: Apache-2.0
internal import Dispatch

/// How much a call has to do, which tells where it runs.
public enum Workload: Sendable {
    /// Microseconds to some milliseconds: on the thread that reads the connection.
    case brief
    /// It grows with what the vault holds.
    case scanning
    /// It makes or checks RSA keys: up to seconds.
    case computing
}

/// Two threads for each kind of long work, so that neither the brief calls nor the other kind wait for it.
final class LongWork: TaskExecutor {
    private static let scanning = [LongWork("coffer.scanning.1"), LongWork("coffer.scanning.2")]
    private static let computing = [LongWork("coffer.computing.1"), LongWork("coffer.computing.2")]

    private let queue: DispatchQueue

    private init(_ name: String) { queue = DispatchQueue(label: name, qos: .utility) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }

    /// Runs it where work of that kind belongs. `@concurrent`: it must leave its caller's thread.
    static func run<R: Sendable>(
        _ workload: Workload, _ body: @concurrent @Sendable @escaping () async throws -> R
    ) async throws -> R {
        switch workload {
        case .brief: try await body()
        case .scanning: try await withTaskExecutorPreference(scanning.randomElement(), operation: body)
        case .computing: try await withTaskExecutorPreference(computing.randomElement(), operation: body)
        }
    }
}
