// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPolicy
internal import CofferStore

/// How often a principal did something to a resource in the current minute, hour or day, where a policy bounds it.
///
/// The count is a setting. The call that it allowed adds one in its own transaction, and starts again where another one was
/// there first (INVARIANT 6), so that no two calls take the last place.
public struct CallCount: Sendable {
    enum Period: String, CaseIterable {
        case minute, hour, day

        var key: String {
            switch self {
            case .minute: "coffer:CallsPerMinute"
            case .hour: "coffer:CallsPerHour"
            case .day: "coffer:CallsPerDay"
            }
        }

        var milliseconds: Int64 {
            switch self {
            case .minute: 60_000
            case .hour: 3_600_000
            case .day: 86_400_000
            }
        }
    }

    private let setting: String
    /// The window that is counted in, and how many calls were allowed in it.
    private let seen: Count
    /// What the same request counts already.
    private let before: Int64
    let key: String
    /// How many calls this one is: more where it is a batch.
    private var uses: Int64 = 1

    private struct Count: Equatable {
        var window: Int64
        var calls: Int64
    }

    /// - Parameter counted: what the same request counts already.
    init(
        _ period: Period, of check: AccessCheck, after counted: [CallCount], _ request: Authenticated,
        _ reader: any StoreReader
    ) throws {
        let caller = request.caller
        let setting = "calls/\(caller.account)/\(caller.principalID)/\(period.rawValue)/\(check.action)/\(check.resource)"
        self.setting = setting
        key = period.key
        let window = request.receivedAt.milliseconds / period.milliseconds
        let stored = try Self.stored(setting, reader)
        // A window never closes again: a call that came before it opened counts in it.
        seen = stored.map { $0.window >= window ? $0 : Count(window: window, calls: 0) } ?? Count(window: window, calls: 0)
        before = counted.reduce(0) { $0 + ($1.setting == setting ? $1.uses : 0) }
    }

    /// With the call that is asked for.
    var value: String { String(seen.calls + before + 1) }

    /// Those of one request, each setting once.
    static func each(_ counts: [CallCount]) -> [CallCount] {
        var merged: [CallCount] = []
        for count in counts {
            if let index = merged.firstIndex(where: { $0.setting == count.setting }) {
                merged[index].uses += count.uses
            } else {
                merged.append(count)
            }
        }
        return merged
    }

    func add(_ writer: any StoreWriter) throws {
        let stored = try Self.stored(setting, writer)
        guard stored.map({ $0 == seen || $0.window < seen.window }) ?? (seen.calls == 0) else { throw CommitQueue.Moved() }
        try write(seen, writer)
    }

    /// Counts a call that was allowed and came to nothing, whatever others counted meanwhile.
    func addAnyway(_ writer: any StoreWriter) throws {
        let stored = try Self.stored(setting, writer)
        try write(stored.map { $0.window >= seen.window ? $0 : seen } ?? seen, writer)
    }

    private func write(_ count: Count, _ writer: any StoreWriter) throws {
        try writer.set(setting, Array("\(count.window) \(count.calls + uses)".utf8))
    }

    private static func stored(_ setting: String, _ reader: any StoreReader) throws -> Count? {
        let parts = try reader.setting(setting).map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
        guard parts.count == 2, let window = Int64(parts[0]), let calls = Int64(parts[1]) else { return nil }
        return Count(window: window, calls: calls)
    }
}
