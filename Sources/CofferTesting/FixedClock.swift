// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Synchronization

/// A clock that stands still until a test moves it.
public final class FixedClock: WallClock {
    private let time: Mutex<Timestamp>

    public init(_ start: Timestamp = Timestamp(year: 2026, month: 11, day: 23, hour: 12)) { time = Mutex(start) }

    public func now() -> Timestamp { time.withLock { $0 } }

    /// Moves it on, or back by a negative duration.
    public func advance(_ duration: Duration) { time.withLock { $0 = $0 + duration } }

    public func set(_ now: Timestamp) { time.withLock { $0 = now } }
}
