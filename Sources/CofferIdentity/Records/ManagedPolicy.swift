// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// A managed policy that a call names by its ARN.
enum ManagedPolicy: Sendable {
    /// The account's own.
    case own(Versioned<ManagedPolicyRecord>)
    /// One that AWS keeps for everybody.
    case aws(AWSManagedPolicy)

    var tags: [ExactString: String] {
        if case .own(let policy) = self { policy.value.tags } else { [:] }
    }

    /// Nil where there is none, or an empty one.
    var description: String? {
        let text =
            switch self {
            case .own(let policy): policy.value.description ?? ""
            case .aws(let policy): policy.description
            }
        return text.isEmpty ? nil : text
    }

    /// The account's own alone can be changed.
    func own(_ request: Authenticated) throws -> Versioned<ManagedPolicyRecord> {
        switch self {
        case .own(let policy): return policy
        case .aws(let policy):
            throw AWSError(
                "AccessDenied",
                "User: \(request.caller.arn) is not authorized to perform: iam:\(request.operation)"
                    + " on resource: policy \(policy.arn(in: request.scope.partition))",
                status: 403)
        }
    }

    var versions: [ManagedPolicyRecord.Version] {
        switch self {
        case .own(let policy): policy.value.versions
        case .aws(let policy): [policy.onlyVersion]
        }
    }

    var defaultVersion: Int {
        switch self {
        case .own(let policy): policy.value.defaultVersion
        case .aws(let policy): policy.onlyVersion.number
        }
    }
}

extension AWSManagedPolicy {
    var onlyVersion: ManagedPolicyRecord.Version {
        ManagedPolicyRecord.Version(
            number: Int(version.dropFirst()) ?? 1, document: document, createdAt: updatedAt.milliseconds)
    }

    var createdAt: Timestamp { Timestamp(iso8601: created) ?? Timestamp(milliseconds: 0) }
    var updatedAt: Timestamp { Timestamp(iso8601: updated) ?? createdAt }
}

/// What of a policy's ARN stands in answers.
enum PolicyARN {
    static func name(_ arn: String) -> String { arn.split(separator: "/").last.map(String.init) ?? arn }

    /// Begins and ends with `/`.
    static func path(_ arn: String) -> String {
        let resource = ARN(arn)?.resource ?? ""
        return String(resource.dropFirst("policy".count).dropLast(name(arn).utf8.count))
    }

    /// By what attached policies are in order: their names; AWS's follows the account's own of the same name.
    static func order(_ arn: String) -> String { "\(name(arn)) \(ARN(arn)?.account == "aws" ? 1 : 0)" }
}

extension IAMDirectory {
    /// A managed policy; nil where the ARN names none. The preconditions hold one of the account's own in
    /// place, or its absence.
    /// - Throws: `malformed` where the ARN can't be a policy's.
    func managedPolicy(
        _ arn: String, _ request: Authenticated, malformed: String = "ValidationError"
    ) throws -> (policy: ManagedPolicy?, preconditions: [Precondition]) {
        let scope = request.scope.global
        guard let parsed = ARN(arn), parsed.service == "iam", parsed.region.isEmpty,
            parsed.resource.hasPrefix("policy/")
        else {
            throw AWSError(malformed, "ARN \(arn) is not valid.")
        }
        if let policy = AWSManagedPolicy.find(arn, in: scope.partition) { return (.aws(policy), []) }
        let name = PolicyARN.name(arn)
        let record = try vault.load(ManagedPolicyRecord.self, name, in: scope)
        let precondition =
            record?.precondition ?? Precondition(key: ManagedPolicyRecord.key(name, in: scope), revision: nil)
        // INVARIANT 7: an ARN names a policy to the letter, since it is what is attached.
        guard let record, ExactString(record.value.arn(in: scope).description) == ExactString(arn) else {
            return (nil, [precondition])
        }
        return (.own(record), [precondition])
    }

    /// A managed policy as the target of an action.
    func locatedPolicy(
        _ arn: String, _ action: String, _ request: Authenticated, _ conditions: ConditionKeys = [:]
    ) throws -> Located<ManagedPolicy?> {
        let found = try managedPolicy(arn, request)
        let keys = ConditionKeys.resourceTags(found.policy?.tags ?? [:]).adding(conditions)
        return Located(
            found.policy, checks: [request.check("iam:\(action)", arn, keys)], preconditions: found.preconditions)
    }
}

extension Authorized where Target == ManagedPolicy? {
    func policy(orElse message: String = "Policy ARN was not found.") throws -> ManagedPolicy {
        guard let target else { throw AWSError.missing(message) }
        return target
    }

    /// One of the account's own, to be changed.
    func ownPolicy(
        _ request: Authenticated, orElse message: String = "Policy ARN was not found."
    ) throws -> Versioned<ManagedPolicyRecord> {
        try policy(orElse: message).own(request)
    }
}

extension AWSError {
    static func missingVersion(_ id: String) -> AWSError {
        .missing("Policy ARN version \(id) does not exist or is not attachable.")
    }

    static let unattachable = AWSError.missing("Policy ARN does not exist or is not attachable.")
}
