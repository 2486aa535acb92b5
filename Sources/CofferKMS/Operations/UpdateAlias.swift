// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Points an alias to another key of the same kind.
struct UpdateAlias: OperationHandler {
    typealias Operation = KMS.UpdateAlias

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    struct Target: Sendable {
        let alias: Versioned<AliasRecord>
        /// Nil where the waiting period of the alias's key is over.
        let old: PreparedKey?
        let new: FoundKey
    }

    func locate(_ input: KMS.UpdateAliasInput, _ request: Authenticated) throws -> Located<Target> {
        try AliasName.check(input.aliasName)
        guard let alias = try keys.vault.load(AliasRecord.self, input.aliasName, in: request.scope)
        else { throw AWSError.noAlias(AliasRecord.arn(input.aliasName, in: request.scope)) }
        let new = try AliasTarget.find(input.targetKeyId, for: "kms:UpdateAlias", keys, request)
        let old = try keys.key(alias.value.target, in: request.scope, request).map { keys.found($0, by: alias) }
        let conditions: [ExactString: [String]] = ["kms:RequestAlias": [input.aliasName]]
        var checks = [
            AccessCheck.alias("kms:UpdateAlias", input.aliasName, request),
            new.check("kms:UpdateAlias", request, conditions),
        ]
        if let old { checks.append(old.check("kms:UpdateAlias", request, conditions)) }
        return Located(
            Target(alias: alias, old: old?.key, new: new), checks: checks,
            preconditions: [alias.precondition] + new.preconditions + (old?.preconditions ?? []))
    }

    func perform(
        _ input: KMS.UpdateAliasInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.UpdateAliasOutput> {
        let target = authorized.target
        let new = target.new.key
        try new.check(.edit, request)
        if let old = target.old, old.spec.kind != new.spec.kind || old.usage != new.usage {
            throw AWSError.validation(
                "Alias \(input.aliasName) cannot be changed from a CMK with key usage \(old.record.usage) to a CMK with "
                    + "key usage \(new.record.usage). The key usage of the current CMK and the new CMK must be the same.")
        }
        var alias = target.alias
        alias.value.target = new.record.id
        alias.value.updatedAt = request.receivedAt.milliseconds
        let notes = KeyTrail.change(new, alias: input.aliasName)
        let updated = alias
        if let old = target.old, old.record.id == new.record.id {
            return .change(notes) { writer in
                try writer.update(updated)
                return KMS.UpdateAliasOutput()
            }
        }
        let named = try AliasTarget.naming(
            new, input.aliasName, most: keys.vault.settings.quotas.aliasesPerKey)
        let unnamed = target.old.map { AliasTarget.unnaming($0, input.aliasName) }
        return .change(notes) { writer in
            try writer.update(updated)
            try writer.update(named)
            if let unnamed { try writer.update(unnamed) }
            return KMS.UpdateAliasOutput()
        }
    }

    func trailParameters(_ input: KMS.UpdateAliasInput) -> JSONValue? {
        TrailParameters().with("aliasName", input.aliasName).with("targetKeyId", input.targetKeyId).value
    }
}
