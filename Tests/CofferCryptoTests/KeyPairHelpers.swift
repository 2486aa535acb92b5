// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// One key pair of each kind for all tests that don't need their own: an RSA key takes long to make.
enum TestPair {
    static let all: [KeyPairSpec: Pair] = {
        var pairs: [KeyPairSpec: Pair] = [:]
        for spec in KeyPairSpec.allCases { pairs[spec] = Pair(spec) }
        return pairs
    }()

    struct Pair: Sendable {
        let encoded: SharedSecret
        let der: [UInt8]

        init(_ spec: KeyPairSpec) { (encoded, der) = PrivateKey.generate(spec) }
    }

    static func of(_ spec: KeyPairSpec) throws -> Pair { try #require(all[spec]) }

    static func privateKey(_ spec: KeyPairSpec) throws -> PrivateKey {
        try PrivateKey(encoded: of(spec).encoded, spec: spec)
    }

    static func publicKey(_ spec: KeyPairSpec) throws -> PublicKey { try PublicKey(der: of(spec).der, spec: spec) }
}

/// DER put together by hand.
func der(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
    let content = parts.flatMap { $0 }
    return DER.header(tag, content.count) + content
}

/// PrivateKeyInfo of a curve's key (RFC 5915) without its public key. Leading zeros of the number are put right.
func privateKeyInfo(scalar: [UInt8], _ spec: KeyPairSpec) throws -> SharedSecret {
    let (curve, count): ([UInt8], Int) =
        switch spec {
        case .p256: ([0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07], 32)
        case .p384: ([0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x22], 48)
        case .sm2: ([0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d], 32)
        default: ([0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x23], 66)
        }
    let digits = Array(scalar.drop { $0 == 0 })
    try #require(digits.count <= count)
    let key = der(
        0x30, [0x02, 0x01, 0x01], der(0x04, Array(repeating: 0, count: count - digits.count) + digits))
    let algorithm = der(0x30, [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01], curve)
    return SharedSecret(copying: der(0x30, [0x02, 0x01, 0x00], algorithm, der(0x04, key)))
}

// The same calls with arrays.
extension PrivateKey {
    func sign(_ message: [UInt8], _ form: MessageForm = .raw, as algorithm: SigningAlgorithm) -> [UInt8]? {
        message.withUnsafeBytes { sign($0, form, as: algorithm) }
    }
}

extension PublicKey {
    func isValid(
        _ signature: [UInt8], of message: [UInt8], _ form: MessageForm = .raw, as algorithm: SigningAlgorithm
    ) -> Bool {
        message.withUnsafeBytes { isValid(signature, of: $0, form, as: algorithm) }
    }

    func encrypt(_ plaintext: [UInt8], _ encryption: KeyPairEncryption) -> [UInt8]? {
        SharedSecret(copying: plaintext).withUnsafeBytes { encrypt($0, encryption) }
    }
}

extension DigestAlgorithm {
    func hash(_ message: [UInt8]) -> [UInt8] { message.withUnsafeBytes { hash($0) } }
}

extension HMACAlgorithm {
    func code(key: SharedSecret, _ message: [UInt8]) -> [UInt8] { message.withUnsafeBytes { code(key: key, $0) } }

    func isValid(_ code: [UInt8], key: SharedSecret, _ message: [UInt8]) -> Bool {
        message.withUnsafeBytes { isValid(code, key: key, $0) }
    }
}
