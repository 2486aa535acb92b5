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
            blob: input.ciphertextBlob, keyID: input.sourceKeyId,
            mayLackBlob: input.dryRun == true && input.dryRunModifiers?.contains("IGNORE_CIPHERTEXT") == true,
            member: "ciphertextBlob", for: "kms:ReEncryptFrom", keys, request)
        let destination = try keys.find(input.destinationKeyId, for: "kms:ReEncryptTo", request, forms: .all)
        let isSame = [source.found.key.arn == destination.key.arn ? "true" : "false"]
        let from = CryptoConditions.of(
            input.sourceEncryptionContext, algorithm: input.sourceEncryptionAlgorithm, ["kms:ReEncryptOnSameKey": isSame])
        let to = CryptoConditions.of(
            input.destinationEncryptionContext, algorithm: input.destinationEncryptionAlgorithm,
            ["kms:ReEncryptOnSameKey": isSame])
        return Located(
            Target(source: source, destination: destination),
            checks: [
                source.found.check("kms:ReEncryptFrom", request, from),
                destination.check("kms:ReEncryptTo", request, to),
            ],
            preconditions: source.found.preconditions + destination.preconditions)
    }

    func perform(
        _ input: KMS.ReEncryptInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<KMS.ReEncryptOutput> {
        let source = authorized.target.source.found.key
        let destination = authorized.target.destination.key
        let blob = try authorized.target.source.checked()
        try source.checkEncrypts(input.sourceEncryptionAlgorithm, for: "ReEncrypt")
        try destination.checkEncrypts(input.destinationEncryptionAlgorithm, for: "ReEncrypt")
        try source.check(.use)
        try destination.check(.use)
        if input.dryRun == true { throw AWSError.dryRun }
        guard let blob else { throw AWSError.invalidCiphertext }
        let crypto = KeyCrypto(vault: keys.vault)
        let (plaintext, material) = try crypto.open(blob, under: source, context: input.sourceEncryptionContext)
        let sealed = try crypto.seal(plaintext, under: destination, context: input.destinationEncryptionContext)
        let current = destination.record.currentMaterial
        return .reply(
            KMS.ReEncryptOutput(
                ciphertextBlob: sealed, sourceKeyId: source.arn, keyId: destination.arn,
                sourceEncryptionAlgorithm: KeyChoice.symmetricDefault,
                destinationEncryptionAlgorithm: KeyChoice.symmetricDefault, sourceKeyMaterialId: material,
                destinationKeyMaterialId: current),
            TrailNotes(
                additional: ["sourceKeyMaterialId": .string(material), "destinationKeyMaterialId": .string(current)],
                resources: [KeyTrail.resource(source), KeyTrail.resource(destination)]))
    }

    func trailParameters(_ input: KMS.ReEncryptInput) -> JSONValue? {
        TrailParameters()
            .with("sourceKeyId", input.sourceKeyId).with("sourceEncryptionContext", input.sourceEncryptionContext)
            .with("sourceEncryptionAlgorithm", input.sourceEncryptionAlgorithm ?? KeyChoice.symmetricDefault)
            .with("destinationKeyId", input.destinationKeyId)
            .with("destinationEncryptionContext", input.destinationEncryptionContext)
            .with("destinationEncryptionAlgorithm", input.destinationEncryptionAlgorithm ?? KeyChoice.symmetricDefault)
            .with("dryRun", input.dryRun).with("dryRunModifiers", input.dryRunModifiers).value
    }
}
