// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// Threads for work that blocks, so that it never holds up the tasks' own threads.
enum BlockingThreads {
    /// Runs `body` on `count` threads and returns when all have ended.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let left = Countdown(count) { continuation.resume() }
            for index in 0..<count {
                let job = Job {
                    body(index)
                    left.end()
                }
                // A thread that can't be had is done without: its share is done here.
                if !start(job) { job.run() }
            }
            if count == 0 { continuation.resume() }
        }
    }

    private final class Job: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private final class Countdown: Sendable {
        private let left: Mutex<Int>
        private let whenDone: @Sendable () -> Void

        init(_ count: Int, _ whenDone: @escaping @Sendable () -> Void) {
            left = Mutex(count)
            self.whenDone = whenDone
        }

        func end() {
            let isLast = left.withLock { left in
                left -= 1
                return left == 0
            }
            if isLast { whenDone() }
        }
    }

    private static func start(_ job: Job) -> Bool {
        var thread = pthread_t()
        let pointer = Unmanaged.passRetained(job)
        let result = pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }, pointer.toOpaque())
        if result == 0 {
            pthread_detach(thread)
        } else {
            pointer.release()
        }
        return result == 0
    }
}
