// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The grants of this Region that a principal of the caller's account may retire, on whose keys they are.
struct ListRetirableGrants: OperationHandler {
    typealias Operation = KMS.ListRetirableGrants

    let keys: KeyFinder
    var isReadOnly: Bool { true }
    func workload(_ input: KMS.ListRetirableGrantsInput) -> Workload { .scanning }

    func locate(_ input: KMS.ListRetirableGrantsInput, _ request: Authenticated) throws -> Located<Void> {
        var check = AccessCheck.account("kms:ListRetirableGrants", request)
        // Whose grants they are is what is authorised, and no key. Source: KMS API reference, ListRetirableGrants.
        if let principal = input.retiringPrincipal { check.resource = principal }
        return Located((), checks: [check])
    }

    func perform(
        _ input: KMS.ListRetirableGrantsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.ListRetirableGrantsOutput> {
        let name = try retirer(input, request)
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 50, most: 100, list: "ListRetirableGrants/\(name)",
            request, keys.vault)
        let index = IndexEntry(
            name: GrantRecord.retirerIndex, value: GrantRecord.retirerKey(request.scope.region.description, name))
        let found = try keys.vault.store.read { reader in
            try reader.records(
                kind: GrantRecord.kind, index: index, after: page.after.flatMap { Self.key($0, request) },
                limit: page.limit + 1
            ).map { stored in try reader.load(GrantRecord.self, stored.key.id, in: stored.key.scope) }
        }.compactMap { $0 }
        let (grants, next) = page.cut(found) { "\($0.key.scope.account) \($0.value.id)" }
        return .reply(
            KMS.ListRetirableGrantsOutput(
                grants: grants.map { KMS.GrantListEntry($0.value, in: $0.key.scope) }, nextMarker: next,
                truncated: next != nil))
    }

    private func retirer(_ input: KMS.ListRetirableGrantsInput, _ request: Authenticated) throws -> String {
        switch (input.retiringPrincipal, input.retiringServicePrincipal) {
        case (let arn?, nil):
            let principal = try GrantPrincipals(vault: keys.vault).principal(arn, in: request.scope)
            guard ARN(principal.name)?.account == request.caller.account.description else {
                throw AWSError("InvalidArnException", "RetiringPrincipal must be a principal of your own account.")
            }
            return principal.name
        case (nil, _?):
            throw AWSError.validation("RetiringServicePrincipal can only be used by AWS services.")
        default:
            throw AWSError.validation("Specify either RetiringPrincipal or RetiringServicePrincipal, and not both.")
        }
    }

    private static func key(_ after: String, _ request: Authenticated) -> RecordKey? {
        let parts = after.split(separator: " ").map(String.init)
        guard parts.count == 2, let account = AccountID(parts[0]) else { return nil }
        return GrantRecord.key(parts[1], in: Scope(account: account, region: request.scope.region))
    }

    func trailParameters(_ input: KMS.ListRetirableGrantsInput) -> JSONValue? {
        TrailParameters().with("retiringPrincipal", input.retiringPrincipal)
            .with("retiringServicePrincipal", input.retiringServicePrincipal).with("limit", input.limit).value
    }
}
