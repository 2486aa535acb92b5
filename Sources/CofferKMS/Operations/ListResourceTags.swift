// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListResourceTags: OperationHandler {
    typealias Operation = KMS.ListResourceTags

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.ListResourceTagsInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:ListResourceTags", request, forms: .plain).located(
            "kms:ListResourceTags", request)
    }

    func perform(
        _ input: KMS.ListResourceTagsInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ListResourceTagsOutput> {
        let key = authorized.target.key
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 50, most: 50, list: "ListResourceTags/\(key.record.id)",
            request, keys.vault)
        let (tags, next) = page.slice(KeyTags.list(key.record.tags)) { $0.tagKey }
        return .reply(
            KMS.ListResourceTagsOutput(tags: tags, nextMarker: next, truncated: next != nil), KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.ListResourceTagsInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("limit", input.limit).value
    }
}
