// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct CreateGrant: OperationHandler {
    typealias Operation = KMS.CreateGrant

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.CreateGrantInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try CryptoConditions.checkSize(input.constraints?.encryptionContextEquals)
        try CryptoConditions.checkSize(input.constraints?.encryptionContextSubset)
        let found = try keys.find(
            input.keyId, for: "kms:CreateGrant", request, forms: .otherAccounts, tokens: input.grantTokens)
        var located = found.located("kms:CreateGrant", request, GrantRequest(input: input).conditions)
        let finder = GrantFinder(vault: keys.vault)
        let wanted = input.constraints.map { GrantRecord.Constraints($0) } ?? GrantRecord.Constraints()
        // Who may make grants by a grant alone passes on what that one grant holds, and no more.
        located.checks[0].grant = {
            try finder.use(of: found.key, for: "kms:CreateGrant", context: nil, request) { held in
                Set(input.operations).isSubset(of: held.operations)
                    && wanted.isWithin(held.constraints ?? GrantRecord.Constraints())
            }
        }
        return located
    }

    func perform(
        _ input: KMS.CreateGrantInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.CreateGrantOutput> {
        let key = authorized.target.key
        try key.check(.createGrant, request)
        try GrantRequest(input: input).check(for: key)
        let grant = try grant(input, key, request)
        let vault = keys.vault
        if input.dryRun == true { throw AWSError.dryRun }
        if let known = try vault.store.read({ try Self.same(as: grant, in: key.scope, $0) }) {
            var performed = Performed.reply(output(known.value, key), notes(known.value, key))
            performed.preconditions = [known.precondition]
            return performed
        }
        let output = output(grant, key)
        return .change(notes(grant, key)) { writer in
            // Somebody made the same one meanwhile: begin again, and find it.
            if let known = try Self.same(as: grant, in: key.scope, writer) { throw StoreError.conflict(known.key.id) }
            try GrantCount.add(writer, to: key, most: vault.settings.quotas.grantsPerKey)
            try writer.insert(grant, in: key.scope)
            return output
        }
    }

    private func grant(
        _ input: KMS.CreateGrantInput, _ key: PreparedKey, _ request: Authenticated
    ) throws -> GrantRecord {
        let principals = GrantPrincipals(vault: keys.vault)
        func principal(_ arn: String?, _ service: String?) throws -> GrantPrincipal? {
            if let service { return GrantPrincipal(name: service, isService: true, uniqueID: nil) }
            return try arn.map { try principals.principal($0, in: request.scope) }
        }
        guard let grantee = try principal(input.granteePrincipal, input.granteeServicePrincipal) else {
            throw AWSError.internalFailure
        }
        let home = Scope(account: request.caller.account, region: .global(request.scope.partition))
        return GrantRecord(
            id: Hex.encode(UniqueID.bytes(32)), keyID: key.record.id, region: key.scope.region.description,
            name: input.name, createdAt: request.receivedAt.milliseconds, grantee: grantee,
            retirer: try principal(input.retiringPrincipal, input.retiringServicePrincipal),
            issuer: ARN(service: "iam", scope: home, resource: "root").description, operations: input.operations,
            constraints: input.constraints.map { GrantRecord.Constraints($0) })
    }

    /// A grant of that name that says the same. Names don't name grants: several may have one.
    private static func same(
        as grant: GrantRecord, in scope: Scope, _ reader: any StoreReader
    ) throws -> Versioned<GrantRecord>? {
        guard let name = grant.name else { return nil }
        let index = IndexEntry(name: GrantRecord.nameIndex, value: GrantRecord.nameKey(grant.keyID, name))
        return try reader.list(GrantRecord.self, in: scope, where: index, after: nil, limit: 1000)
            .first { $0.value.isSame(as: grant) }
    }

    private func output(_ grant: GrantRecord, _ key: PreparedKey) -> KMS.CreateGrantOutput {
        let token = GrantToken(scope: key.scope, keyID: key.record.id, grantID: grant.id)
        return KMS.CreateGrantOutput(grantToken: token.sealed(keys.vault.keyring), grantId: grant.id)
    }

    private func notes(_ grant: GrantRecord, _ key: PreparedKey) -> TrailNotes {
        KeyTrail.change(key, [(name: "grantId", value: .string(grant.id))])
    }

    func trailParameters(_ input: KMS.CreateGrantInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("granteePrincipal", input.granteePrincipal)
            .with("granteeServicePrincipal", input.granteeServicePrincipal)
            .with("retiringPrincipal", input.retiringPrincipal)
            .with("retiringServicePrincipal", input.retiringServicePrincipal).with("operations", input.operations)
            .with("constraints", input.constraints).with("name", input.name).with("dryRun", input.dryRun).value
    }
}

/// How many grants a key has.
enum GrantCount {
    private static func counter(_ keyID: String, _ scope: Scope) -> QuotaCounter {
        QuotaCounter("kms-grants", in: scope, of: keyID)
    }

    static func add(_ writer: any StoreWriter, to key: PreparedKey, most: Int) throws {
        guard try counter(key.record.id, key.scope).add(writer, most: most) else {
            throw AWSError.limitExceeded("The key \(key.arn) has \(most) grants, and can have no more.")
        }
    }

    static func remove(_ writer: any StoreWriter, from grant: Versioned<GrantRecord>) throws {
        try counter(grant.value.keyID, grant.key.scope).remove(writer)
    }

    static func clear(_ writer: any StoreWriter, of keyID: String, in scope: Scope) throws {
        try counter(keyID, scope).clear(writer)
    }
}
