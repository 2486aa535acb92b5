// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetPublicKey: OperationHandler {
    typealias Operation = KMS.GetPublicKey

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.GetPublicKeyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:GetPublicKey", request, forms: .all, tokens: input.grantTokens).located(
            "kms:GetPublicKey", request)
    }

    func perform(
        _ input: KMS.GetPublicKeyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GetPublicKeyOutput> {
        let key = authorized.target.key
        guard key.spec.pair != nil else { throw AWSError.unsupported(nil) }
        try key.check(.publicKey, request)
        guard let der = key.record.publicKey.flatMap({ Base64.decode($0) }) else { throw AWSError.internalFailure }
        var output = KMS.GetPublicKeyOutput(
            keyId: key.arn, publicKey: der, customerMasterKeySpec: key.record.spec, keySpec: key.record.spec,
            keyUsage: key.record.usage)
        let algorithms = key.spec.algorithms(key.usage)
        switch key.usage {
        case .encryptDecrypt: output.encryptionAlgorithms = algorithms
        case .signVerify: output.signingAlgorithms = algorithms
        case .keyAgreement: output.keyAgreementAlgorithms = algorithms
        case .encapsulation: output.encapsulationAlgorithms = algorithms
        case .mac: break
        }
        return .reply(output, KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.GetPublicKeyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
