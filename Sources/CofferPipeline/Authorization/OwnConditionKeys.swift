// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
public import CofferPolicy
internal import Foundation

/// Condition keys that AWS has none for. Where a policy goes to AWS with one of them, the key is missing there, and what
/// hangs on it is not allowed.
///
/// - `coffer:TimeOfDay/ZONE`: the hour and minute in a time zone, as a number: 830, 2359. ZONE is a name of the IANA
///   database, such as `Europe/Berlin`; UTC without one.
/// - `coffer:DayOfWeek/ZONE`: `Mon`, `Tue`, `Wed`, `Thu`, `Fri`, `Sat` or `Sun`.
/// - `coffer:CallsPerMinute`, `coffer:CallsPerHour`, `coffer:CallsPerDay`: how many of the principal's calls of this action
///   on this resource were allowed in the current minute, hour or day (UTC), with the one that is asked for.
public struct OwnConditionKeys {
    static let prefix = "coffer:"

    private let asked: [String]

    /// Nil where no policy reads one.
    init?(_ policies: PolicySet) {
        asked = policies.contextKeys(withPrefix: Self.prefix)
        if asked.isEmpty { return nil }
    }

    func addTimes(to context: inout ConditionContext, at now: Timestamp) {
        for key in asked {
            guard let (name, zone) = Self.zoned(key) else { continue }
            guard let local = LocalTime(now, in: zone) else {
                // INVARIANT 5: what can't be known decides nothing: a Deny holds, an Allow doesn't.
                context.set(key, LocalTime.days + ["?"])
                continue
            }
            context.set(key, [name == "timeofday" ? String(local.hour * 100 + local.minute) : local.day])
        }
    }

    /// A key under `coffer:` that a policy reads and there is none of, or whose time zone there is none of: a mistake
    /// that would keep a Deny from ever matching. Nil where there is no such key.
    public static func unknown(in policy: PolicyDocument) -> String? {
        policy.contextKeys.first { key in
            guard key.lowercased().hasPrefix(prefix) else { return false }
            if let (_, zone) = zoned(key) { return LocalTime(Timestamp(milliseconds: 0), in: zone) == nil }
            return !CallCount.Period.allCases.contains { $0.key.lowercased() == key.lowercased() }
        }
    }

    /// The periods that the policies count calls in.
    var periods: [CallCount.Period] {
        CallCount.Period.allCases.filter { period in asked.contains { $0.lowercased() == period.key.lowercased() } }
    }

    private static func zoned(_ key: String) -> (name: String, zone: String)? {
        let parts = key.dropFirst(prefix.utf8.count).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first?.lowercased(), ["timeofday", "dayofweek"].contains(name) else { return nil }
        return (name, parts.count == 2 ? String(parts[1]) : "UTC")
    }
}

/// A moment on a wall's clock.
private struct LocalTime {
    let hour: Int
    let minute: Int
    let day: String

    /// Nil where there is no such zone.
    init?(_ time: Timestamp, in zone: String) {
        guard !zone.isEmpty, let zone = TimeZone(identifier: Self.zones[zone.lowercased()] ?? zone) else { return nil }
        let seconds = time.milliseconds / 1000
        let local = seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
        let (days, rest) = (Int((local - (local % 86_400 + 86_400) % 86_400) / 86_400), Int((local % 86_400 + 86_400) % 86_400))
        hour = rest / 3600
        minute = rest / 60 % 60
        // 1970 began on a Thursday.
        day = Self.days[(days % 7 + 7) % 7]
    }

    static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    /// Condition keys don't differ by case, so neither do the zones in them.
    private static let zones = Dictionary(
        TimeZone.knownTimeZoneIdentifiers.map { ($0.lowercased(), $0) }) { first, _ in first }
}
