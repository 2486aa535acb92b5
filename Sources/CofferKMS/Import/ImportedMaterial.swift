// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline

/// Material that somebody brought, checked and named.
struct ImportedMaterial: Sendable {
    /// As it is stored: bytes, or a private key's PKCS #8.
    let secret: SharedSecret
    let publicKey: [UInt8]?
    /// The same for the same material of the same key, so that nothing else can be put in its place once it is gone.
    let id: String

    /// - Throws: InvalidCiphertextException for what is no material for this key: what is wrong with it isn't told.
    init(_ plaintext: SharedSecret, for key: PreparedKey, _ keyring: Keyring) throws {
        switch key.spec {
        case .symmetric:
            guard plaintext.count == 32 else { throw AWSError.invalidCiphertext }
            (secret, publicKey) = (plaintext, nil)
        case .hmac(let algorithm):
            // Longer keys than the digest are taken up to 1024 bits.
            guard (algorithm.digest.count...128).contains(plaintext.count) else { throw AWSError.invalidCiphertext }
            (secret, publicKey) = (plaintext, nil)
        case .pair(let pair):
            do {
                let imported = try PrivateKey.imported(plaintext, spec: pair)
                (secret, publicKey) = (imported.encoded, imported.publicKey)
            } catch {
                throw AWSError.invalidCiphertext
            }
        }
        // A private key can be written in several ways; its public key can't.
        let named = publicKey.map { SharedSecret(copying: $0) } ?? secret
        id = Hex.encode(ImportedMaterialID.bytes(of: named, keyID: key.record.id, keyring: keyring))
    }
}
