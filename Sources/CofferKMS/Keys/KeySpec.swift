// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto

/// What a key is for, by AWS's names.
enum KeyUsage: String, Sendable {
    case encryptDecrypt = "ENCRYPT_DECRYPT"
    case signVerify = "SIGN_VERIFY"
    case mac = "GENERATE_VERIFY_MAC"
    case keyAgreement = "KEY_AGREEMENT"
    case encapsulation = "ENCAPSULATE_DECAPSULATE"
}

/// Where a key's material comes from.
enum KeyOrigin: String, Sendable {
    case kms = "AWS_KMS"
    case external = "EXTERNAL"
}

/// What kind of key it is, and what follows from that.
///
/// Source: KMS Developer Guide, "Key spec reference"; API reference, CreateKey.
enum KeySpec: Hashable, Sendable {
    case symmetric
    case hmac(HMACAlgorithm)
    case pair(KeyPairSpec)

    static let symmetricDefault = "SYMMETRIC_DEFAULT"

    /// Nil for specs that there are in AWS and not here.
    init?(_ name: String) {
        switch name {
        case Self.symmetricDefault: self = .symmetric
        case "HMAC_224": self = .hmac(.sha224)
        case "HMAC_256": self = .hmac(.sha256)
        case "HMAC_384": self = .hmac(.sha384)
        case "HMAC_512": self = .hmac(.sha512)
        default:
            guard let pair = KeyPairSpec(rawValue: name) else { return nil }
            self = .pair(pair)
        }
    }

    var name: String {
        switch self {
        case .symmetric: Self.symmetricDefault
        case .hmac(let algorithm): "HMAC_" + algorithm.rawValue.suffix(3)
        case .pair(let pair): pair.rawValue
        }
    }

    /// The first is the one that a key has when none is asked for; only symmetric encryption keys may leave it open.
    var usages: [KeyUsage] {
        switch self {
        case .symmetric: [.encryptDecrypt]
        case .hmac: [.mac]
        case .pair(let pair):
            switch pair {
            case .rsa2048, .rsa3072, .rsa4096: [.encryptDecrypt, .signVerify]
            case .p256, .p384, .p521: [.signVerify, .keyAgreement]
            case .sm2: [.encryptDecrypt, .signVerify, .keyAgreement]
            case .secp256k1, .ed25519, .mlDSA65, .mlDSA87: [.signVerify]
            case .mlKEM768, .mlKEM1024: [.encapsulation]
            }
        }
    }

    /// The algorithms of a key with that usage, in AWS's order.
    func algorithms(_ usage: KeyUsage) -> [String] {
        switch (self, usage) {
        case (.symmetric, .encryptDecrypt): [Self.symmetricDefault]
        case (.hmac(let algorithm), .mac): [algorithm.rawValue]
        case (.pair(let pair), .encryptDecrypt): encryption(pair).map(\.rawValue)
        case (.pair(let pair), .signVerify): signing(pair).map(\.rawValue)
        case (.pair, .keyAgreement): ["ECDH"]
        case (.pair, .encapsulation): ["ML_KEM"]
        default: []
        }
    }

    private func encryption(_ pair: KeyPairSpec) -> [KeyPairEncryption] {
        switch pair {
        case .rsa2048, .rsa3072, .rsa4096: [.oaepSHA1, .oaepSHA256]
        case .sm2: [.sm2]
        default: []
        }
    }

    private func signing(_ pair: KeyPairSpec) -> [SigningAlgorithm] {
        switch pair {
        case .rsa2048, .rsa3072, .rsa4096:
            [.pkcs1SHA256, .pkcs1SHA384, .pkcs1SHA512, .pssSHA256, .pssSHA384, .pssSHA512]
        case .p256, .secp256k1: [.ecdsaSHA256]
        case .p384: [.ecdsaSHA384]
        case .p521: [.ecdsaSHA512]
        case .sm2: [.sm2DSA]
        case .ed25519: [.ed25519ph, .ed25519]
        case .mlDSA65, .mlDSA87: [.mlDSA]
        case .mlKEM768, .mlKEM1024: []
        }
    }

    /// The length of a key that is plain bytes; nil for key pairs.
    var byteCount: Int? {
        switch self {
        case .symmetric: 32
        case .hmac(let algorithm): algorithm.digest.count
        case .pair: nil
        }
    }

    /// Keys of one kind may take each other's place behind an alias, as far as their usage is the same.
    enum Kind { case symmetric, hmac, pair }

    var kind: Kind {
        switch self {
        case .symmetric: .symmetric
        case .hmac: .hmac
        case .pair: .pair
        }
    }

    var isSymmetric: Bool { self == .symmetric }

    /// Whether a key's material may be brought from outside.
    var isImportable: Bool {
        switch self {
        case .symmetric, .hmac: true
        case .pair(let pair): !pair.isLattice
        }
    }

    /// The private key's form for `PrivateKey`, nil for keys that are plain bytes.
    var pair: KeyPairSpec? { if case .pair(let pair) = self { pair } else { nil } }
}
