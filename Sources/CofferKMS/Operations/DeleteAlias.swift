// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DeleteAlias: OperationHandler {
    typealias Operation = KMS.DeleteAlias

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    struct Target: Sendable {
        let alias: Versioned<AliasRecord>
        /// Nil where the waiting period of the alias's key is over.
        let key: PreparedKey?
    }

    func locate(_ input: KMS.DeleteAliasInput, _ request: Authenticated) throws -> Located<Target> {
        try AliasName.check(input.aliasName)
        guard let alias = try keys.vault.load(AliasRecord.self, input.aliasName, in: request.scope)
        else { throw AWSError.noAlias(AliasRecord.arn(input.aliasName, in: request.scope)) }
        let found = try keys.key(alias.value.target, in: request.scope, request).map { keys.found($0, by: alias) }
        var checks = [AccessCheck.alias("kms:DeleteAlias", input.aliasName, request)]
        if let found { checks.append(found.check("kms:DeleteAlias", request)) }
        return Located(
            Target(alias: alias, key: found?.key), checks: checks,
            preconditions: found?.preconditions ?? [alias.precondition])
    }

    func perform(
        _ input: KMS.DeleteAliasInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.DeleteAliasOutput> {
        let target = authorized.target
        let unnamed = target.key.map { AliasTarget.unnaming($0, input.aliasName) }
        return .change(target.key.map { KeyTrail.change($0, alias: input.aliasName) } ?? TrailNotes()) { writer in
            try writer.remove(target.alias)
            if let unnamed { try writer.update(unnamed) }
            return KMS.DeleteAliasOutput()
        }
    }

    func trailParameters(_ input: KMS.DeleteAliasInput) -> JSONValue? {
        TrailParameters().with("aliasName", input.aliasName).value
    }
}
