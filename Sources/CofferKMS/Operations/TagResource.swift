// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct TagResource: OperationHandler {
    typealias Operation = KMS.TagResource

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.TagResourceInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try KeyTags.checkCount(input.tags)
        return try keys.find(input.keyId, for: "kms:TagResource", request, forms: .plain).located(
            "kms:TagResource", request, KeyTags.conditions(input.tags))
    }

    func perform(
        _ input: KMS.TagResourceInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.TagResourceOutput> {
        let key = authorized.target.key
        try key.check(.edit, request)
        let tags = try KeyTags.adding(input.tags, to: key.record.tags, most: keys.vault.settings.quotas.tagsPerKey)
        let changed = key.changed { $0.tags = tags }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.TagResourceOutput()
        }
    }

    func trailParameters(_ input: KMS.TagResourceInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("tags", input.tags).value
    }
}
