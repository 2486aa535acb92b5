// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Makes a key pair for use outside, its private key sealed.
struct GenerateDataKeyPairWithoutPlaintext: OperationHandler {
    typealias Operation = KMS.GenerateDataKeyPairWithoutPlaintext

    let keys: KeyFinder
    var isReadOnly: Bool { true }
    func workload(_ input: KMS.GenerateDataKeyPairWithoutPlaintextInput) -> Workload {
        DataKeyPair.workload(input.keyPairSpec)
    }

    private static let action = "kms:GenerateDataKeyPairWithoutPlaintext"

    func locate(
        _ input: KMS.GenerateDataKeyPairWithoutPlaintextInput, _ request: Authenticated
    ) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: Self.action, request, forms: .all, tokens: input.grantTokens).locatedUse(
            Self.action, request, context: input.encryptionContext,
            CryptoConditions.of(input.encryptionContext, ["kms:DataKeyPairSpec": [input.keyPairSpec]]))
    }

    func perform(
        _ input: KMS.GenerateDataKeyPairWithoutPlaintextInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GenerateDataKeyPairWithoutPlaintextOutput> {
        let key = authorized.target.key
        try key.checkSealsDataKeys(for: Operation.name, what: "data key pair", request)
        let spec = try DataKeyPair.spec(input.keyPairSpec, in: key.scope)
        if input.dryRun == true { throw AWSError.dryRun }
        let pair = try DataKeyPair(spec, sealedUnder: key, context: input.encryptionContext, keys.vault)
        return .reply(
            KMS.GenerateDataKeyPairWithoutPlaintextOutput(
                privateKeyCiphertextBlob: pair.blob, publicKey: pair.publicKey, keyId: key.arn,
                keyPairSpec: spec.rawValue, keyMaterialId: key.record.currentMaterial),
            KeyTrail.use(key, material: key.record.currentMaterial))
    }

    func trailParameters(_ input: KMS.GenerateDataKeyPairWithoutPlaintextInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("keyPairSpec", input.keyPairSpec).with("dryRun", input.dryRun).value
    }
}
