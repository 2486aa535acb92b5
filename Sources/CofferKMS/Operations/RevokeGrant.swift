// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Takes a grant away, on the strength of a policy.
struct RevokeGrant: OperationHandler {
    typealias Operation = KMS.RevokeGrant

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.RevokeGrantInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:RevokeGrant", request, forms: .otherAccounts).located(
            "kms:RevokeGrant", request, ["kms:GrantIsForAWSResource": ["false"]])
    }

    func perform(
        _ input: KMS.RevokeGrantInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.RevokeGrantOutput> {
        let key = authorized.target.key
        guard let grant = try keys.vault.load(GrantRecord.self, input.grantId, in: key.scope),
            grant.value.keyID == key.record.id
        else { throw AWSError.noGrant(input.grantId) }
        if input.dryRun == true { throw AWSError.dryRun }
        return .change(KeyTrail.notes(key)) { writer in
            try writer.remove(grant)
            try GrantCount.remove(writer, from: grant)
            return KMS.RevokeGrantOutput()
        }
    }

    func trailParameters(_ input: KMS.RevokeGrantInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("grantId", input.grantId).with("dryRun", input.dryRun).value
    }
}
