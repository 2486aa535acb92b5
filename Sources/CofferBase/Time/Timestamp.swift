// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// An instant in UTC, in whole milliseconds since 1970-01-01T00:00:00Z. Leap seconds are not counted.
public struct Timestamp: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The nearest instant of the years up to 9999, before and after 1970; 1970 for what is not a number.
    public init(seconds: Double) {
        let furthest = 253_402_300_799.0
        milliseconds = seconds.isNaN ? 0 : Int64((min(max(seconds, -furthest), furthest) * 1000).rounded())
    }

    public var seconds: Double { Double(milliseconds) / 1000 }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Timestamp, b: Duration) -> Timestamp {
        Timestamp(milliseconds: saturated(a.milliseconds.addingReportingOverflow(b.wholeMilliseconds), b.wholeMilliseconds < 0))
    }
    public static func - (a: Timestamp, b: Duration) -> Timestamp {
        Timestamp(
            milliseconds: saturated(a.milliseconds.subtractingReportingOverflow(b.wholeMilliseconds), b.wholeMilliseconds > 0))
    }
    public static func - (a: Timestamp, b: Timestamp) -> Duration { .milliseconds(a.milliseconds - b.milliseconds) }

    /// Without its milliseconds.
    public var wholeSeconds: Timestamp {
        Timestamp(milliseconds: milliseconds - ((milliseconds % 1000) + 1000) % 1000)
    }
}

/// The result, or the end of the range that it passed.
private func saturated(_ sum: (partialValue: Int64, overflow: Bool), _ isBelow: Bool) -> Int64 {
    sum.overflow ? (isBelow ? .min : .max) : sum.partialValue
}

extension Duration {
    public var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
    public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
}

/// Where "now" comes from: the system's clock, or a test's.
public protocol WallClock: Sendable {
    func now() -> Timestamp
}

public struct SystemClock: WallClock {
    public init() {}

    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
