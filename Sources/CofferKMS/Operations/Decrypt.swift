// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

struct Decrypt: OperationHandler {
    typealias Operation = KMS.Decrypt

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.DecryptInput, _ request: Authenticated) throws -> Located<CiphertextKey> {
        let target = try CiphertextKey.find(
            ciphertext: input.ciphertextBlob, keyID: input.keyId, algorithm: input.encryptionAlgorithm,
            mayLackCiphertext: input.dryRun == true && input.dryRunModifiers?.contains("IGNORE_CIPHERTEXT") == true,
            member: "ciphertextBlob", for: "kms:Decrypt", keys, request, tokens: input.grantTokens)
        return try target.found.locatedUse(
            "kms:Decrypt", request, context: input.encryptionContext,
            CryptoConditions.of(input.encryptionContext, algorithm: input.encryptionAlgorithm)
        ).with(target)
    }

    func perform(
        _ input: KMS.DecryptInput, _ authorized: Authorized<CiphertextKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DecryptOutput> {
        let key = authorized.target.found.key
        if input.recipient != nil { throw AWSError.noRecipient }
        let ciphertext = try authorized.target.checked()
        let cipher = KeyCipher(keys.vault, key, input.encryptionAlgorithm, context: input.encryptionContext)
        try cipher.check(for: "Decrypt", isOpening: true, request)
        guard let ciphertext else { throw AWSError.dryRun }
        let (plaintext, material) = try cipher.decrypt(ciphertext)
        if input.dryRun == true { throw AWSError.dryRun }
        return .reply(
            KMS.DecryptOutput(
                keyId: key.arn, plaintext: plaintext, encryptionAlgorithm: cipher.algorithm, keyMaterialId: material),
            KeyTrail.use(key, material: material))
    }

    func trailParameters(_ input: KMS.DecryptInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("encryptionAlgorithm", input.encryptionAlgorithm ?? KeySpec.symmetricDefault)
            .with("dryRun", input.dryRun).with("dryRunModifiers", input.dryRunModifiers).value
    }
}

/// The key that a ciphertext is to be opened with: the one that the request names, else the one that the blob does.
struct CiphertextKey: Sendable {
    let found: FoundKey
    private let ciphertext: Ciphertext?

    /// Reads the blob's header and opens nothing (invariant 2).
    ///
    /// - Throws: InvalidCiphertextException where no KeyId is given and the blob names no key of this account and
    ///   region; for a KeyId, what `KeyFinder.find` throws.
    static func find(
        ciphertext bytes: [UInt8]?, keyID: String?, algorithm: String?, mayLackCiphertext: Bool, member: String,
        for action: String, _ keys: KeyFinder, _ request: Authenticated, tokens: [String]?
    ) throws -> CiphertextKey {
        guard let bytes else {
            guard mayLackCiphertext, let keyID else {
                throw AWSError.validation(
                    "1 validation error detected: Value at '\(member)' failed to satisfy constraint: "
                        + "Member must not be null"
                )
            }
            let found = try keys.find(keyID, for: action, request, forms: .all, tokens: tokens)
            return CiphertextKey(found: found, ciphertext: nil)
        }
        let ciphertext = Ciphertext(bytes)
        if let keyID {
            // AWS compares before it looks: a key of another Region isn't the ciphertext's, not even a related one.
            if ciphertext.blob != nil, KeyReference.isOfOtherRegion(keyID, than: request.scope) {
                throw AWSError.incorrectKey
            }
            let found = try keys.find(keyID, for: action, request, forms: .all, tokens: tokens)
            return CiphertextKey(found: found, ciphertext: ciphertext)
        }
        // A key pair's ciphertext doesn't say whose it is.
        guard (algorithm ?? KeySpec.symmetricDefault) == KeySpec.symmetricDefault else {
            throw AWSError.validation("KeyId must not be null")
        }
        try GrantToken.check(tokens, keys.vault.keyring)
        guard let blob = ciphertext.blob, let key = try keys.key(of: blob, request) else {
            throw AWSError.invalidCiphertext
        }
        return CiphertextKey(found: keys.found(key), ciphertext: ciphertext)
    }

    /// The ciphertext, once it is known to name this key where it names one; nil for a dry run without one. Said only to
    /// who may use the key.
    func checked() throws -> Ciphertext? {
        guard let ciphertext else { return nil }
        if let blob = ciphertext.blob, blob.keyID != found.key.idBytes { throw AWSError.incorrectKey }
        if ciphertext.blob == nil, found.key.spec.isSymmetric { throw AWSError.invalidCiphertext }
        return ciphertext
    }
}
