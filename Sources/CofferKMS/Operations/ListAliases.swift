// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListAliases: OperationHandler {
    typealias Operation = KMS.ListAliases

    let keys: KeyFinder
    var isReadOnly: Bool { true }
    func workload(_ input: KMS.ListAliasesInput) -> Workload { .scanning }

    /// The key to which the list is narrowed.
    func locate(_ input: KMS.ListAliasesInput, _ request: Authenticated) throws -> Located<PreparedKey?> {
        let key = try input.keyId.map { try keys.find($0, for: "kms:ListAliases", request, forms: .plain).key }
        return Located(key, checks: [.account("kms:ListAliases", request)])
    }

    func perform(
        _ input: KMS.ListAliasesInput, _ authorized: Authorized<PreparedKey?>, _ request: Authenticated
    ) throws -> Performed<KMS.ListAliasesOutput> {
        let scope = request.scope
        let key = authorized.target
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 50, most: 100,
            list: "ListAliases/\(key?.record.id ?? "")",
            request, keys.vault)
        let found = try keys.vault.store.read { reader in
            guard let key else {
                return try reader.list(AliasRecord.self, in: scope, after: page.after, limit: page.limit + 1)
            }
            return try reader.list(
                AliasRecord.self, in: scope, where: IndexEntry(name: AliasRecord.targetIndex, value: key.record.id),
                after: page.after, limit: page.limit + 1)
        }
        let (aliases, next) = page.cut(found) { $0.value.id }
        let entries = aliases.map(\.value).map {
            KMS.AliasListEntry(
                aliasName: $0.id, aliasArn: $0.arn(in: scope).description, targetKeyId: $0.target,
                creationDate: Timestamp(milliseconds: $0.createdAt),
                lastUpdatedDate: Timestamp(milliseconds: $0.updatedAt))
        }
        return .reply(KMS.ListAliasesOutput(aliases: entries, nextMarker: next, truncated: next != nil))
    }

    func trailParameters(_ input: KMS.ListAliasesInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("limit", input.limit).value
    }
}
