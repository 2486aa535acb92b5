// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListKeys: OperationHandler {
    typealias Operation = KMS.ListKeys

    let vault: Vault
    var isReadOnly: Bool { true }
    func workload(_ input: KMS.ListKeysInput) -> Workload { .scanning }

    func locate(_ input: KMS.ListKeysInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:ListKeys", request)])
    }

    func perform(
        _ input: KMS.ListKeysInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.ListKeysOutput> {
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 100, most: 1000, list: "ListKeys", request, vault)
        // No keys are shared with this account by other means than their policies.
        if let owners = input.resourceOwners, !owners.contains("SELF") {
            return .reply(KMS.ListKeysOutput(keys: [], truncated: false))
        }
        let scope = request.scope
        let found = try vault.store.read {
            try $0.list(KeyRecord.self, in: scope, after: page.after, limit: page.limit + 1)
        }
        let (records, next) = page.cut(found) { $0.value.id }
        let entries = records.map(\.value).filter { !$0.isGone(at: request.receivedAt) }.map {
            KMS.KeyListEntry(keyId: $0.id, keyArn: $0.arn(in: scope).description)
        }
        return .reply(KMS.ListKeysOutput(keys: entries, nextMarker: next, truncated: next != nil))
    }

    func trailParameters(_ input: KMS.ListKeysInput) -> JSONValue? {
        TrailParameters().with("limit", input.limit).with("resourceOwners", input.resourceOwners).value
    }
}
