// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CSodium
public import CofferBase

/// A public key: DER of a SubjectPublicKeyInfo (RFC 5280 §4.1).
public final class PublicKey: Sendable {
    public let spec: KeyPairSpec
    private let backing: Backing

    private enum Backing: Sendable {
        case libcrypto(EVPKey)
        case ed25519([UInt8])
        case lattice(LatticePublicKey)
    }

    /// Strict: exactly one key, of that kind; a curve must be named, and the point must lie on it.
    public init(der: [UInt8], spec: KeyPairSpec) throws(KeyFormatError) {
        self.spec = spec
        switch spec.family {
        case .rsa, .ellipticCurve:
            backing = .libcrypto(try EVPKey.decode(publicKey: der, spec))
        case .ed25519:
            guard let raw = DER.rawPublicKey(of: der, spec) else { throw .malformed }
            backing = .ed25519(Array(raw))
        case .mlDSA, .mlKEM:
            guard let raw = DER.rawPublicKey(of: der, spec), let key = LatticePublicKey(raw: raw, spec)
            else { throw .malformed }
            backing = .lattice(key)
        }
    }

    var libcryptoKey: EVPKey? { if case .libcrypto(let key) = backing { key } else { nil } }

    /// Whether the signature is of this message. False for whatever isn't one.
    public func isValid(
        _ signature: [UInt8], of message: UnsafeRawBufferPointer, _ form: MessageForm, as algorithm: SigningAlgorithm
    ) -> Bool {
        switch backing {
        case .lattice(let key): return algorithm == .mlDSA && form == .raw && key.isValid(signature, of: message)
        case .ed25519(let publicKey):
            switch algorithm {
            case .ed25519 where form == .raw: return Ed25519.isValid(signature, of: message, publicKey)
            case .ed25519ph: return Ed25519.isValidPrehashed(signature, of: message, publicKey)
            default: return false
            }
        case .libcrypto(let key):
            guard let digest = algorithm.digest, spec.signingAlgorithms.contains(algorithm) else { return false }
            if algorithm == .sm2DSA { return SM2.isValid(signature, of: message, form, key) }
            switch form {
            case .raw:
                return digest.hash(message).withUnsafeBytes { isValid(signature, digest: $0, algorithm, key) }
            case .digest:
                return message.count == digest.count && isValid(signature, digest: message, algorithm, key)
            }
        }
    }

    private func isValid(
        _ signature: [UInt8], digest: UnsafeRawBufferPointer, _ algorithm: SigningAlgorithm, _ key: EVPKey
    ) -> Bool {
        let operation = KeyOperation(key)
        return EVP_PKEY_verify_init(operation.context) == 1 && operation.set(algorithm, for: spec)
            && EVP_PKEY_verify(operation.context, signature, signature.count, digest.octets, digest.count) == 1
    }

    /// The ciphertext; nil where the plaintext is too long for the key or the algorithm doesn't go with it.
    public func encrypt(_ plaintext: UnsafeRawBufferPointer, _ encryption: KeyPairEncryption) -> [UInt8]? {
        guard case .libcrypto(let key) = backing, (encryption == .sm2) == (spec == .sm2) else { return nil }
        let operation = KeyOperation(key)
        var count = 0
        guard EVP_PKEY_encrypt_init(operation.context) == 1, operation.set(encryption),
            EVP_PKEY_encrypt(operation.context, nil, &count, plaintext.octets, plaintext.count) == 1
        else { return nil }
        let ciphertext = [UInt8](unsafeUninitializedCapacity: count) { output, written in
            let isMade =
                EVP_PKEY_encrypt(
                    operation.context, output.baseAddress, &count, plaintext.octets, plaintext.count) == 1
            written = isMade ? count : 0
        }
        return ciphertext.isEmpty ? nil : ciphertext
    }

    /// The most bytes that OAEP takes with this key (RFC 8017 §7.1.1); AWS's limit for SM2PKE.
    public func longestPlaintext(_ encryption: KeyPairEncryption) -> Int { encryption.longestPlaintext(for: spec) }

    /// ML-KEM encapsulation (FIPS 203): a fresh shared secret of 32 bytes, and what the holder gets it back from.
    public func encapsulate() -> (secret: SharedSecret, ciphertext: [UInt8])? {
        guard case .lattice(let key) = backing else { return nil }
        return key.encapsulate()
    }
}

extension KeyPairEncryption {
    public func longestPlaintext(for spec: KeyPairSpec) -> Int {
        self == .sm2 ? 1024 : spec.modulusBits / 8 - 2 * digest.count - 2
    }
}
