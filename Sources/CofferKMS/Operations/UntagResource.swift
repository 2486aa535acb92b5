// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct UntagResource: OperationHandler {
    typealias Operation = KMS.UntagResource

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.UntagResourceInput, _ request: Authenticated) throws -> Located<FoundKey> {
        guard input.tagKeys.count <= 1000 else { throw AWSError.tag("Too many tags") }
        return try keys.find(input.keyId, for: "kms:UntagResource", request, forms: .plain).located(
            "kms:UntagResource", request, ["aws:TagKeys": input.tagKeys])
    }

    func perform(
        _ input: KMS.UntagResourceInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.UntagResourceOutput> {
        let key = authorized.target.key
        try key.check(.edit, request)
        let tags = try KeyTags.removing(input.tagKeys, from: key.record.tags)
        let changed = key.changed { $0.tags = tags }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.UntagResourceOutput()
        }
    }

    func trailParameters(_ input: KMS.UntagResourceInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("tagKeys", input.tagKeys).value
    }
}
