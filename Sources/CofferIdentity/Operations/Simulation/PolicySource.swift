// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// Whose policies a simulation takes: what PolicySourceArn names.
enum PolicySource: Sendable {
    case user(UserRecord)
    case group(GroupRecord)
    case role(RoleRecord)

    private var holder: any IAMIdentity {
        switch self {
        case .user(let user): user
        case .group(let group): group
        case .role(let role): role
        }
    }

    /// The policies of its own, and of a user's groups.
    func policies(_ vault: Vault, in scope: Scope) throws -> [SimulatedPolicy] {
        var policies = try SimulatedPolicy.of(holder, vault, in: scope)
        guard case .user(let user) = self else { return policies }
        for name in user.groups {
            guard let group = try vault.load(GroupRecord.self, name, in: scope.global) else { continue }
            policies += try SimulatedPolicy.of(group.value, vault, in: scope)
        }
        return policies
    }

    func boundary(_ vault: Vault, in scope: Scope) throws -> SimulatedPolicy? {
        try SimulatedPolicy.boundary(of: holder, vault, in: scope)
    }

    /// Who calls; a group calls nothing.
    func caller(in scope: Scope) -> SimulatedCaller? {
        let arn = holder.arn(in: scope).description
        switch self {
        case .user(let user):
            return SimulatedCaller(
                principal: .user(arn: arn, userID: user.userID, account: scope.account), account: scope.account,
                tags: user.tags)
        case .role(let role):
            let session = ARN(service: "sts", scope: scope.global, resource: "assumed-role/\(role.name)/session")
            return SimulatedCaller(
                principal: .roleSession(
                    roleARN: arn, sessionARN: session.description, roleID: role.roleID, account: scope.account),
                account: scope.account, tags: role.tags)
        case .group: return nil
        }
    }
}

extension IAMDirectory {
    /// The user, group or role of an ARN as the target of an action; nil where it names none.
    func locatedSource(
        _ arn: String, _ action: String, _ request: Authenticated
    ) throws -> Located<PolicySource?> {
        let scope = request.scope.global
        let parts = ARN(arn)?.resource.split(separator: "/").map(String.init) ?? []
        var source: PolicySource?
        if let name = parts.last, parts.count > 1 {
            switch parts[0] {
            case "user": source = try vault.load(UserRecord.self, name, in: scope).map { .user($0.value) }
            case "group": source = try vault.load(GroupRecord.self, name, in: scope).map { .group($0.value) }
            case "role": source = try vault.load(RoleRecord.self, name, in: scope).map { .role($0.value) }
            default: break
            }
        }
        // INVARIANT 7: an ARN names somebody to the letter, path and account included.
        if let found = source?.arn(in: scope), ExactString(found) != ExactString(arn) { source = nil }
        return Located(source, checks: [request.check("iam:\(action)", arn, .resourceTags(source?.tags ?? [:]))])
    }
}

extension PolicySource {
    fileprivate func arn(in scope: Scope) -> String { holder.arn(in: scope).description }
    fileprivate var tags: [ExactString: String] { holder.tags }
}

extension Authorized where Target == PolicySource? {
    func source(_ arn: String) throws -> PolicySource {
        if let target { return target }
        guard ARN(arn) != nil else { throw AWSError.invalidInput("ARN \(arn) is not valid.") }
        throw AWSError.missing("Unable to retrieve specified IAM entity.")
    }
}
