// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto

/// How key material is encrypted on its way in.
///
/// Source: KMS Developer Guide, "Step 2: Download the wrapping public key and import token" and "Step 3: Encrypt the key
/// material".
struct ImportWrapping: Sendable, Equatable {
    let encryption: KeyPairEncryption
    /// The RSA key encrypts an AES key, and that one wraps the material (KWP).
    let hasInnerKey: Bool
    /// The RSA key.
    let spec: KeyPairSpec

    /// Throws ValidationException for what AWS doesn't take for that kind of key.
    init(_ algorithm: String, _ wrappingSpec: String, for key: KeySpec) throws {
        let refusal = AWSError.validation(
            "Wrapping algorithm \(algorithm) and wrapping key spec \(wrappingSpec) cannot be used to import a "
                + "\(key.name) key.")
        guard let spec = KeyPairSpec(rawValue: wrappingSpec), spec.modulusBits > 0 else { throw refusal }
        switch algorithm {
        case "RSAES_OAEP_SHA_1": (encryption, hasInnerKey) = (.oaepSHA1, false)
        case "RSAES_OAEP_SHA_256": (encryption, hasInnerKey) = (.oaepSHA256, false)
        case "RSA_AES_KEY_WRAP_SHA_1": (encryption, hasInnerKey) = (.oaepSHA1, true)
        case "RSA_AES_KEY_WRAP_SHA_256": (encryption, hasInnerKey) = (.oaepSHA256, true)
        default: throw refusal
        }
        self.spec = spec
        guard allows(key) else { throw refusal }
    }

    private func allows(_ key: KeySpec) -> Bool {
        switch key {
        case .symmetric, .hmac: !hasInnerKey
        case .pair(let pair) where pair.modulusBits > 0: hasInnerKey
        // Their private keys are too long for the smallest modulus.
        case .pair(.p521), .pair(.ed25519): hasInnerKey || spec != .rsa2048
        case .pair(let pair): !pair.isLattice
        }
    }

    /// The material; nil for whatever wasn't encrypted that way for this key.
    func open(_ encrypted: [UInt8], with privateKey: PrivateKey) -> SharedSecret? {
        guard hasInnerKey else { return privateKey.decrypt(encrypted, encryption) }
        let modulus = spec.modulusBits / 8
        guard encrypted.count > modulus,
            let inner = privateKey.decrypt(Array(encrypted[..<modulus]), encryption)
        else { return nil }
        return KeyWrap.unwrap(Array(encrypted[modulus...]), key: inner)
    }
}
