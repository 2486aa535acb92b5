// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Encrypts and decrypts with a key, be it symmetric or a pair. Callers are authorised by then (invariant 2).
struct KeyCipher: Sendable {
    let key: PreparedKey
    /// With the default put in.
    let algorithm: String
    private let vault: Vault
    private let context: [String: String]?

    init(_ vault: Vault, _ key: PreparedKey, _ algorithm: String?, context: [String: String]?) {
        self.vault = vault
        self.key = key
        self.algorithm = algorithm ?? KeySpec.symmetricDefault
        self.context = context
    }

    /// The material that encrypts; nil for key pairs, whose materials have no names.
    var currentMaterialID: String? { key.spec.isSymmetric ? key.record.currentMaterial : nil }

    /// State, usage, algorithm and encryption context, in that order.
    ///
    /// - Parameter isOpening: a ciphertext that is to be opened as a symmetric one with a key pair can't be one.
    func check(for operation: String, isOpening: Bool, _ request: Authenticated) throws {
        try key.check(.use, request)
        try key.check(.encryptDecrypt, for: operation)
        if isOpening, !key.spec.isSymmetric, algorithm == KeySpec.symmetricDefault { throw AWSError.invalidCiphertext }
        try key.check(algorithm: algorithm)
        if !key.spec.isSymmetric, context?.isEmpty == false { throw AWSError.noContext }
    }

    func checkLength(_ plaintext: SharedSecret) throws {
        guard let (encryption, pair) = pairEncryption else { return }
        let most = encryption.longestPlaintext(for: pair)
        guard plaintext.count <= most else {
            throw AWSError.validation(
                "Algorithm \(algorithm) and key spec \(key.spec.name) cannot encrypt data larger than \(most) bytes.")
        }
    }

    func encrypt(_ plaintext: SharedSecret) throws -> [UInt8] {
        guard let (encryption, _) = pairEncryption else {
            return try KeyCrypto(vault: vault).seal(plaintext, under: key, context: context)
        }
        let publicKey = try key.publicKey()
        guard let ciphertext = plaintext.withUnsafeBytes({ publicKey.encrypt($0, encryption) }) else {
            throw AWSError.internalFailure
        }
        return ciphertext
    }

    /// The plaintext, and the material that it was encrypted under where that has a name.
    func decrypt(_ ciphertext: Ciphertext) throws -> (plaintext: SharedSecret, materialID: String?) {
        let crypto = KeyCrypto(vault: vault)
        guard let (encryption, _) = pairEncryption else {
            guard let blob = ciphertext.blob else { throw AWSError.invalidCiphertext }
            return try crypto.open(blob, under: key, context: context)
        }
        guard let plaintext = try crypto.privateKey(of: key).decrypt(ciphertext.bytes, encryption) else {
            throw AWSError.invalidCiphertext
        }
        return (plaintext, nil)
    }

    private var pairEncryption: (KeyPairEncryption, KeyPairSpec)? {
        guard let pair = key.spec.pair, let encryption = KeyPairEncryption(rawValue: algorithm) else { return nil }
        return (encryption, pair)
    }
}

/// What Decrypt and ReEncrypt are given to open.
struct Ciphertext: Sendable {
    let bytes: [UInt8]
    /// Nil unless it has the form of a blob of ours; nothing is opened to find out.
    let blob: CiphertextBlob?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        blob = try? CiphertextBlob.parse(bytes)
    }
}
