// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// IAM's rules for the policies of users, groups, roles and sessions, in the order in which IAM checks them: it settles
/// the message where a document has several mistakes. `PolicyCompiler` checks everything again and more.
///
/// Source of the messages, their order, and of what IAM takes: its answers as moto's `moto/iam/policy_validation.py`
/// and `tests/test_iam/test_iam_policies.py` record them. The wildcard in a vendor: its answer to `*:Create*`.
struct IAMGrammar {
    private struct Statement {
        let place: String
        let members: JSONObject

        func value(_ names: String...) -> (name: String, value: JSONValue)? {
            members.members.first { names.contains($0.name) }
        }
    }

    private let statements: [Statement]

    /// - Parameter version: as the document has it.
    static func check(
        _ statements: [JSONValue], version: PolicyDocument.Version?, kind: PolicyDocument.Kind
    ) throws(PolicyError) {
        var checked: [Statement] = []
        for (index, value) in statements.enumerated() {
            checked.append(try syntax(value, "Statement[\(index)]"))
        }
        guard kind != .managed || version == .v2012 else {
            throw PolicyError("Policy document must be version 2012-10-17 or greater.", at: "Version")
        }
        let grammar = IAMGrammar(statements: checked)
        try grammar.checkConditions()
        let resource = try grammar.checkResources()
        try grammar.checkSids()
        try grammar.checkPrincipals()
        try grammar.checkPresence("Action", "Policy statement must contain actions.")
        if let resource { throw resource }
        try grammar.checkActions()
        try grammar.checkPresence("Resource", "Policy statement must contain resources.")
    }

    // MARK: Syntax

    private static func syntax(_ value: JSONValue, _ place: String) throws(PolicyError) -> Statement {
        let members = try PolicyCompiler.members(value, place)
        func fault(_ place: String) -> PolicyError { PolicyError("Syntax errors in policy.", at: place) }
        guard let effect = members["Effect"]?.string.map(lowered),
            effect == Array("allow".utf8) || effect == Array("deny".utf8)
        else { throw fault("\(place).Effect must be Allow or Deny") }
        for name in ["Action", "NotAction", "Resource", "NotResource"] {
            guard let value = members[name] else { continue }
            _ = try strings(value, "\(place).\(name)", skipsNull: name.hasSuffix("Resource"))
        }
        if let sid = members["Sid"], sid.string == nil { throw fault("\(place).Sid") }
        guard let condition = members["Condition"] else { return Statement(place: place, members: members) }
        guard let operators = condition.object else { throw fault("\(place).Condition") }
        for (name, value) in operators {
            let place = "\(place).Condition.\(PolicyError.quote(name))"
            guard let keys = value.object else { throw fault(place) }
            guard keys.isEmpty || QualifiedOperator(name) != nil else { throw fault(place) }
            for (key, values) in keys {
                for element in values.array ?? [values] where element.object != nil || element.array != nil {
                    throw fault("\(place).\(PolicyError.quote(key))")
                }
            }
        }
        return Statement(place: place, members: members)
    }

    // MARK: What IAM calls legacy parsing

    private func checkConditions() throws(PolicyError) {
        for statement in statements {
            guard let effect = statement.members["Effect"]?.string, ["Allow", "Deny"].contains(effect) else {
                throw legacy("\(statement.place).Effect must be Allow or Deny")
            }
            for (name, keys) in statement.members["Condition"]?.object ?? JSONObject() {
                guard QualifiedOperator(name)?.base.rawValue.hasPrefix("Date") == true else { continue }
                for (key, values) in keys.object ?? JSONObject() {
                    for value in values.array ?? [values] {
                        guard let text = value.string, !LegacyDate.takes(text) else { continue }
                        throw legacy(
                            "\(statement.place).Condition.\(name).\(PolicyError.quote(key)) is not a date")
                    }
                }
            }
        }
    }

    /// The first resource's mistake that is not one of legacy parsing: IAM reports it later.
    private func checkResources() throws(PolicyError) -> PolicyError? {
        var first: PolicyError?
        for statement in statements {
            guard let (name, value) = statement.value("Resource", "NotResource") else { continue }
            let place = "\(statement.place).\(name)"
            let texts = try strings(value, place, skipsNull: true)
            for text in texts where first == nil && text != "*" {
                if let message = ResourceGrammar.fault(in: text) { first = PolicyError(message, at: place) }
            }
            for text in texts where first == nil && text != "*" && !ResourceGrammar.passesLegacyParsing(text) {
                throw legacy("\(place) lacks a part of an ARN")
            }
        }
        return first
    }

    private func legacy(_ place: String) -> PolicyError { PolicyError("The policy failed legacy parsing", at: place) }

    // MARK: The rest

    private func checkSids() throws(PolicyError) {
        var sids: Set<[UInt8]> = []
        for statement in statements {
            guard let sid = statement.members["Sid"]?.string else { continue }
            guard sid.utf8.allSatisfy(isAlphanumeric) else {
                throw PolicyError(
                    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression "
                        + "[0-9A-Za-z]*", at: "\(statement.place).Sid")
            }
            guard sid.isEmpty || sids.insert(Array(sid.utf8)).inserted else {
                throw PolicyError(
                    "Statement IDs (SID) in a single policy must be unique.", at: "\(statement.place).Sid")
            }
        }
    }

    private func checkPrincipals() throws(PolicyError) {
        for statement in statements {
            guard let (name, _) = statement.value("Principal", "NotPrincipal") else { continue }
            throw PolicyError("Policy document should not specify a principal.", at: "\(statement.place).\(name)")
        }
    }

    private func checkPresence(_ name: String, _ message: String) throws(PolicyError) {
        for statement in statements {
            let found = statement.value(name, "Not" + name)
            guard let found, found.value.array?.contains(where: { $0 != .null }) != false else {
                throw PolicyError(message, at: "\(statement.place).\(found?.name ?? name)")
            }
        }
    }

    private func checkActions() throws(PolicyError) {
        for statement in statements {
            guard let (name, value) = statement.value("Action", "NotAction") else { continue }
            let place = "\(statement.place).\(name)"
            for text in try strings(value, place) {
                guard let message = ActionGrammar.fault(in: text) else { continue }
                throw PolicyError(message, at: place)
            }
        }
    }
}
