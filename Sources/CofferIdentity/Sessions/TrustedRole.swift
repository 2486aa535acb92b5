// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// The role that an ARN names, and its trust policy.
struct TrustedRole: Sendable {
    let arn: ARN
    let account: AccountID
    let key: RecordKey
    let record: Versioned<RoleRecord>?

    /// - Throws: ValidationError for what is no role's ARN of this partition.
    init(_ text: String, _ request: Authenticated, _ vault: Vault) throws {
        guard let arn = ARN(text), arn.service == "iam", arn.region.isEmpty, arn.resource.hasPrefix("role/"),
            let account = AccountID(arn.account), arn.partition == request.scope.partition.rawValue
        else { throw AWSError("ValidationError", "\(text) is invalid") }
        self.arn = arn
        self.account = account
        let scope = Scope(account: account, region: request.scope.region).global
        let name = arn.resource.split(separator: "/").last.map(String.init) ?? ""
        let role = try vault.load(RoleRecord.self, name, in: scope)
        key = RoleRecord.key(name, in: scope)
        // A name with another path is another ARN, and ARNs compare exactly.
        record = role?.value.arn(in: scope) == arn ? role : nil
    }

    var scope: Scope { key.scope }
    var precondition: Precondition { record?.precondition ?? Precondition(key: key, revision: nil) }

    /// One check for each action. A role that isn't there has no trust policy: the answer is AccessDenied, so that
    /// names can't be probed.
    func checks(
        _ actions: [String], _ vault: Vault, conditions: @escaping @Sendable () -> [ExactString: [String]]
    ) throws -> [AccessCheck] {
        let trust = try record.map { try vault.policies.policy($0.value.trustPolicy, .trust) }
        let tags = record?.value.tags ?? [:]
        return actions.map { action in
            AccessCheck(
                action: action, resource: arn.description, resourceAccount: account, resourcePolicy: trust,
                rules: .trustPolicy, conditions: conditions().merging(ConditionKeys.resourceTags(tags)) { own, _ in own })
        }
    }
}
