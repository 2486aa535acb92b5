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
        try keys.find(input.keyId, for: "kms:Encrypt", request, forms: .all).located(
            "kms:Encrypt", request, CryptoConditions.of(input.encryptionContext, algorithm: input.encryptionAlgorithm))
    }

    func perform(
        _ input: KMS.EncryptInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.EncryptOutput> {
        let key = authorized.target.key
        try key.checkEncrypts(input.encryptionAlgorithm, for: "Encrypt")
        try key.check(.use)
        if input.dryRun == true { throw AWSError.dryRun }
        let blob = try KeyCrypto(vault: keys.vault).seal(input.plaintext, under: key, context: input.encryptionContext)
        return .reply(
            KMS.EncryptOutput(
                ciphertextBlob: blob, keyId: key.arn, encryptionAlgorithm: KeyChoice.symmetricDefault),
            KeyTrail.notes(key, material: key.record.currentMaterial))
    }

    func trailParameters(_ input: KMS.EncryptInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("encryptionAlgorithm", input.encryptionAlgorithm ?? KeyChoice.symmetricDefault)
            .with("dryRun", input.dryRun).value
    }
}
