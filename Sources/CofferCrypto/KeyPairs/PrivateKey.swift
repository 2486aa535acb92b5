// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CSodium
public import CofferBase

/// A private key, ready for use. At rest it is DER of a PKCS #8 PrivateKeyInfo, wrapped.
///
/// RSA and curve keys live in libcrypto's locked heap (but for what an RSA operation derives of its primes and keeps),
/// Ed25519 keys in ours; ML-DSA and ML-KEM keys are expanded by
/// swift-crypto, in ordinary memory, for as long as this object lives (docs/decisions/0010).
public final class PrivateKey: Sendable {
    public let spec: KeyPairSpec
    private let backing: Backing

    private enum Backing: Sendable {
        case libcrypto(EVPKey)
        /// The 64 bytes that libsodium signs with.
        case ed25519(SharedSecret)
        case lattice(LatticePrivateKey)
    }

    /// A new pair: the private key as it is stored, and the public one as DER of a SubjectPublicKeyInfo.
    ///
    /// An RSA key takes from tenths of a second to seconds.
    public static func generate(_ spec: KeyPairSpec) -> (encoded: SharedSecret, publicKey: [UInt8]) {
        switch spec.family {
        case .rsa, .ellipticCurve:
            let key = EVPKey.generate(spec)
            return (key.privateKey, key.publicKey)
        case .ed25519, .mlDSA, .mlKEM:
            let seed = SharedSecret.random(count: spec.seedCount)
            return encode(seed, spec)
        }
    }

    private static func encode(_ seed: SharedSecret, _ spec: KeyPairSpec) -> (encoded: SharedSecret, publicKey: [UInt8]) {
        let raw = spec == .ed25519 ? ed25519(seed).publicKey : LatticePrivateKey(seed: seed, spec).publicKey
        return (seed.withUnsafeBytes { DER.privateKey($0, spec) }, DER.publicKey(raw, spec))
    }

    /// Reads a key that was stored, or that somebody brings: DER of a PrivateKeyInfo. Whether its parts belong together
    /// is not looked at.
    public init(encoded: SharedSecret, spec: KeyPairSpec) throws(KeyFormatError) {
        self.spec = spec
        switch spec.family {
        case .rsa, .ellipticCurve:
            let key = try Self.decode(encoded, spec)
            try key.check(spec)
            backing = .libcrypto(key)
        case .ed25519:
            let seed: SharedSecret
            if let ours = Self.seed(encoded, spec) {
                seed = ours
            } else {
                let key = try Self.decode(encoded, spec)
                try key.check(spec)
                seed = key.ed25519Seed
            }
            backing = .ed25519(Self.ed25519(seed).secretKey)
        case .mlDSA, .mlKEM:
            guard let seed = Self.seed(encoded, spec) else { throw .malformed }
            backing = .lattice(LatticePrivateKey(seed: seed, spec))
        }
    }

    /// A key that somebody brings, checked whole and written as we store it, with its public key.
    ///
    /// For an RSA key this tests that its factors are primes, which takes a while.
    public static func imported(
        _ encoded: SharedSecret, spec: KeyPairSpec
    ) throws(KeyFormatError) -> (encoded: SharedSecret, publicKey: [UInt8]) {
        switch spec.family {
        case .rsa, .ellipticCurve:
            let key = try decode(encoded, spec)
            try key.check(spec)
            guard key.hasUsualParts(spec), key.isConsistent else { throw .inconsistent }
            if spec.family == .ellipticCurve { key.normalise() }
            return (key.privateKey, key.publicKey)
        case .ed25519, .mlDSA, .mlKEM:
            if let seed = seed(encoded, spec) { return encode(seed, spec) }
            guard spec == .ed25519 else { throw .malformed }
            let key = try decode(encoded, spec)
            try key.check(spec)
            return encode(key.ed25519Seed, spec)
        }
    }

    private static func decode(_ encoded: SharedSecret, _ spec: KeyPairSpec) throws(KeyFormatError) -> EVPKey {
        try encoded.withUnsafeBytes { bytes throws(KeyFormatError) in
            try EVPKey.decode(bytes, structure: "PrivateKeyInfo", isPrivate: true, spec)
        }
    }

    private static func seed(_ encoded: SharedSecret, _ spec: KeyPairSpec) -> SharedSecret? {
        encoded.withUnsafeBytes { DER.seed(of: $0, spec).map { SharedSecret(copying: $0) } }
    }

    private static func ed25519(_ seed: SharedSecret) -> (secretKey: SharedSecret, publicKey: [UInt8]) {
        _ = CryptoLibrary.shared
        var publicKey = [UInt8](repeating: 0, count: 32)
        let secretKey = SecretBytes(count: 64) { secretKey in
            seed.withUnsafeBytes { _ = crypto_sign_seed_keypair(&publicKey, secretKey.octets, $0.octets) }
        }
        return (SharedSecret(secretKey), publicKey)
    }

    // MARK: Operations

    /// The signature: DER for ECDSA and SM2, else of a fixed length. Nil where the algorithm doesn't go with the key, or
    /// the digest hasn't the algorithm's length.
    ///
    /// `.digest` with `ED25519_PH_SHA_512` takes the digest for the message and hashes it again, as AWS does.
    public func sign(_ message: UnsafeRawBufferPointer, _ form: MessageForm, as algorithm: SigningAlgorithm) -> [UInt8]? {
        switch backing {
        case .lattice(let key): return algorithm == .mlDSA && form == .raw ? key.sign(message) : nil
        case .ed25519(let secretKey):
            switch algorithm {
            case .ed25519 where form == .raw: return Ed25519.sign(message, secretKey)
            case .ed25519ph: return Ed25519.signPrehashed(message, secretKey)
            default: return nil
            }
        case .libcrypto(let key):
            guard let digest = algorithm.digest, spec.signingAlgorithms.contains(algorithm) else { return nil }
            if algorithm == .sm2DSA { return SM2.sign(message, form, key) }
            switch form {
            case .raw:
                return digest.hash(message).withUnsafeBytes { sign(digest: $0, algorithm, key) }
            case .digest:
                guard message.count == digest.count else { return nil }
                return sign(digest: message, algorithm, key)
            }
        }
    }

    private func sign(digest: UnsafeRawBufferPointer, _ algorithm: SigningAlgorithm, _ key: EVPKey) -> [UInt8]? {
        let operation = KeyOperation(key)
        var count = Int(EVP_PKEY_get_size(key.pointer))
        guard EVP_PKEY_sign_init(operation.context) == 1, operation.set(algorithm, for: spec), count > 0
        else { return nil }
        let signature = [UInt8](unsafeUninitializedCapacity: count) { signature, written in
            let isMade = EVP_PKEY_sign(operation.context, signature.baseAddress, &count, digest.octets, digest.count) == 1
            written = isMade ? count : 0
        }
        return signature.isEmpty ? nil : signature
    }

    /// The plaintext; nil for any ciphertext that wasn't made for this key, whatever is wrong with it.
    public func decrypt(_ ciphertext: [UInt8], _ encryption: KeyPairEncryption) -> SharedSecret? {
        guard case .libcrypto(let key) = backing, (encryption == .sm2) == (spec == .sm2) else { return nil }
        // libcrypto overlooks what follows SM2's DER.
        guard
            spec.family == .rsa
                ? ciphertext.count * 8 == spec.modulusBits : ciphertext.withUnsafeBytes(DERLength.isWhole)
        else { return nil }
        let operation = KeyOperation(key)
        guard EVP_PKEY_decrypt_init(operation.context) == 1, operation.set(encryption) else { return nil }
        var count = max(Int(EVP_PKEY_get_size(key.pointer)), ciphertext.count)
        var isOpen = false
        let padded = SecretBytes(count: count) { output in
            isOpen = EVP_PKEY_decrypt(operation.context, output.octets, &count, ciphertext, ciphertext.count) == 1
        }
        guard isOpen else { return nil }
        return padded.withUnsafeBytes { SharedSecret(copying: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// ECDH (NIST SP 800-56A §5.7.1.2): the x coordinate of the shared point. Nil unless the other's key is on the same
    /// curve.
    public func agree(with other: PublicKey) -> SharedSecret? {
        guard case .libcrypto(let key) = backing, spec.family == .ellipticCurve, other.spec == spec,
            let theirs = other.libcryptoKey
        else { return nil }
        if spec == .sm2 { return SM2.agree(key, with: theirs) }
        let operation = KeyOperation(key)
        var count = 0
        guard EVP_PKEY_derive_init(operation.context) == 1,
            EVP_PKEY_derive_set_peer(operation.context, theirs.pointer) == 1,
            EVP_PKEY_derive(operation.context, nil, &count) == 1, count > 0
        else { return nil }
        var isDerived = false
        let secret = SecretBytes(count: count) { output in
            isDerived = EVP_PKEY_derive(operation.context, output.octets, &count) == 1 && count == output.count
        }
        return isDerived ? SharedSecret(secret) : nil
    }

    /// ML-KEM decapsulation (FIPS 203): for a ciphertext of the right length there is always a secret; for a forged one
    /// it is a random one. Nil for any other length.
    public func decapsulate(_ ciphertext: [UInt8]) -> SharedSecret? {
        guard case .lattice(let key) = backing else { return nil }
        return key.decapsulate(ciphertext)
    }
}
