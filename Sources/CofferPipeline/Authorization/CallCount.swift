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
    private let window: Int64
    private let seen: Int64
    let key: String

    init(_ period: Period, of check: AccessCheck, _ request: Authenticated, _ reader: any StoreReader) throws {
        let caller = request.caller
        setting = "calls/\(caller.account)/\(caller.principalID)/\(period.rawValue)/\(check.action)/\(check.resource)"
        window = request.receivedAt.milliseconds / period.milliseconds
        key = period.key
        seen = try Self.count(setting, window, reader)
    }

    /// Each once: a batch that names a resource twice is one call.
    static func each(_ counts: [CallCount]) -> [CallCount] {
        var known: Set<ExactString> = []
        return counts.filter { known.insert(ExactString($0.setting)).inserted }
    }

    /// With the call that is asked for.
    var value: String { String(seen + 1) }

    func add(_ writer: any StoreWriter) throws {
        guard try Self.count(setting, window, writer) == seen else { throw CommitQueue.Moved() }
        try writer.set(setting, Array("\(window) \(seen + 1)".utf8))
    }

    /// A setting of another time counts nothing.
    private static func count(_ setting: String, _ window: Int64, _ reader: any StoreReader) throws -> Int64 {
        let parts = try reader.setting(setting).map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
        guard parts.count == 2, Int64(parts[0]) == window else { return 0 }
        return Int64(parts[1]) ?? 0
    }
}
