// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// What the IAM handlers share: finding what a call names, and the checks that go with it.
struct IAMDirectory: Sendable {
    let vault: Vault

    /// An entity as the target of an action, and the check that it needs.
    func located<E: IAMEntity>(
        _ type: E.Type, _ name: String, _ action: String, _ request: Authenticated, _ conditions: ConditionKeys = [:]
    ) throws -> Located<Versioned<E>?> {
        let scope = request.scope.global
        let record = try vault.load(E.self, name, in: scope)
        let arn =
            record?.value.arn(in: scope) ?? ARN(service: "iam", scope: scope, resource: "\(E.resourceType)/\(name)")
        var keys = ConditionKeys.resourceTags(record?.value.tags ?? [:])
        if Self.boundaryActions.contains(action), let holder = record?.value as? any PolicyHolder {
            keys.add(.boundary(holder.boundary))
        }
        keys.add(conditions)
        return Located(
            record, checks: [request.check("iam:\(action)", arn.description, keys)],
            preconditions: [record?.precondition ?? Precondition(key: E.key(name, in: scope), revision: nil)])
    }

    /// Actions that policies may bind to the boundary that somebody has.
    ///
    /// Source: Service Authorization Reference, "Actions, resources, and condition keys for IAM".
    private static let boundaryActions: Set<String> = [
        "AttachRolePolicy", "AttachUserPolicy", "DeleteRolePermissionsBoundary", "DeleteRolePolicy",
        "DeleteUserPermissionsBoundary", "DeleteUserPolicy", "DetachRolePolicy", "DetachUserPolicy", "PutRolePolicy",
        "PutUserPolicy",
    ]

    /// A user by name; without a name, the caller itself.
    func userName(_ name: String?, _ request: Authenticated) throws -> String {
        if let name { return name }
        if case .user(let own) = request.caller.kind { return own }
        throw AWSError("ValidationError", "Must specify userName when calling with non-User credentials")
    }

    /// A user by name, or the caller: a user, or (nil) the account itself.
    func locatedSelf(
        _ name: String?, _ action: String, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        if name == nil, request.caller.isRoot {
            return Located(nil, checks: [request.check("iam:\(action)", request.caller.arn.description)])
        }
        return try located(UserRecord.self, try userName(name, request), action, request)
    }

    /// Refuses a policy that doesn't parse, with AWS's code.
    func validate(_ text: String, _ kind: PolicyDocument.Kind) throws {
        _ = try policy(text, kind)
    }

    /// Refuses a trust policy that is too large, doesn't parse, or names somebody who isn't there.
    func validateTrust(_ text: String) throws {
        try IAMQuota.trustPolicySize.check(text.sizeWithoutWhiteSpace)
        guard (try? JSONValue(parsing: Array(text.utf8))) != nil else {
            throw AWSError.malformedPolicy("This policy contains invalid Json")
        }
        for name in try policy(text, .trust).namedPrincipals {
            guard try PrincipalDirectory(vault: vault).entry(name) == .missing else { continue }
            throw AWSError.malformedPolicy("Invalid principal in policy: \"AWS\":\"\(name)\"")
        }
    }

    /// Refuses a managed policy that is too large or doesn't parse.
    func validateManaged(_ text: String) throws {
        try IAMQuota.policySize.check(text.sizeWithoutWhiteSpace)
        guard try policy(text, .managed).version == .v2012 else {
            throw AWSError.malformedPolicy("Policy document must be version 2012-10-17 or greater.")
        }
    }

    private func policy(_ text: String, _ kind: PolicyDocument.Kind) throws -> PolicyDocument {
        do {
            // Not through the cache: what is refused, or never used, shall take no place there.
            let policy = try PolicyDocument.parse(text, kind: kind)
            if let key = OwnConditionKeys.unknown(in: policy) {
                throw AWSError.malformedPolicy("There is no condition key \(key).")
            }
            return policy
        } catch let error as PolicyError {
            throw AWSError.malformedPolicy(error.message, at: error.place)
        }
    }
}

/// Condition keys of a check, with their values.
typealias ConditionKeys = [ExactString: [String]]

extension ConditionKeys {
    static func resourceTags(_ tags: [ExactString: String]) -> ConditionKeys {
        var keys: ConditionKeys = [:]
        for (name, value) in tags {
            keys["aws:ResourceTag/\(name)"] = [value]
            keys["iam:ResourceTag/\(name)"] = [value]
        }
        return keys
    }

    static func tags(_ tags: [IAM.Tag]?) -> ConditionKeys {
        guard let tags, !tags.isEmpty else { return [:] }
        var keys = tagKeys(tags.map(\.key))
        for tag in tags { keys["aws:RequestTag/\(tag.key)"] = [tag.value] }
        return keys
    }

    static func tagKeys(_ names: [String]) -> ConditionKeys { ["aws:TagKeys": names] }
    static func policy(_ arn: String) -> ConditionKeys { ["iam:PolicyARN": [arn]] }
    static func boundary(_ arn: String?) -> ConditionKeys { arn.map { ["iam:PermissionsBoundary": [$0]] } ?? [:] }

    mutating func add(_ others: ConditionKeys) { merge(others) { _, new in new } }
    func adding(_ others: ConditionKeys) -> ConditionKeys { merging(others) { _, new in new } }
}

extension Authenticated {
    /// A check of an IAM action against identity policies.
    func check(_ action: String, _ resource: String, _ conditions: ConditionKeys = [:]) -> AccessCheck {
        AccessCheck(action: action, resource: resource, resourceAccount: scope.account, conditions: conditions)
    }

    /// The check of an action on a resource of the account, such as `user/`: all users.
    func check(_ action: String, on resource: String) -> AccessCheck {
        check(action, ARN(service: "iam", scope: scope.global, resource: resource).description)
    }

    /// The checks of making something: tags need a permission of their own.
    func creationChecks(
        _ action: String, tagging: String, _ resource: String, tags: [IAM.Tag]?, _ conditions: ConditionKeys = [:]
    ) -> [AccessCheck] {
        let arn = ARN(service: "iam", scope: scope.global, resource: resource).description
        let keys = conditions.adding(.tags(tags))
        let make = check("iam:\(action)", arn, keys)
        return tags?.isEmpty ?? true ? [make] : [make, check("iam:\(tagging)", arn, keys)]
    }
}
