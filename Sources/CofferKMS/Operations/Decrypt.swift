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
            blob: input.ciphertextBlob, keyID: input.keyId,
            mayLackBlob: input.dryRun == true && input.dryRunModifiers?.contains("IGNORE_CIPHERTEXT") == true,
            member: "ciphertextBlob", for: "kms:Decrypt", keys, request)
        let check = target.found.check(
            "kms:Decrypt", request, CryptoConditions.of(input.encryptionContext, algorithm: input.encryptionAlgorithm))
        return Located(target, checks: [check], preconditions: target.found.preconditions)
    }

    func perform(
        _ input: KMS.DecryptInput, _ authorized: Authorized<CiphertextKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DecryptOutput> {
        let key = authorized.target.found.key
        if input.recipient != nil { throw AWSError.noRecipient }
        let blob = try authorized.target.checked()
        try key.checkEncrypts(input.encryptionAlgorithm, for: "Decrypt")
        try key.check(.use)
        if input.dryRun == true { throw AWSError.dryRun }
        guard let blob else { throw AWSError.invalidCiphertext }
        let (plaintext, material) = try KeyCrypto(vault: keys.vault).open(
            blob, under: key, context: input.encryptionContext)
        return .reply(
            KMS.DecryptOutput(
                keyId: key.arn, plaintext: plaintext, encryptionAlgorithm: KeyChoice.symmetricDefault,
                keyMaterialId: material),
            KeyTrail.notes(key, material: material))
    }

    func trailParameters(_ input: KMS.DecryptInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("encryptionAlgorithm", input.encryptionAlgorithm ?? KeyChoice.symmetricDefault)
            .with("dryRun", input.dryRun).with("dryRunModifiers", input.dryRunModifiers).value
    }
}

/// The key that a ciphertext is to be opened with: the one that the request names, else the one that the blob does.
struct CiphertextKey: Sendable {
    let found: FoundKey
    private let blob: CiphertextBlob?
    /// The blob came with a KeyId and isn't of a form that we know; said only to who may use that key.
    private let isUnreadable: Bool

    /// Reads the blob's header and opens nothing (invariant 2).
    ///
    /// - Throws: InvalidCiphertextException where no KeyId is given and the blob names no key of this account and
    ///   region; for a KeyId, what `KeyFinder.find` throws.
    static func find(
        blob bytes: [UInt8]?, keyID: String?, mayLackBlob: Bool, member: String, for action: String, _ keys: KeyFinder,
        _ request: Authenticated
    ) throws -> CiphertextKey {
        guard let bytes else {
            guard mayLackBlob, let keyID else {
                throw AWSError.validation(
                    "1 validation error detected: Value at '\(member)' failed to satisfy constraint: "
                        + "Member must not be null"
                )
            }
            let found = try keys.find(keyID, for: action, request, forms: .all)
            return CiphertextKey(found: found, blob: nil, isUnreadable: false)
        }
        guard let keyID else {
            let blob = try KeyCrypto.parse(bytes)
            guard let key = try keys.key(of: blob, request) else { throw AWSError.invalidCiphertext }
            return CiphertextKey(found: FoundKey(key: key, alias: nil), blob: blob, isUnreadable: false)
        }
        let found = try keys.find(keyID, for: action, request, forms: .all)
        let blob = try? CiphertextBlob.parse(bytes)
        return CiphertextKey(found: found, blob: blob, isUnreadable: blob == nil)
    }

    /// The blob, once it is known to name this key; nil for a dry run without one.
    func checked() throws -> CiphertextBlob? {
        if isUnreadable { throw AWSError.invalidCiphertext }
        guard let blob else { return nil }
        guard blob.keyID == found.key.idBytes else { throw AWSError.incorrectKey }
        return blob
    }
}
