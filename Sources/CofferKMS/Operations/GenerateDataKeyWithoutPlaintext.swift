// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GenerateDataKeyWithoutPlaintext: OperationHandler {
    typealias Operation = KMS.GenerateDataKeyWithoutPlaintext

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    private static let action = "kms:GenerateDataKeyWithoutPlaintext"

    func locate(_ input: KMS.GenerateDataKeyWithoutPlaintextInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: Self.action, request, forms: .all, tokens: input.grantTokens).locatedUse(
            Self.action, request, context: input.encryptionContext, CryptoConditions.of(input.encryptionContext))
    }

    func perform(
        _ input: KMS.GenerateDataKeyWithoutPlaintextInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GenerateDataKeyWithoutPlaintextOutput> {
        let key = authorized.target.key
        let size = try DataKeySize.bytes(spec: input.keySpec, count: input.numberOfBytes)
        try key.checkSealsDataKeys(for: Operation.name, what: "data key", request)
        if input.dryRun == true { throw AWSError.dryRun }
        let plaintext = SharedSecret.random(count: size)
        let blob = try KeyCrypto(vault: keys.vault).seal(plaintext, under: key, context: input.encryptionContext)
        return .reply(
            KMS.GenerateDataKeyWithoutPlaintextOutput(
                ciphertextBlob: blob, keyId: key.arn, keyMaterialId: key.record.currentMaterial),
            KeyTrail.use(key, material: key.record.currentMaterial))
    }

    func trailParameters(_ input: KMS.GenerateDataKeyWithoutPlaintextInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("keySpec", input.keySpec).with("numberOfBytes", input.numberOfBytes).with("dryRun", input.dryRun)
            .value
    }
}
