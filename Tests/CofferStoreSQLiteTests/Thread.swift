// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Work on a thread of its own that a test waits for.
struct Thread {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    func runToEnd() {
        let done = DispatchSemaphore(value: 0)
        DispatchQueue(label: "test").async {
            body()
            done.signal()
        }
        done.wait()
    }
}
