// SPDX-License-Identifier: Apache-2.0
internal import NIOCore
internal import Synchronization

/// Runs tasks on an event loop's thread: one for each loop, so that work for the same thread can be told.
///
/// A request is answered on the thread that reads and writes its connection. A Decrypt would cross between threads
/// four times otherwise, which costs more than its cryptography. Operations that take long leave the thread
/// (`OperationHandler.workload`).
final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop
    private static let known = Mutex<[ObjectIdentifier: EventLoopExecutor]>([:])

    private init(loop: any EventLoop) { self.loop = loop }

    static func of(_ loop: any EventLoop) -> EventLoopExecutor {
        known.withLock { known in
            if let executor = known[ObjectIdentifier(loop)] { return executor }
            let executor = EventLoopExecutor(loop: loop)
            known[ObjectIdentifier(loop)] = executor
            return executor
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        loop.execute { job.runSynchronously(on: executor) }
    }
}
