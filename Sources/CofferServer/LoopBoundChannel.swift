// SPDX-License-Identifier: Apache-2.0
internal import CofferPipeline
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import Synchronization

/// Answers a connection's requests on the thread that reads and writes it, so that none changes threads on its way.
///
/// A Decrypt crosses between threads four times otherwise, which costs more than its cryptography. Operations
/// that take long leave the thread (`OperationHandler.workload`).
struct LoopBoundChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        let executor = EventLoopExecutor.of(value.channel.eventLoop)
        await RequestExecutor.$current.withValue(executor) {
            await withTaskExecutorPreference(executor) { await base.handle(value: value, logger: logger) }
        }
    }
}

/// Runs tasks on an event loop's thread: one for each loop, so that work for the same thread can be told.
private final class EventLoopExecutor: TaskExecutor {
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
