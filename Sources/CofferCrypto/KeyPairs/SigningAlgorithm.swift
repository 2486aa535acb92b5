// SPDX-License-Identifier: Apache-2.0

/// How a message is signed, by AWS's names.
public enum SigningAlgorithm: String, CaseIterable, Sendable {
    case pssSHA256 = "RSASSA_PSS_SHA_256"
    case pssSHA384 = "RSASSA_PSS_SHA_384"
    case pssSHA512 = "RSASSA_PSS_SHA_512"
    case pkcs1SHA256 = "RSASSA_PKCS1_V1_5_SHA_256"
    case pkcs1SHA384 = "RSASSA_PKCS1_V1_5_SHA_384"
    case pkcs1SHA512 = "RSASSA_PKCS1_V1_5_SHA_512"
    case ecdsaSHA256 = "ECDSA_SHA_256"
    case ecdsaSHA384 = "ECDSA_SHA_384"
    case ecdsaSHA512 = "ECDSA_SHA_512"
    case sm2DSA = "SM2DSA"
    case mlDSA = "ML_DSA_SHAKE_256"
    case ed25519 = "ED25519_SHA_512"
    case ed25519ph = "ED25519_PH_SHA_512"

    /// Nil for those that hash by themselves.
    public var digest: DigestAlgorithm? {
        switch self {
        case .pssSHA256, .pkcs1SHA256, .ecdsaSHA256: .sha256
        case .pssSHA384, .pkcs1SHA384, .ecdsaSHA384: .sha384
        case .pssSHA512, .pkcs1SHA512, .ecdsaSHA512: .sha512
        case .sm2DSA: .sm3
        case .mlDSA, .ed25519, .ed25519ph: nil
        }
    }

    /// A salt as long as the digest, and MGF1 with the same digest.
    var isPSS: Bool { self == .pssSHA256 || self == .pssSHA384 || self == .pssSHA512 }
}

/// What is handed over to be signed.
public enum MessageForm: Sendable {
    /// The message itself.
    case raw
    /// Its digest.
    case digest
}

/// How a short plaintext is encrypted for the holder of a private key, by AWS's names.
public enum KeyPairEncryption: String, CaseIterable, Sendable {
    /// RSA OAEP with SHA-1 and MGF1 with SHA-1, without a label (RFC 8017).
    case oaepSHA1 = "RSAES_OAEP_SHA_1"
    /// The same with SHA-256.
    case oaepSHA256 = "RSAES_OAEP_SHA_256"
    /// SM2 (GB/T 32918.4) with SM3; the ciphertext is DER.
    case sm2 = "SM2PKE"

    public var digest: DigestAlgorithm {
        switch self {
        case .oaepSHA1: .sha1
        case .oaepSHA256: .sha256
        case .sm2: .sm3
        }
    }
}
