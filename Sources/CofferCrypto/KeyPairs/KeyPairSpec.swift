// SPDX-License-Identifier: Apache-2.0

/// The key pairs that there are, by AWS's names of them.
///
/// ML_DSA_44 and ML_KEM_512 are left out: no library that we build on offers them (docs/decisions/0010).
public enum KeyPairSpec: String, CaseIterable, Sendable {
    case rsa2048 = "RSA_2048"
    case rsa3072 = "RSA_3072"
    case rsa4096 = "RSA_4096"
    case p256 = "ECC_NIST_P256"
    case p384 = "ECC_NIST_P384"
    case p521 = "ECC_NIST_P521"
    case secp256k1 = "ECC_SECG_P256K1"
    case ed25519 = "ECC_NIST_EDWARDS25519"
    case mlDSA65 = "ML_DSA_65"
    case mlDSA87 = "ML_DSA_87"
    case mlKEM768 = "ML_KEM_768"
    case mlKEM1024 = "ML_KEM_1024"
    /// AWS offers it in its China Regions alone.
    case sm2 = "SM2"

    enum Family { case rsa, ellipticCurve, ed25519, mlDSA, mlKEM }

    var family: Family {
        switch self {
        case .rsa2048, .rsa3072, .rsa4096: .rsa
        case .p256, .p384, .p521, .secp256k1, .sm2: .ellipticCurve
        case .ed25519: .ed25519
        case .mlDSA65, .mlDSA87: .mlDSA
        case .mlKEM768, .mlKEM1024: .mlKEM
        }
    }

    /// The modulus of an RSA key in bits; 0 for others.
    public var modulusBits: Int {
        switch self {
        case .rsa2048: 2048
        case .rsa3072: 3072
        case .rsa4096: 4096
        default: 0
        }
    }

    public var isLattice: Bool { family == .mlDSA || family == .mlKEM }

    /// What a key of this kind signs with. libcrypto itself would sign with an RSA key under an ECDSA algorithm's name.
    public var signingAlgorithms: [SigningAlgorithm] {
        switch self {
        case .rsa2048, .rsa3072, .rsa4096:
            [.pssSHA256, .pssSHA384, .pssSHA512, .pkcs1SHA256, .pkcs1SHA384, .pkcs1SHA512]
        case .p256, .secp256k1: [.ecdsaSHA256]
        case .p384: [.ecdsaSHA384]
        case .p521: [.ecdsaSHA512]
        case .ed25519: [.ed25519, .ed25519ph]
        case .mlDSA65, .mlDSA87: [.mlDSA]
        case .sm2: [.sm2DSA]
        case .mlKEM768, .mlKEM1024: []
        }
    }

    /// libcrypto's name of the curve; nil for keys on none of its.
    var curve: String? {
        switch self {
        case .p256: "prime256v1"
        case .p384: "secp384r1"
        case .p521: "secp521r1"
        case .secp256k1: "secp256k1"
        case .sm2: "SM2"
        default: nil
        }
    }

    /// The object identifier's DER, for the keys whose encodings are put together here (RFC 8410, RFC 9881, RFC 9935).
    var objectIdentifier: [UInt8] {
        let nist: [UInt8] = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04]
        return switch self {
        case .ed25519: [0x06, 0x03, 0x2b, 0x65, 0x70]
        case .mlDSA65: nist + [0x03, 0x12]
        case .mlDSA87: nist + [0x03, 0x13]
        case .mlKEM768: nist + [0x04, 0x02]
        case .mlKEM1024: nist + [0x04, 0x03]
        default: preconditionFailure("libcrypto encodes the others")
        }
    }

    /// The length of the seed that the private key is made from; 0 for keys that have none.
    var seedCount: Int {
        switch family {
        case .ed25519, .mlDSA: 32
        case .mlKEM: 64
        case .rsa, .ellipticCurve: 0
        }
    }

    /// The length of the public key's own bytes inside its SubjectPublicKeyInfo; 0 where libcrypto encodes it.
    var rawPublicKeyCount: Int {
        switch self {
        case .ed25519: 32
        case .mlDSA65: 1952
        case .mlDSA87: 2592
        case .mlKEM768: 1184
        case .mlKEM1024: 1568
        default: 0
        }
    }
}

/// Why a key can't be read. The texts hold nothing of the key.
public enum KeyFormatError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Not DER of a PKCS #8 PrivateKeyInfo or a SubjectPublicKeyInfo, or bytes follow it.
    case malformed
    /// A key of another kind, length or curve.
    case otherSpec
    /// The parts of the key don't belong together.
    case inconsistent

    public var description: String {
        switch self {
        case .malformed: "the key is not in the form that is expected"
        case .otherSpec: "the key is of another kind, length or curve"
        case .inconsistent: "the parts of the key don't belong together"
        }
    }
}
