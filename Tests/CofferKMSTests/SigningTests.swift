// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Signing and verifying")
struct SigningTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let message = SharedSecret(utf8: "geheim")
    private static let invalid = AWSError("KMSInvalidSignatureException", nil)

    struct Line: Sendable, CustomTestStringConvertible {
        let spec: KeyPairSpec
        let algorithm: SigningAlgorithm
        /// Nil where it isn't always the same.
        var length: Int?
        /// Whether the same message gets another signature each time.
        var isRandom = true
        var types = ["RAW", "DIGEST"]
        /// Whether a digest is signed as its message is.
        var hashesOnce = true

        var testDescription: String { "\(spec.rawValue) \(algorithm.rawValue)" }
    }

    static let lines: [Line] =
        [
            Line(spec: .p256, algorithm: .ecdsaSHA256), Line(spec: .secp256k1, algorithm: .ecdsaSHA256),
            Line(spec: .p384, algorithm: .ecdsaSHA384), Line(spec: .p521, algorithm: .ecdsaSHA512),
            Line(spec: .ed25519, algorithm: .ed25519, length: 64, isRandom: false, types: ["RAW"]),
            Line(
                spec: .ed25519, algorithm: .ed25519ph, length: 64, isRandom: false, types: ["DIGEST"],
                hashesOnce: false),
            Line(spec: .mlDSA65, algorithm: .mlDSA, length: 3309, types: ["RAW"]),
            Line(spec: .mlDSA87, algorithm: .mlDSA, length: 4627, types: ["RAW"]),
        ]
        + [KeyPairSpec.rsa2048, .rsa3072, .rsa4096].flatMap { spec in
            let length = spec.modulusBits / 8
            return [
                Line(spec: spec, algorithm: .pssSHA256, length: length),
                Line(spec: spec, algorithm: .pssSHA384, length: length),
                Line(spec: spec, algorithm: .pssSHA512, length: length),
                Line(spec: spec, algorithm: .pkcs1SHA256, length: length, isRandom: false),
                Line(spec: spec, algorithm: .pkcs1SHA384, length: length, isRandom: false),
                Line(spec: spec, algorithm: .pkcs1SHA512, length: length, isRandom: false),
            ]
        }

    private func sign(
        _ key: String, _ message: SharedSecret, _ algorithm: SigningAlgorithm, _ type: String?
    ) async throws -> [UInt8] {
        let output = try await vault.call(
            KMS.Sign.self,
            .init(keyId: key, message: message, signingAlgorithm: algorithm.rawValue, messageType: type))
        #expect(output.keyId == vault.arn(key))
        #expect(output.signingAlgorithm == algorithm.rawValue)
        return try #require(output.signature)
    }

    private func verifying(
        _ key: String, _ message: SharedSecret, _ signature: [UInt8], _ algorithm: SigningAlgorithm, _ type: String?
    ) -> KMS.VerifyInput {
        .init(
            keyId: key, message: message, signature: signature, signingAlgorithm: algorithm.rawValue, messageType: type)
    }

    private func digest(of message: SharedSecret, _ algorithm: SigningAlgorithm) -> SharedSecret {
        SharedSecret(copying: message.withUnsafeBytes { (algorithm.digest ?? .sha512).hash($0) })
    }

    @Test("each algorithm signs what it takes, and here and elsewhere the signature holds", arguments: lines)
    func roundTrip(_ line: Line) async throws {
        let key = try await vault.makeKey(KeyKind(spec: line.spec.rawValue, usage: "SIGN_VERIFY"))
        let publicKey = try PublicKey(der: await vault.publicKey(key), spec: line.spec)
        for type in line.types {
            let isDigest = type == "DIGEST"
            let text = isDigest ? digest(of: Self.message, line.algorithm) : Self.message
            let signature = try await sign(key, text, line.algorithm, type)
            if let length = line.length { #expect(signature.count == length) } else { #expect(signature.first == 0x30) }
            let output = try await vault.call(KMS.Verify.self, verifying(key, text, signature, line.algorithm, type))
            #expect(output.signatureValid == true)
            #expect(output.keyId == vault.arn(key))
            #expect(output.signingAlgorithm == line.algorithm.rawValue)
            let form = isDigest ? MessageForm.digest : .raw
            #expect(text.withUnsafeBytes { publicKey.isValid(signature, of: $0, form, as: line.algorithm) })
            let again = try await sign(key, text, line.algorithm, type)
            #expect((again != signature) == line.isRandom)
            guard line.types.count == 2 else { continue }
            // RAW hashes, DIGEST doesn't: one verifies the other.
            let other = isDigest ? Self.message : digest(of: Self.message, line.algorithm)
            let crossed = verifying(key, other, signature, line.algorithm, isDigest ? "RAW" : "DIGEST")
            #expect(try await vault.call(KMS.Verify.self, crossed).signatureValid == true)
        }
        if line.types.contains("RAW") {
            let usual = try await sign(key, Self.message, line.algorithm, nil)
            let input = verifying(key, Self.message, usual, line.algorithm, "RAW")
            #expect(try await vault.call(KMS.Verify.self, input).signatureValid == true)
        }
    }

    @Test("Ed25519ph signs the digest as the message that it hashes again, as AWS does")
    func prehashed() async throws {
        let key = try await vault.makeKey(KeyKind(spec: "ECC_NIST_EDWARDS25519", usage: "SIGN_VERIFY"))
        let publicKey = try PublicKey(der: await vault.publicKey(key), spec: .ed25519)
        let text = digest(of: Self.message, .ed25519ph)
        let signature = try await sign(key, text, .ed25519ph, "DIGEST")
        #expect(text.withUnsafeBytes { publicKey.isValid(signature, of: $0, .raw, as: .ed25519ph) })
        #expect(Self.message.withUnsafeBytes { !publicKey.isValid(signature, of: $0, .raw, as: .ed25519ph) })
    }

    @Test("whatever isn't the message's signature is refused, never answered with false", arguments: lines)
    func forgeries(_ line: Line) async throws {
        guard line.spec != .rsa3072, line.spec != .rsa4096 else { return }
        let kind = KeyKind(spec: line.spec.rawValue, usage: "SIGN_VERIFY")
        let key = try await vault.makeKey(kind)
        let type = line.types[0]
        let text = type == "DIGEST" ? digest(of: Self.message, line.algorithm) : Self.message
        let signature = try await sign(key, text, line.algorithm, type)
        func refusal(_ text: SharedSecret, _ signature: [UInt8]) async throws -> AWSError {
            try await vault.refusal(KMS.Verify.self, verifying(key, text, signature, line.algorithm, type))
        }
        let other = type == "DIGEST" ? SharedSecret.random(count: 64) : SharedSecret(utf8: "Geheim")
        #expect(try await refusal(other, signature) == Self.invalid)
        for place in [signature.count / 3, signature.count - 1] {
            var altered = signature
            altered[place] ^= 1
            #expect(try await refusal(text, altered) == Self.invalid, "byte \(place)")
        }
        let shortened = Array(signature.dropLast())
        for bytes in [shortened, signature + [0], [1], [UInt8](repeating: 0, count: signature.count)] {
            #expect(try await refusal(text, bytes) == Self.invalid)
        }
    }

    @Test("a signature counts for its algorithm and its key only")
    func foreign() async throws {
        let rsa = try await vault.makeKey(.rsaSigning)
        let pss = try await sign(rsa, Self.message, .pssSHA256, "RAW")
        for algorithm in [SigningAlgorithm.pkcs1SHA256, .pssSHA384, .pssSHA512] {
            let input = verifying(rsa, Self.message, pss, algorithm, "RAW")
            #expect(try await vault.refusal(KMS.Verify.self, input) == Self.invalid)
        }
        let one = try await vault.makeKey(.signing)
        let two = try await vault.makeKey(.signing)
        let signature = try await sign(one, Self.message, .ecdsaSHA256, "RAW")
        let input = verifying(two, Self.message, signature, .ecdsaSHA256, "RAW")
        #expect(try await vault.refusal(KMS.Verify.self, input) == Self.invalid)
    }

    @Test("messages are 1 to 4096 bytes long")
    func lengths() async throws {
        let key = try await vault.makeKey(.signing)
        func input(_ count: Int) -> KMS.SignInput {
            .init(keyId: key, message: .random(count: count), signingAlgorithm: "ECDSA_SHA_256")
        }
        #expect(try await vault.call(KMS.Sign.self, input(4096)).signature != nil)
        let start = "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have "
        #expect(
            try await vault.refusal(KMS.Sign.self, input(4097))
                == .validation(start + "length less than or equal to 4096"))
        #expect(
            try await vault.refusal(KMS.Sign.self, input(0))
                == .validation(start + "length greater than or equal to 1"))
    }
}
