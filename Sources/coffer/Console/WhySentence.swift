// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferVault

/// Why one check came out as it did: which statement decided, and which condition it failed on.
struct WhySentence {
    private let check: Coffer.ExplainedCheck
    /// What the app's own policies say of the secret.
    private let grant: AccessList.Entry?
    private let denial: AccessList.Entry?
    private let time: Timestamp
    /// Whether it is the decryption that a reading makes, which what allows the reading allows.
    private let follows: Bool

    init(_ check: Coffer.ExplainedCheck, _ question: WhyQuestion) {
        self.check = check
        grant = question.entry(.read)
        denial = check.statements?.first(where: \.isDeny).flatMap(question.denial) ?? question.entry(.denied)
        time = question.time ?? SystemClock().now()
        follows =
            question.who?.isApp == true && question.action == "secretsmanager:GetSecretValue"
            && check.action == "kms:Decrypt"
    }

    var reason: String {
        if let denying = check.statements?.first(where: \.isDeny) {
            let when = denying.policyName == "coffer-deny" ? denial.map { ": \($0.limits.text)" } : nil
            return "\(Self.name(denying)) denies it\(when ?? "")"
        }
        if check.isAllowed, let allowing = check.statements?.first { return "\(Self.name(allowing)) allows it" }
        if check.isAllowed { return check.explanation }
        if follows { return "what allows the reading would allow it" }
        return check.failedCondition.map(words) ?? check.explanation
    }

    /// The condition that failed, or what else helps to understand it.
    var detail: String? {
        guard !check.isAllowed, !follows, check.statements?.contains(where: \.isDeny) != true else { return nil }
        if let failed = check.failedCondition { return "(\(failed.operator) \(failed.key))" }
        guard let missing = check.missingContextKeys, !missing.isEmpty else { return nil }
        return "the request says nothing of \(missing.joined(separator: ", ")): suppose it with --context"
    }

    private static func name(_ statement: Coffer.ExplainedStatement) -> String {
        let which = statement.sid.flatMap { $0.isEmpty ? nil : $0 } ?? "statement \((statement.index ?? 0) + 1)"
        let policy = statement.policyName.flatMap { $0.isEmpty ? nil : $0 } ?? "the \(statement.policyType)"
        return "\(which) of \(policy)"
    }

    /// `it is 03:00 in Europe/Berlin, allowed 08:00-23:00`.
    private func words(_ failed: Coffer.FailedCondition) -> String {
        let key = failed.key.lowercased()
        let wanted = failed.wanted.joined(separator: " or ")
        let found = failed.found.joined(separator: ", ")
        let zone = failed.key.split(separator: "/", maxSplits: 1).dropFirst().first.map { " in \($0)" } ?? ""
        if key.hasPrefix("coffer:timeofday") || key.hasPrefix("coffer:dayofweek"), let limits = grant?.limits,
            let zone = limits.zone,
            let now = try? LocalClock(zone: zone).conditionValues(time), let window = limits.window
        {
            return "it is \(now.day) \(Self.clock(now.timeOfDay)) in \(zone), allowed \(window)"
        }
        if key.hasPrefix("coffer:timeofday") {
            let bound = failed.operator.hasPrefix("NumericGreater") ? "from" : "until"
            return "it is \(Self.clock(found))\(zone), allowed \(bound) \(Self.clock(wanted))"
        }
        if key.hasPrefix("coffer:dayofweek") {
            return "it is \(found)\(zone), allowed on \(failed.wanted.joined(separator: ", "))"
        }
        if key.hasPrefix("coffer:callsper") {
            let used = Int(found).map { String($0 - 1) } ?? found
            return "\(used) of \(wanted) calls in this \(key.dropFirst("coffer:callsper".count)) are made"
        }
        switch key {
        case "aws:currenttime":
            let times = [found, wanted].map { text in Timestamp(iso8601: text).map { LocalClock.here.text($0) } ?? text
            }
            return "it is \(times[0]), allowed until \(times[1]): that is over"
        case "aws:sourceip":
            return found.isEmpty
                ? "the call has no address, allowed from \(wanted)"
                : "the call comes from \(found), allowed from \(wanted)"
        default:
            return "\(failed.key) is \(found.isEmpty ? "not there" : found), wanted is \(wanted)"
        }
    }

    private static func clock(_ number: String) -> String {
        guard let number = Int(number) else { return number }
        func two(_ part: Int) -> String { part < 10 ? "0\(part)" : "\(part)" }
        return "\(two(number / 100)):\(two(number % 100))"
    }
}
