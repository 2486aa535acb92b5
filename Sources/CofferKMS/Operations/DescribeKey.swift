// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DescribeKey: OperationHandler {
    typealias Operation = KMS.DescribeKey

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.DescribeKeyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:DescribeKey", request, forms: .all, tokens: input.grantTokens).located(
            "kms:DescribeKey", request)
    }

    func perform(
        _ input: KMS.DescribeKeyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DescribeKeyOutput> {
        let key = authorized.target.key
        return .reply(
            KMS.DescribeKeyOutput(keyMetadata: KMS.KeyMetadata(key.record, in: key.scope, at: request.receivedAt)), KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.DescribeKeyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
