// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Checks statements against the grammar and compiles them, one after the other.
struct PolicyCompiler {
    let kind: PolicyDocument.Kind
    let version: PolicyDocument.Version
    var heads: [StatementHead] = []
    var actions: [ActionEntry] = []
    var actionText: [UInt8] = []
    var actionGlobs: [Pattern] = []
    var statements: [Statement] = []
    var namedPrincipals: [String] = []
    var knownPrincipals: Set<ExactString> = []
    private(set) var contextKeys: [String] = []
    private var sids: Set<[UInt8]> = []
    private var knownKeys: Set<[UInt8]> = []

    init(kind: PolicyDocument.Kind, version: PolicyDocument.Version) {
        self.kind = kind
        self.version = version
    }

    var hasVariables: Bool { version == .v2012 }

    mutating func add(_ value: JSONValue, index: Int) throws(PolicyError) {
        let place = "Statement[\(index)]"
        let members = try Self.members(value, place, kind)
        let sid = try self.sid(members["Sid"], place)
        let isDeny = try self.effect(members["Effect"], place)
        let start = actions.count
        let notAction = try self.actions(members, place)
        let principals = try self.principals(members, isDeny: isDeny, place)
        let (resources, notResource) = try self.resources(members, place)
        let conditions = try self.conditions(members["Condition"], place)
        heads.append(
            StatementHead(
                actionStart: start, actionEnd: actions.count, notAction: notAction, isDeny: isDeny,
                isInert: resources == nil && kind != .trust, namesPrincipals: principals != nil))
        statements.append(
            Statement(
                sid: sid, resources: resources, notResource: notResource, principals: principals, conditions: conditions
            ))
        for (element, _) in members {
            switch element {
            case "Resource", "NotResource": note(resources ?? [])
            case "Condition":
                for condition in conditions {
                    note(condition.key)
                    note(condition.test.patterns)
                }
            default: break
            }
        }
    }

    /// The elements of a statement, all known and none with its opposite.
    static func members(
        _ value: JSONValue, _ place: String, _ kind: PolicyDocument.Kind = .identity
    ) throws(PolicyError) -> JSONObject {
        guard let members = value.object else {
            throw PolicyError("Syntax errors in policy.", at: "\(place) is not an object")
        }
        for (element, _) in members where !elements.contains(element) {
            throw PolicyError.unknown(element, kind, at: place)
        }
        for (one, other) in [("Action", "NotAction"), ("Resource", "NotResource"), ("Principal", "NotPrincipal")]
        where members[one] != nil && members[other] != nil {
            throw PolicyError("Syntax errors in policy.", at: "\(place) has both \(one) and \(other)")
        }
        return members
    }

    private mutating func note(_ key: ContextKey) {
        if knownKeys.insert(key.lowered).inserted { contextKeys.append(key.name) }
    }

    private mutating func note(_ patterns: [Pattern]) {
        for pattern in patterns {
            for (key, _) in pattern.variables { note(key) }
        }
    }

    private static let elements: Set<String> = [
        "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition",
    ]

    // MARK: Sid and Effect

    private mutating func sid(_ value: JSONValue?, _ place: String) throws(PolicyError) -> String? {
        guard let value else { return nil }
        guard let sid = value.string else { throw PolicyError("Syntax errors in policy.", at: "\(place).Sid") }
        if case .resource = kind { return sid }
        // KMS's own default policy has spaces in its Sid, so only IAM's documents are held to IAM's rules.
        guard sid.utf8.allSatisfy(isAlphanumeric) else {
            throw PolicyError("Statement IDs (SID) must be alpha-numeric.", at: "\(place).Sid")
        }
        guard sid.isEmpty || sids.insert(Array(sid.utf8)).inserted else {
            throw PolicyError("The Statement Ids in the policy are not unique", at: "\(place).Sid")
        }
        return sid
    }

    private func effect(_ value: JSONValue?, _ place: String) throws(PolicyError) -> Bool {
        switch value?.string {
        case "Allow": return false
        case "Deny": return true
        case let effect:
            let words = effect.map { "Invalid effect: \(PolicyError.quote($0))" } ?? "Missing required field Effect"
            throw PolicyError(
                kind.isTrust ? words : "Syntax errors in policy.", at: "\(place).Effect must be Allow or Deny")
        }
    }

    // MARK: Action

    private mutating func actions(_ members: JSONObject, _ place: String) throws(PolicyError) -> Bool {
        let notAction = members["NotAction"] != nil
        let place = "\(place).\(notAction ? "NotAction" : "Action")"
        guard let value = members["Action"] ?? members["NotAction"] else {
            throw PolicyError(
                kind.isTrust ? "Missing required field Action" : "Policy statement must contain actions.", at: place)
        }
        let texts = try strings(value, place)
        guard !texts.isEmpty else { throw PolicyError("Policy statement must contain actions.", at: place) }
        if kind == .trust, notAction {
            throw PolicyError("AssumeRole policy may only specify STS AssumeRole actions.", at: place)
        }
        for text in texts { try action(text, place) }
        return notAction
    }

    private mutating func action(_ text: String, _ place: String) throws(PolicyError) {
        let lower = lowered(text)
        let parts = lower.split(separator: 0x3a, omittingEmptySubsequences: false)
        // Outside IAM a vendor may be any: `*:Create*`.
        if !text.hasPrefix("*:") || kind.isOfIAM || parts.count > 2 {
            if let message = ActionGrammar.fault(in: text) { throw PolicyError(message, at: place) }
        }
        if lower != [0x2a] {
            // IAM takes anything behind the colon.
            guard !parts[1].isEmpty, kind.isOfIAM || parts[1].allSatisfy(Self.isActionByte) else {
                throw PolicyError("The action \(PolicyError.quote(text)) is not valid.", at: place)
            }
        }
        if kind == .trust, !parts[0].elementsEqual("sts".utf8) {
            throw PolicyError("AssumeRole policy may only specify STS AssumeRole actions.", at: place)
        }
        let star = lower.firstIndex { $0 == 0x2a || $0 == 0x3f }
        if lower == [0x2a] || lower == [0x2a, 0x3a, 0x2a] {
            actions.append(ActionEntry(form: .any, hash: 0, start: 0, count: 0))
        } else if star == nil {
            actions.append(
                ActionEntry(form: .exact, hash: quickHash(lower), start: actionText.count, count: lower.count))
            actionText += lower
        } else if star == lower.count - 1, lower.last == 0x2a {
            actions.append(ActionEntry(form: .prefix, hash: 0, start: actionText.count, count: lower.count - 1))
            actionText += lower.dropLast()
        } else {
            actions.append(ActionEntry(form: .glob, hash: 0, start: actionGlobs.count, count: 0))
            actionGlobs.append(Pattern(glob: lower))
        }
    }

    private static func isActionByte(_ byte: UInt8) -> Bool {
        ActionGrammar.isVendor(byte) || byte == 0x2a || byte == 0x3f || byte == 0x5f
    }

    // MARK: Resource

    /// Nil where the statement has none: then it is a trust policy's, or inert.
    private func resources(_ members: JSONObject, _ place: String) throws(PolicyError) -> ([Pattern]?, Bool) {
        let notResource = members["NotResource"] != nil
        let place = "\(place).\(notResource ? "NotResource" : "Resource")"
        guard let value = members["Resource"] ?? members["NotResource"] else {
            guard kind == .trust || kind == .keyPolicy else {
                throw PolicyError("Policy statement must contain resources.", at: place)
            }
            return (nil, false)
        }
        guard !kind.isTrust else {
            throw PolicyError(
                notResource ? "AssumeRole policy must not contain resources." : "Has prohibited field Resource",
                at: place)
        }
        let texts = try strings(value, place, skipsNull: kind.isOfIAM)
        guard !texts.isEmpty else { throw PolicyError("Policy statement must contain resources.", at: place) }
        var patterns: [Pattern] = []
        for text in texts { patterns.append(try resource(text, place)) }
        return (patterns, notResource)
    }

    private func resource(_ text: String, _ place: String) throws(PolicyError) -> Pattern {
        if text != "*" {
            let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            guard parts.count > 2, parts[0] == "arn", !parts[2].isEmpty else {
                throw PolicyError("Resource \(PolicyError.quote(text)) must be in ARN format or \"*\".", at: place)
            }
            let partition = parts[1]
            guard partition.contains("*") || partition.contains("?") || Partition(rawValue: String(partition)) != nil
            else {
                throw PolicyError(
                    "Partition \"\(PolicyError.quote(String(partition)))\" is not valid for resource "
                        + "\"\(PolicyError.quote(text))\".", at: place)
            }
        }
        return try Pattern(parsing: text, variables: hasVariables, wildcards: true, place: place)
    }
}

// MARK: Small pieces

/// A string, or an array of strings.
///
/// - Parameter skipsNull: as IAM does among resources.
func strings(_ value: JSONValue, _ place: String, skipsNull: Bool = false) throws(PolicyError) -> [String] {
    if let one = value.string { return [one] }
    guard let many = value.array else { throw PolicyError("Syntax errors in policy.", at: place) }
    var texts: [String] = []
    for element in many where !skipsNull || element != .null {
        guard let text = element.string else { throw PolicyError("Syntax errors in policy.", at: place) }
        texts.append(text)
    }
    return texts
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
}
