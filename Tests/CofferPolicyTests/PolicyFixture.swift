// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import Testing

/// Small names for what every test here needs.
enum Fixture {
    static let account = AccountID("111122223333") ?? .random()
    static let other = AccountID("444455556666") ?? .random()
    static let key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    static let roleARN = "arn:aws:iam::111122223333:role/coffer/app"
    static let sessionARN = "arn:aws:sts::111122223333:assumed-role/app/run-1"
    static let userARN = "arn:aws:iam::111122223333:user/ada"

    static let root = Principal.root(account)
    static let user = Principal.user(arn: userARN, userID: "AIDAEXAMPLEEXAMPLE01", account: account)
    static let session = Principal.roleSession(
        roleARN: roleARN, sessionARN: sessionARN, roleID: "AROAEXAMPLEEXAMPLE01", account: account)
    static let stranger = Principal.user(
        arn: "arn:aws:iam::444455556666:user/eve", userID: "AIDAEXAMPLEEXAMPLE02", account: other)

    static func statement(
        _ effect: String = "Allow", action: JSONValue = "kms:Decrypt", resource: JSONValue? = "*",
        principal: JSONValue? = nil, condition: JSONValue? = nil, sid: String? = nil
    ) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [("Effect", .string(effect)), ("Action", action)]
        if let resource { members.append(("Resource", resource)) }
        if let principal { members.append(("Principal", principal)) }
        if let condition { members.append(("Condition", condition)) }
        if let sid { members.append(("Sid", .string(sid))) }
        return .object(JSONObject(members))
    }

    static func document(_ statements: [JSONValue], version: String? = "2012-10-17") -> String {
        var members: [(name: String, value: JSONValue)] = [("Statement", .array(statements))]
        if let version { members.append(("Version", .string(version))) }
        return JSONValue.object(JSONObject(members)).text()
    }

    static func identity(_ statements: JSONValue..., version: String? = "2012-10-17") throws -> PolicyDocument {
        try .parse(document(statements, version: version), kind: .identity, name: "identity")
    }

    static func keyPolicy(_ statements: JSONValue...) throws -> PolicyDocument {
        try .parse(document(statements), kind: .keyPolicy, name: "key")
    }

    static func trust(_ statements: JSONValue...) throws -> PolicyDocument {
        try .parse(document(statements), kind: .trust, name: "trust")
    }

    static func decide(
        _ principal: Principal, action: String = "kms:Decrypt", resource: String = key,
        context: ConditionContext = [:], _ policies: PolicySet, _ rules: Evaluator.Rules = .standard
    ) -> Decision {
        let request = AuthorizationRequest(principal: principal, action: action, resource: resource, context: context)
        return Evaluator.decide(request, policies, rules: rules)
    }

    /// The same for the user.
    static func decide(
        action: String = "kms:Decrypt", resource: String = key, context: ConditionContext = [:], _ policies: PolicySet,
        _ rules: Evaluator.Rules = .standard
    ) -> Decision {
        decide(user, action: action, resource: resource, context: context, policies, rules)
    }

    /// Whether one statement of an identity policy matches: told from what its Allow and its Deny each do.
    static func outcome(
        action: String = "kms:Decrypt", resource: String = key, context: ConditionContext = [:],
        version: String? = "2012-10-17", _ make: (String) -> JSONValue
    ) throws -> Outcome {
        let allow = try identity(make("Allow"), version: version)
        let deny = try identity(make("Deny"), version: version)
        let everything = try identity(statement(action: "*"))
        let allows = decide(
            action: action, resource: resource, context: context, PolicySet(identity: [allow], resourceAccount: account)
        ).isAllowed
        let denies = !decide(
            action: action, resource: resource, context: context,
            PolicySet(identity: [everything, deny], resourceAccount: account)
        ).isAllowed
        if allows { return denies ? .matches : .inconsistent }
        return denies ? .undecided : .differs
    }

    static func condition(
        _ name: String, _ values: JSONValue, key: String = "kms:x", context: ConditionContext,
        version: String? = "2012-10-17"
    ) throws -> Outcome {
        try outcome(context: context, version: version) { effect in
            statement(effect, condition: .object(JSONObject([(name, .object(JSONObject([(key, values)])))])))
        }
    }

    enum Outcome {
        case matches, differs
        /// The Deny matches and the Allow does not.
        case undecided
        /// The Allow matches and the Deny does not: never right.
        case inconsistent
    }

    static func malformed(_ text: String, _ kind: PolicyDocument.Kind = .identity) -> PolicyError? {
        do throws(PolicyError) { _ = try PolicyDocument.parse(text, kind: kind) } catch { return error }
        return nil
    }
}
