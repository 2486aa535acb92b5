// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// What the IAM handlers share: finding users and roles, and the checks that go with them.
struct IAMDirectory: Sendable {
    let vault: Vault

    func user(_ name: String, _ request: Authenticated) throws -> Versioned<UserRecord> {
        guard let user = try vault.load(UserRecord.self, name, in: request.scope.global) else {
            throw Self.missing("user", name)
        }
        return user
    }

    func role(_ name: String, _ request: Authenticated) throws -> Versioned<RoleRecord> {
        guard let role = try vault.load(RoleRecord.self, name, in: request.scope.global) else {
            throw Self.missing("role", name)
        }
        return role
    }

    /// A user by name; without a name, the caller itself.
    func userName(_ name: String?, _ request: Authenticated) throws -> String {
        if let name { return name }
        if case .user(let own) = request.caller.kind { return own }
        throw AWSError("ValidationError", "Must specify userName when calling with non-User credentials")
    }

    /// A user as the target of an action, and the check that it needs.
    func locatedUser(_ name: String, _ action: String, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        let record = try vault.load(UserRecord.self, name, in: request.scope.global)
        let arn = record?.value.arn(in: request.scope) ?? ARN(service: "iam", scope: request.scope.global, resource: "user/\(name)")
        return Located(
            record, checks: [request.check("iam:\(action)", arn.description, tags: record?.value.tags ?? [:])],
            preconditions: [record?.precondition ?? Precondition(key: UserRecord.key(name, in: request.scope.global), revision: nil)])
    }

    func locatedRole(_ name: String, _ action: String, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        let record = try vault.load(RoleRecord.self, name, in: request.scope.global)
        let arn = record?.value.arn(in: request.scope) ?? ARN(service: "iam", scope: request.scope.global, resource: "role/\(name)")
        return Located(
            record, checks: [request.check("iam:\(action)", arn.description, tags: record?.value.tags ?? [:])],
            preconditions: [record?.precondition ?? Precondition(key: RoleRecord.key(name, in: request.scope.global), revision: nil)])
    }

    static func missing(_ kind: String, _ name: String) -> AWSError {
        AWSError("NoSuchEntity", "The \(kind) with name \(name) cannot be found.", status: 404)
    }

    static func missingPolicy(_ kind: String, _ name: String) -> AWSError {
        AWSError("NoSuchEntity", "The \(kind) policy with name \(name) cannot be found.", status: 404)
    }

    static func exists(_ kind: String, _ name: String) -> AWSError {
        AWSError("EntityAlreadyExists", "\(kind) with name \(name) already exists.", status: 409)
    }

    /// Refuses a policy that doesn't parse, with AWS's code.
    func validate(_ text: String, _ kind: PolicyDocument.Kind) throws {
        do {
            _ = try vault.policies.policy(text, kind)
        } catch {
            throw AWSError("MalformedPolicyDocument", "\(error)")
        }
    }

    /// Refuses inline policies that are too large together. Source: IAM quotas.
    static func checkSize(_ policies: [String: String], limit: Int, _ kind: String, _ name: String) throws {
        let size = policies.values.reduce(0) { $0 + $1.utf8.lazy.filter { $0 != 0x20 && $0 != 0x0a && $0 != 0x0d && $0 != 0x09 }.count }
        guard size <= limit else {
            throw AWSError("LimitExceeded", "Maximum policy size of \(limit) bytes exceeded for \(kind) \(name)", status: 409)
        }
    }
}

extension Authenticated {
    /// A check of an IAM action against identity policies.
    func check(_ action: String, _ resource: String, tags: [ExactString: String] = [:], requestTags: [ExactString: String] = [:]) -> AccessCheck {
        AccessCheck(
            action: action, resource: resource, resourceAccount: scope.account,
            conditions: Self.conditions(tags: tags, requestTags: requestTags))
    }

    /// The condition keys of a resource's tags.
    static func resourceTags(_ tags: [ExactString: String]) -> [ExactString: [String]] {
        var conditions: [ExactString: [String]] = [:]
        for (name, value) in tags {
            conditions["aws:ResourceTag/\(name)"] = [value]
            conditions["iam:ResourceTag/\(name)"] = [value]
        }
        return conditions
    }

    private static func conditions(
        tags: [ExactString: String], requestTags: [ExactString: String]
    ) -> [ExactString: [String]] {
        var conditions = resourceTags(tags)
        for (name, value) in requestTags { conditions["aws:RequestTag/\(name)"] = [value] }
        if !requestTags.isEmpty { conditions["aws:TagKeys"] = requestTags.keys.sorted().map(\.text) }
        return conditions
    }
}
