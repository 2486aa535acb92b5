// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ReEncrypt: OperationHandler {
    typealias Operation = KMS.ReEncrypt

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    struct Target: Sendable {
        let source: CiphertextKey
        let destination: FoundKey
    }

    func locate(_ input: KMS.ReEncryptInput, _ request: Authenticated) throws -> Located<Target> {
        let source = try CiphertextKey.find(
            ciphertext: input.ciphertextBlob, keyID: input.sourceKeyId, algorithm: input.sourceEncryptionAlgorithm,
            mayLackCiphertext: input.dryRun == true && input.dryRunModifiers?.contains("IGNORE_CIPHERTEXT") == true,
            member: "ciphertextBlob", for: "kms:ReEncryptFrom", keys, request, tokens: input.grantTokens)
        let destination = try keys.find(input.destinationKeyId, for: "kms:ReEncryptTo", request, forms: .all)
        let isSame = [source.found.key.arn == destination.key.arn ? "true" : "false"]
        let from = try source.found.locatedUse(
            "kms:ReEncryptFrom", request, context: input.sourceEncryptionContext,
            CryptoConditions.of(
                input.sourceEncryptionContext, algorithm: input.sourceEncryptionAlgorithm,
                ["kms:ReEncryptOnSameKey": isSame]))
        let to = try destination.locatedUse(
            "kms:ReEncryptTo", request, context: input.destinationEncryptionContext,
            CryptoConditions.of(
                input.destinationEncryptionContext, algorithm: input.destinationEncryptionAlgorithm,
                ["kms:ReEncryptOnSameKey": isSame]))
        return Located(
            Target(source: source, destination: destination), checks: from.checks + to.checks,
            preconditions: from.preconditions + to.preconditions)
    }

    func perform(
        _ input: KMS.ReEncryptInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.ReEncryptOutput> {
        let ciphertext = try authorized.target.source.checked()
        let from = KeyCipher(
            keys.vault, authorized.target.source.found.key, input.sourceEncryptionAlgorithm,
            context: input.sourceEncryptionContext)
        let to = KeyCipher(
            keys.vault, authorized.target.destination.key, input.destinationEncryptionAlgorithm,
            context: input.destinationEncryptionContext)
        try from.check(for: "ReEncrypt", isOpening: true, request)
        try to.check(for: "ReEncrypt", isOpening: false, request)
        guard let ciphertext else { throw AWSError.dryRun }
        let (plaintext, material) = try from.decrypt(ciphertext)
        try to.checkLength(plaintext)
        if input.dryRun == true { throw AWSError.dryRun }
        let sealed = try to.encrypt(plaintext)
        return .reply(
            KMS.ReEncryptOutput(
                ciphertextBlob: sealed, sourceKeyId: from.key.arn, keyId: to.key.arn,
                sourceEncryptionAlgorithm: from.algorithm, destinationEncryptionAlgorithm: to.algorithm,
                sourceKeyMaterialId: material, destinationKeyMaterialId: to.currentMaterialID),
            KeyTrail.reEncryption(from.key, material, to.key, to.currentMaterialID))
    }

    func trailParameters(_ input: KMS.ReEncryptInput) -> JSONValue? {
        TrailParameters()
            .with("sourceKeyId", input.sourceKeyId).with("sourceEncryptionContext", input.sourceEncryptionContext)
            .with("sourceEncryptionAlgorithm", input.sourceEncryptionAlgorithm ?? KeySpec.symmetricDefault)
            .with("destinationKeyId", input.destinationKeyId)
            .with("destinationEncryptionContext", input.destinationEncryptionContext)
            .with("destinationEncryptionAlgorithm", input.destinationEncryptionAlgorithm ?? KeySpec.symmetricDefault)
            .with("dryRun", input.dryRun).with("dryRunModifiers", input.dryRunModifiers).value
    }
}
