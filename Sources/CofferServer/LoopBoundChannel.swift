// SPDX-License-Identifier: Apache-2.0
internal import CofferPipeline
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Answers a connection's requests on the thread that reads and writes it, so that none changes threads on its way.
///
/// A Decrypt crosses between threads four times otherwise, which costs more than its cryptography. Operations
/// that take long leave the thread (`OperationHandler.isLong`).
struct LoopBoundChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        base.setup(channel: channel, logger: logger)
    }

    func handle(value: Base.Value, logger: Logger) async {
        let executor = EventLoopExecutor(loop: value.channel.eventLoop)
        await RequestExecutor.$current.withValue(executor) {
            await withTaskExecutorPreference(executor) { await base.handle(value: value, logger: logger) }
        }
    }
}

/// Runs tasks on an event loop's thread.
private final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        loop.execute { job.runSynchronously(on: executor) }
    }
}
