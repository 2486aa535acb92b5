// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// Gives a grant back: the retiring principal may, the grantee where the grant says so, and the key's account.
struct RetireGrant: OperationHandler {
    typealias Operation = KMS.RetireGrant

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    struct Target: Sendable {
        let grant: Versioned<GrantRecord>
        let key: PreparedKey
    }

    func locate(_ input: KMS.RetireGrantInput, _ request: Authenticated) throws -> Located<Target> {
        let target = try target(of: input, request)
        return Located(
            target, checks: [check(target, request)],
            preconditions: [target.grant.precondition, target.key.stored.precondition])
    }

    private func target(of input: KMS.RetireGrantInput, _ request: Authenticated) throws -> Target {
        let scope: Scope
        let keyID: String
        let grantID: String
        switch (input.grantToken, input.keyId, input.grantId) {
        case (let token?, nil, nil):
            let token = try GrantToken.open(token, keys.vault.keyring)
            (scope, keyID, grantID) = (token.scope, token.keyID, token.grantID)
        case (nil, let key?, let grant?):
            let found = try keys.find(key, for: "kms:RetireGrant", request, forms: .otherAccounts).key
            (scope, keyID, grantID) = (found.scope, found.record.id, grant)
        default:
            throw AWSError.validation("Specify either GrantToken, or both KeyId and GrantId.")
        }
        guard scope.region == request.scope.region, let key = try keys.key(keyID, in: scope, request),
            let grant = try keys.vault.load(GrantRecord.self, grantID, in: scope), grant.value.keyID == keyID
        else {
            // The same as for a key that isn't there: strangers can't tell which are.
            guard input.keyId == nil || scope.account == request.scope.account else {
                throw AWSError.foreignKey(action: "kms:RetireGrant", callerARN: request.caller.arn)
            }
            throw AWSError.noGrant(grantID)
        }
        return Target(grant: grant, key: key)
    }

    /// Key policies have no say here, and of the caller's own only a Deny, unless the caller comes by way of the account.
    private func check(_ target: Target, _ request: Authenticated) -> AccessCheck {
        let (key, grant, caller) = (target.key, target.grant.value, request.caller)
        let retirers = [grant.retirer, grant.operations.contains("RetireGrant") ? grant.grantee : nil].compactMap { $0 }
        let coverages = retirers.map { grant.coverage(of: caller, as: $0, in: key.scope) }
        let coverage = coverages.first { $0 == .principal } ?? coverages.first { $0 == .account } ?? .none
        var conditions = key.conditions.merging(grant.constraints?.conditions ?? [:]) { $1 }
        conditions["kms:CallerAccount"] = [caller.account.description]
        let all = conditions
        var check = AccessCheck(
            action: "kms:RetireGrant", resource: key.arn, resourceAccount: key.scope.account,
            rules: coverage == .none && caller.account == key.scope.account ? .standard : .kmsKey, conditions: all)
        let (found, precondition) = (coverage, target.grant.precondition)
        if found != .none { check.grant = { GrantUse(coverage: found, precondition: precondition) } }
        if key.scope.account != caller.account {
            check.note = AWSError.foreignKeyMessage(action: "kms:RetireGrant", callerARN: caller.arn)
        }
        return check
    }

    func perform(
        _ input: KMS.RetireGrantInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.RetireGrantOutput> {
        let target = authorized.target
        if input.dryRun == true { throw AWSError.dryRun }
        let notes = TrailNotes(
            additional: ["grantId": .string(target.grant.value.id)], resources: [KeyTrail.resource(target.key)])
        return .change(notes) { writer in
            try writer.remove(target.grant)
            try GrantCount.remove(writer, from: target.grant)
            return KMS.RetireGrantOutput()
        }
    }

    /// CloudTrail shows none: the grant stands in the additional data.
    func trailParameters(_ input: KMS.RetireGrantInput) -> JSONValue? { nil }
}
