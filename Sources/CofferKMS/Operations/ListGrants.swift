// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListGrants: OperationHandler {
    typealias Operation = KMS.ListGrants

    let keys: KeyFinder
    var isReadOnly: Bool { true }
    func workload(_ input: KMS.ListGrantsInput) -> Workload { .scanning }

    func locate(_ input: KMS.ListGrantsInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:ListGrants", request, forms: .otherAccounts).located(
            "kms:ListGrants", request, ["kms:GrantIsForAWSResource": ["false"]])
    }

    func perform(
        _ input: KMS.ListGrantsInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ListGrantsOutput> {
        let key = authorized.target.key
        guard input.granteePrincipal == nil || input.granteeServicePrincipal == nil else {
            throw AWSError.validation("Specify either GranteePrincipal or GranteeServicePrincipal, not both.")
        }
        let grantee = try input.granteePrincipal.map {
            try GrantPrincipals(vault: keys.vault).principal($0, in: request.scope).name
        } ?? input.granteeServicePrincipal
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 50, most: 100,
            list: "ListGrants/\(key.record.id)/\(input.grantId ?? "")/\(grantee ?? "")", request, keys.vault)
        let index =
            grantee.map {
                IndexEntry(name: GrantRecord.granteeIndex, value: GrantRecord.granteeKey(key.record.id, $0))
            } ?? IndexEntry(name: GrantRecord.keyIndex, value: key.record.id)
        let found = try keys.vault.store.read { reader in
            guard let id = input.grantId else {
                return try reader.list(
                    GrantRecord.self, in: key.scope, where: index, after: page.after, limit: page.limit + 1)
            }
            let grant = try reader.load(GrantRecord.self, id, in: key.scope)
            return [grant].compactMap { $0 }.filter {
                $0.value.keyID == key.record.id && (grantee == nil || $0.value.grantee.name == grantee)
            }
        }
        let (grants, next) = page.cut(found) { $0.value.id }
        return .reply(
            KMS.ListGrantsOutput(
                grants: grants.map { KMS.GrantListEntry($0.value, in: key.scope) }, nextMarker: next,
                truncated: next != nil),
            KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.ListGrantsInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("limit", input.limit).with("grantId", input.grantId)
            .with("granteePrincipal", input.granteePrincipal)
            .with("granteeServicePrincipal", input.granteeServicePrincipal).value
    }
}
