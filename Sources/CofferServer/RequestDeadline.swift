// SPDX-License-Identifier: Apache-2.0
internal import NIOCore

/// Tells when a connection's next request has not wholly arrived in time: nobody holds one for nothing, neither by
/// silence nor by sending a byte now and then. The time that the engine takes to answer doesn't count.
///
/// One timer per connection, not per request: it looks when its time has come, and sleeps again where all is well.
final class RequestDeadline {
    private let limit: TimeAmount
    private let expired: () -> Void
    /// Since when a request is waited for; nil while one is answered.
    private var waitingSince: NIODeadline?
    private var timer: Scheduled<Void>?

    /// `expired` is called on `loop`, once. Begins to wait at once.
    init(_ limit: TimeAmount, on loop: any EventLoop, expired: @escaping () -> Void) {
        self.limit = limit
        self.expired = expired
        wait(loop)
        sleep(until: loop.now + limit, loop)
    }

    /// A request is whole, and answered now.
    func stop() { waitingSince = nil }

    /// The next request is waited for.
    func wait(_ loop: any EventLoop) { waitingSince = loop.now }

    /// Whatever happens, it expires then.
    func end(in rest: TimeAmount, _ loop: any EventLoop) {
        timer?.cancel()
        timer = loop.assumeIsolated().scheduleTask(in: rest) { self.expired() }
    }

    /// Nothing more comes.
    func cancel() { timer?.cancel() }

    private func sleep(until time: NIODeadline, _ loop: any EventLoop) {
        timer = loop.assumeIsolated().scheduleTask(deadline: time) { self.look(loop) }
    }

    private func look(_ loop: any EventLoop) {
        let now = loop.now
        guard let since = waitingSince else { return sleep(until: now + limit, loop) }
        if now - since >= limit { return expired() }
        sleep(until: since + limit, loop)
    }
}
