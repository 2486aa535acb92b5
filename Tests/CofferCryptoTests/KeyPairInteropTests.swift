// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Crypto
import Foundation
import Testing

@testable import CofferCrypto

/// Against another library, swift-crypto. (The keys of ML-DSA and ML-KEM are its own; see WycheproofLatticeTests.)
@Suite struct KeyPairInteropTests {
    private let message = Array("message".utf8)

    @Test("another library reads our keys on NIST's curves, writes them the same, and the signatures of both are valid")
    func signatures() throws {
        let p256 = try TestPair.of(.p256)
        let mine256 = try P256.Signing.PrivateKey(derRepresentation: Data(p256.encoded.copy))
        #expect(Array(mine256.derRepresentation) == p256.encoded.copy)
        #expect(Array(mine256.publicKey.derRepresentation) == p256.der)
        let theirs256 = try mine256.signature(for: message).derRepresentation
        #expect(try TestPair.publicKey(.p256).isValid(Array(theirs256), of: message, as: .ecdsaSHA256))
        let ours256 = try #require(try TestPair.privateKey(.p256).sign(message, as: .ecdsaSHA256))
        #expect(
            try mine256.publicKey.isValidSignature(.init(derRepresentation: ours256), for: SHA256.hash(data: message)))

        let p384 = try TestPair.of(.p384)
        let mine384 = try P384.Signing.PrivateKey(derRepresentation: Data(p384.encoded.copy))
        #expect(Array(mine384.derRepresentation) == p384.encoded.copy)
        #expect(Array(mine384.publicKey.derRepresentation) == p384.der)
        let theirs384 = try mine384.signature(for: message).derRepresentation
        #expect(try TestPair.publicKey(.p384).isValid(Array(theirs384), of: message, as: .ecdsaSHA384))
        let ours384 = try #require(try TestPair.privateKey(.p384).sign(message, as: .ecdsaSHA384))
        #expect(
            try mine384.publicKey.isValidSignature(.init(derRepresentation: ours384), for: SHA384.hash(data: message)))

        let p521 = try TestPair.of(.p521)
        let mine521 = try P521.Signing.PrivateKey(derRepresentation: Data(p521.encoded.copy))
        #expect(Array(mine521.derRepresentation) == p521.encoded.copy)
        #expect(Array(mine521.publicKey.derRepresentation) == p521.der)
        let theirs521 = try mine521.signature(for: message).derRepresentation
        #expect(try TestPair.publicKey(.p521).isValid(Array(theirs521), of: message, as: .ecdsaSHA512))
        let ours521 = try #require(try TestPair.privateKey(.p521).sign(message, as: .ecdsaSHA512))
        #expect(
            try mine521.publicKey.isValidSignature(.init(derRepresentation: ours521), for: SHA512.hash(data: message)))
    }

    @Test("another library reads our Ed25519 keys, and the signatures of both are valid")
    func ed25519() throws {
        let pair = try TestPair.of(.ed25519)
        let mine = try Curve25519.Signing.PrivateKey(rawRepresentation: pair.encoded.copy.suffix(32))
        #expect(DER.publicKey(Array(mine.publicKey.rawRepresentation), .ed25519) == pair.der)
        let theirs = Array(try mine.signature(for: message))
        #expect(try TestPair.publicKey(.ed25519).isValid(theirs, of: message, as: .ed25519))
        let ours = try #require(try TestPair.privateKey(.ed25519).sign(message, as: .ed25519))
        #expect(mine.publicKey.isValidSignature(ours, for: message))
    }

    @Test("another library agrees on the same secrets")
    func agreement() throws {
        let theirs256 = P256.KeyAgreement.PrivateKey()
        let ours256 = try TestPair.privateKey(.p256)
            .agree(with: PublicKey(der: Array(theirs256.publicKey.derRepresentation), spec: .p256))
        let secret256 = try theirs256.sharedSecretFromKeyAgreement(
            with: .init(derRepresentation: TestPair.of(.p256).der))
        #expect(ours256?.copy == secret256.withUnsafeBytes { Array($0) })

        let theirs384 = P384.KeyAgreement.PrivateKey()
        let ours384 = try TestPair.privateKey(.p384)
            .agree(with: PublicKey(der: Array(theirs384.publicKey.derRepresentation), spec: .p384))
        let secret384 = try theirs384.sharedSecretFromKeyAgreement(
            with: .init(derRepresentation: TestPair.of(.p384).der))
        #expect(ours384?.copy == secret384.withUnsafeBytes { Array($0) })

        let theirs521 = P521.KeyAgreement.PrivateKey()
        let ours521 = try TestPair.privateKey(.p521)
            .agree(with: PublicKey(der: Array(theirs521.publicKey.derRepresentation), spec: .p521))
        let secret521 = try theirs521.sharedSecretFromKeyAgreement(
            with: .init(derRepresentation: TestPair.of(.p521).der))
        #expect(ours521?.copy == secret521.withUnsafeBytes { Array($0) })
    }
}
