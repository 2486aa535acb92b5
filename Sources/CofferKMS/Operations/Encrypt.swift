// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct Encrypt: OperationHandler {
    typealias Operation = KMS.Encrypt

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.EncryptInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:Encrypt", request, forms: .all, tokens: input.grantTokens).locatedUse(
            "kms:Encrypt", request, context: input.encryptionContext,
            CryptoConditions.of(input.encryptionContext, algorithm: input.encryptionAlgorithm))
    }

    func perform(
        _ input: KMS.EncryptInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.EncryptOutput> {
        let key = authorized.target.key
        let cipher = KeyCipher(keys.vault, key, input.encryptionAlgorithm, context: input.encryptionContext)
        try cipher.check(for: "Encrypt", isOpening: false, request)
        try cipher.checkLength(input.plaintext)
        if input.dryRun == true { throw AWSError.dryRun }
        let blob = try cipher.encrypt(input.plaintext)
        return .reply(
            KMS.EncryptOutput(ciphertextBlob: blob, keyId: key.arn, encryptionAlgorithm: cipher.algorithm),
            KeyTrail.use(key, material: cipher.currentMaterialID))
    }

    func trailParameters(_ input: KMS.EncryptInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("encryptionAlgorithm", input.encryptionAlgorithm ?? KeySpec.symmetricDefault)
            .with("dryRun", input.dryRun).value
    }
}
