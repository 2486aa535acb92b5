// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy

/// A second evaluator to check the first against: it reads the JSON anew for every question, by the shortest way, and
/// shares nothing with the library but the types of the question. Doubt is a pair of answers: it `may` or `must` be so.
struct NaiveEvaluator {
    struct Doubt {
        var may: Bool, must: Bool

        static let yes = Doubt(may: true, must: true)
        static let no = Doubt(may: false, must: false)
        static let open = Doubt(may: true, must: false)

        init(may: Bool, must: Bool) { (self.may, self.must) = (may, must) }
        init(_ sure: Bool) { (may, must) = (sure, sure) }
        var not: Doubt { Doubt(may: !must, must: !may) }
        static func all(_ list: [Doubt]) -> Doubt { Doubt(may: list.allSatisfy(\.may), must: list.allSatisfy(\.must)) }
        static func any(_ list: [Doubt]) -> Doubt {
            Doubt(may: list.contains { $0.may }, must: list.contains { $0.must })
        }
    }

    let who: Principal
    /// (ARN or ID, how close) of everything that a policy may call the principal.
    let names: [(name: String, closeness: Int)]
    let action: String, resource: String
    let context: [String: [String]]

    func allows(
        identity: [JSONValue], boundary: JSONValue?, session: [JSONValue], policy: JSONValue?,
        serviceControl: [JSONValue], resourceControl: [JSONValue], sameAccount: Bool, grant: GrantCoverage,
        rules: Evaluator.Rules
    ) -> Bool {
        let attached = identity + session + [boundary].compactMap { $0 } + serviceControl
        for document in attached where closeness(document, "Deny", isResource: false, boundary != nil) > 0 {
            return false
        }
        if let policy, closeness(policy, "Deny", isResource: true, boundary != nil) > 0 { return false }
        for control in resourceControl where closeness(control, "Deny", isResource: true, boundary != nil) > 0 {
            return false
        }
        guard serviceControl.allSatisfy({ closeness($0, "Allow", isResource: false, false) > 0 }),
            resourceControl.allSatisfy({ closeness($0, "Allow", isResource: true, false) > 0 })
        else { return false }
        func some(_ documents: [JSONValue]) -> Bool {
            documents.contains { closeness($0, "Allow", isResource: false, false) > 0 }
        }
        let isRoot = who.kind == .root
        let own = isRoot || some(identity)
        let bounds = (boundary.map { some([$0]) } ?? true) && (session.isEmpty || some(session))
        let theirs = policy.map { closeness($0, "Allow", isResource: true, false) } ?? 0
        let grant = rules == .kmsKey ? grant : .none
        let granted = grant == .principal || (grant == .account && own)
        if who.account == nil { return (theirs >= 2 || grant == .principal) && bounds }
        if rules == .trustPolicy && isRoot { return sameAccount && theirs == 3 && bounds }
        if !sameAccount { return bounds && (grant == .principal || (own && (theirs > 0 || granted))) }
        if theirs == 3 { return true }
        if theirs == 2 || granted { return bounds }
        return own && bounds && (rules == .standard || theirs == 1)
    }

    /// 0 where no statement of that effect matches, else 1 (through the account), 2 (role, everybody) or 3 (itself).
    private func closeness(_ document: JSONValue, _ effect: String, isResource: Bool, _ hasBoundary: Bool) -> Int {
        let variables = document["Version"]?.string == "2012-10-17"
        let statements = document["Statement"]?.array ?? [document["Statement"] ?? .null]
        var best = 0
        for s in statements where s["Effect"]?.string == effect {
            let isTrust = action.hasPrefix("sts:") && isResource
            if isResource, !isTrust, s["Resource"] == nil, s["NotResource"] == nil { continue }
            let close = isResource ? closeness(s, isDeny: effect == "Deny", hasBoundary) : 3
            let doubt = Doubt.all([actionMatches(s), resourceMatches(s, variables), conditionMatches(s, variables)])
            if effect == "Deny" ? doubt.may : doubt.must { best = max(best, close) }
        }
        return best
    }

    private func closeness(_ s: JSONValue, isDeny: Bool, _ hasBoundary: Bool) -> Int {
        if let not = s["NotPrincipal"] {
            if who.account == nil {
                let others = list(not["Service"]) + list(not["Federated"])
                return !hasBoundary && (not == "*" || others.contains(who.arn)) ? 0 : 3
            }
            let listed = named(not)
            let levels = Set(names.map(\.closeness)).map { level in
                names.contains { $0.closeness == level && listed.contains($0.name) }
            }
            return !hasBoundary && (not == "*" || listed.contains("*") || levels.allSatisfy { $0 }) ? 0 : 3
        }
        let element = s["Principal"] ?? .null
        switch who.kind {
        case .service:
            if list(element["Service"]).contains(who.arn) { return 3 }
            return element == "*" || (isDeny && list(element["AWS"]).contains("*")) ? 2 : 0
        case .federated:
            if list(element["Federated"]).contains(who.arn) { return 3 }
            return isDeny && (element == "*" || list(element["AWS"]).contains("*")) ? 2 : 0
        default:
            var best = element == "*" || list(element["AWS"]).contains("*") ? 2 : 0
            for (name, closeness) in names where named(element).contains(name) { best = max(best, closeness) }
            return best
        }
    }

    private func named(_ element: JSONValue) -> [String] { list(element["AWS"]) }

    private func actionMatches(_ s: JSONValue) -> Doubt {
        let hit = list(s["Action"] ?? s["NotAction"]).contains {
            like(scalars($0.lowercased()), scalars(action.lowercased()))
        }
        return Doubt(s["Action"] != nil ? hit : !hit)
    }

    private func resourceMatches(_ s: JSONValue, _ variables: Bool) -> Doubt {
        guard let element = s["Resource"] ?? s["NotResource"] else { return .yes }
        let hit = Doubt.any(list(element).map { matches($0, resource, variables, wild: true) })
        return s["Resource"] != nil ? hit : hit.not
    }

    // MARK: Conditions

    private func conditionMatches(_ s: JSONValue, _ variables: Bool) -> Doubt {
        var all: [Doubt] = []
        for (name, keys) in s["Condition"]?.object ?? JSONObject() {
            for (key, values) in keys.object ?? JSONObject() {
                all.append(condition(name, key, list(values), variables))
            }
        }
        return .all(all)
    }

    private func condition(_ name: String, _ key: String, _ wanted: [String], _ variables: Bool) -> Doubt {
        let have = context.filter { $0.key.lowercased() == key.lowercased() }.flatMap(\.value)
        let base = name.replacing("IfExists", with: "").replacing("ForAnyValue:", with: "").replacing(
            "ForAllValues:", with: "")
        if base == "Null" { return Doubt(wanted.contains(have.isEmpty ? "true" : "false")) }
        let negative = base.contains("Not")
        if have.isEmpty {
            if name.hasSuffix("IfExists") || name.hasPrefix("ForAllValues:") { return .yes }
            return Doubt(negative && !name.hasPrefix("ForAnyValue:"))
        }
        let results = have.map { value in
            let hit = Doubt.any(wanted.map { one(base.replacing("Not", with: ""), $0, value, variables) })
            return negative ? hit.not : hit
        }
        let isNull = have.allSatisfy(\.isEmpty)
        if name.hasPrefix("ForAnyValue:") {
            return Doubt(may: Doubt.any(results).may, must: !isNull && Doubt.any(results).must)
        }
        if name.hasPrefix("ForAllValues:") {
            return Doubt(may: isNull || Doubt.all(results).may, must: Doubt.all(results).must)
        }
        return Doubt(may: Doubt.any(results).may, must: Doubt.all(results).must)
    }

    private func one(_ base: String, _ wanted: String, _ value: String, _ variables: Bool) -> Doubt {
        switch base {
        case "StringEquals": return matches(wanted, value, variables, wild: false)
        case "StringEqualsIgnoreCase": return matches(wanted, value, variables, wild: false, fold: true)
        case "StringLike": return matches(wanted, value, variables, wild: true)
        case "ArnEquals", "ArnLike":
            let parts = value.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            let patterns = wanted.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            guard parts.count == 6, parts[0] == "arn" else { return .open }
            return .all(zip(patterns, parts).map { matches(String($0), String($1), variables, wild: true) })
        case "Bool":
            guard ["true", "false"].contains(value.lowercased()) else { return .open }
            return Doubt(wanted.lowercased() == value.lowercased())
        case "IpAddress":
            let range = wanted.split(separator: "/")
            guard let address = number(value), let base = number(String(range[0])), let length = Int(range[1]) else {
                return .open
            }
            return Doubt(address >> UInt32(32 - length) == base >> UInt32(32 - length))
        default:
            guard let a = Double(value), let b = Double(wanted) else { return .open }
            if base.hasSuffix("LessThanEquals") { return Doubt(a <= b) }
            if base.hasSuffix("GreaterThanEquals") { return Doubt(a >= b) }
            if base.hasSuffix("LessThan") { return Doubt(a < b) }
            if base.hasSuffix("GreaterThan") { return Doubt(a > b) }
            return Doubt(a == b)
        }
    }

    private func number(_ address: String) -> UInt32? {
        let parts = address.split(separator: ".").compactMap { UInt32($0) }
        return parts.count == 4 ? parts.reduce(0) { $0 << 8 | $1 } : nil
    }

    // MARK: Text

    /// A character, or a wildcard where the pattern wrote one.
    enum Mark: Equatable {
        case any, one
        case character(Unicode.Scalar)
    }

    private func matches(_ pattern: String, _ text: String, _ variables: Bool, wild: Bool, fold: Bool = false) -> Doubt
    {
        var marks: [Mark] = []
        var open = false
        var rest = Array(pattern.unicodeScalars)
        while let first = rest.first {
            if variables, rest.starts(with: "${".unicodeScalars), let end = rest.firstIndex(of: "}") {
                let inner = String(String.UnicodeScalarView(rest[2..<end]))
                rest.removeSubrange(...end)
                if ["*", "?", "$"].contains(inner) {
                    marks += inner.unicodeScalars.map { .character($0) }
                    continue
                }
                let pieces = inner.split(separator: ",").map { String($0).trimmed }
                let values = context.filter { $0.key.lowercased() == pieces[0].lowercased() }.flatMap(\.value)
                if values.count > 1 {
                    open = true
                } else if let value = values.first, !value.isEmpty {
                    marks += value.unicodeScalars.map { .character($0) }
                } else if pieces.count == 2 {
                    marks += pieces[1].unicodeScalars.filter { $0 != "'" }.map { .character($0) }
                } else {
                    return .no
                }
                continue
            }
            rest.removeFirst()
            marks.append(wild && first == "*" ? .any : wild && first == "?" ? .one : .character(first))
        }
        if open { return .open }
        if fold {
            marks = marks.map {
                if case .character(let c) = $0 {
                    .character(c.properties.lowercaseMapping.unicodeScalars.first ?? c)
                } else {
                    $0
                }
            }
        }
        return Doubt(like(marks[...], Array((fold ? text.lowercased() : text).unicodeScalars)[...]))
    }

    private func scalars(_ pattern: String) -> [Mark] {
        pattern.unicodeScalars.map { $0 == "*" ? .any : $0 == "?" ? .one : .character($0) }
    }

    private func like(_ pattern: [Mark], _ text: [Mark]) -> Bool {
        like(pattern[...], text.compactMap { if case .character(let c) = $0 { c } else { nil } }[...])
    }

    private func like(_ pattern: ArraySlice<Mark>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        switch first {
        case .any:
            return like(pattern.dropFirst(), text) || (!text.isEmpty && like(pattern, text.dropFirst()))
        case .one: return !text.isEmpty && like(pattern.dropFirst(), text.dropFirst())
        case .character(let c): return text.first == c && like(pattern.dropFirst(), text.dropFirst())
        }
    }

    private func list(_ value: JSONValue?) -> [String] {
        switch value {
        case .array(let many): many.flatMap { list($0) }
        case .string(let one): [one]
        case .bool(let flag): [flag ? "true" : "false"]
        case .integer(let number): [String(number)]
        default: []
        }
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
