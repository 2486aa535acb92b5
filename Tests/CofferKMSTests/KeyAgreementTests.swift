// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Deriving shared secrets")
struct KeyAgreementTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    static let curves: [(spec: KeyPairSpec, length: Int)] = [(.p256, 32), (.p384, 48), (.p521, 66)]

    private func makeKey(_ spec: KeyPairSpec, isExternal: Bool = false) async throws -> String {
        try await vault.makeKey(KeyKind(spec: spec.rawValue, usage: "KEY_AGREEMENT", isExternal: isExternal))
    }

    private func deriving(_ key: String, _ publicKey: [UInt8], dryRun: Bool? = nil) -> KMS.DeriveSharedSecretInput {
        .init(keyId: key, keyAgreementAlgorithm: "ECDH", publicKey: publicKey, dryRun: dryRun)
    }

    @Test("two keys derive the same secret, which is the raw x coordinate", arguments: curves)
    func agreement(_ spec: KeyPairSpec, _ length: Int) async throws {
        let one = try await makeKey(spec)
        let two = try await makeKey(spec, isExternal: true)
        let there = try await vault.call(
            KMS.DeriveSharedSecret.self, deriving(one, try await vault.publicKey(two)))
        let back = try await vault.call(
            KMS.DeriveSharedSecret.self, deriving(two, try await vault.publicKey(one)))
        let secret = try #require(there.sharedSecret)
        #expect(secret.count == length)
        #expect(back.sharedSecret?.isEqual(to: secret) == true)
        #expect(there.keyId == vault.arn(one))
        #expect(there.keyAgreementAlgorithm == "ECDH")
        #expect(there.keyOrigin == "AWS_KMS")
        #expect(back.keyOrigin == "EXTERNAL")
        #expect(there.ciphertextForRecipient == nil)
    }

    @Test("somebody with a pair of their own derives the same", arguments: curves)
    func outside(_ spec: KeyPairSpec, _ length: Int) async throws {
        let key = try await makeKey(spec)
        let made = PrivateKey.generate(spec)
        let theirs = try PrivateKey(encoded: made.encoded, spec: spec)
        let ours = try PublicKey(der: await vault.publicKey(key), spec: spec)
        let expected = try #require(theirs.agree(with: ours))
        let derived = try await vault.call(KMS.DeriveSharedSecret.self, deriving(key, made.publicKey))
        #expect(derived.sharedSecret?.isEqual(to: expected) == true)
    }

    @Test("a key's own public key will do")
    func own() async throws {
        let key = try await makeKey(.p256)
        let input = deriving(key, try await vault.publicKey(key))
        #expect(try await vault.call(KMS.DeriveSharedSecret.self, input).sharedSecret?.count == 32)
    }

    @Test("what is no key on the same curve is refused without a reason, in a dry run too")
    func wrongKeys() async throws {
        let key = try await makeKey(.p256)
        let right = PrivateKey.generate(.p256).publicKey
        // The last byte is of the point, which then isn't on the curve.
        var offCurve = right
        offCurve[offCurve.count - 1] ^= 1
        let rawPoint = Array(right.suffix(65))
        let wrong: [[UInt8]] = [
            PrivateKey.generate(.p384).publicKey, PrivateKey.generate(.secp256k1).publicKey,
            PrivateKey.generate(.ed25519).publicKey, SharedPairs.pair(.rsa2048).publicKey, offCurve, rawPoint,
            Array(right.dropLast()), right + [0], [1], [UInt8](repeating: 0, count: 91),
        ]
        for publicKey in wrong {
            for dryRun in [nil, true] as [Bool?] {
                let input = deriving(key, publicKey, dryRun: dryRun)
                let error = try await vault.refusal(KMS.DeriveSharedSecret.self, input)
                #expect(error == AWSError("ValidationException", nil))
            }
        }
        #expect(try await vault.call(KMS.DeriveSharedSecret.self, deriving(key, right)).sharedSecret != nil)
    }

    @Test("a key for another use is refused with what it is for, and a recipient by name")
    func refusals() async throws {
        let publicKey = PrivateKey.generate(.p256).publicKey
        for kind in [KeyKind.symmetric, .signing, .hmac] {
            let key = try await vault.makeKey(kind)
            let error = try await vault.refusal(KMS.DeriveSharedSecret.self, deriving(key, publicKey))
            let message = "\(vault.arn(key)) key usage is \(kind.usage) which is not valid for DeriveSharedSecret."
            #expect(error == AWSError("InvalidKeyUsageException", message))
        }
        let key = try await makeKey(.p256)
        var input = deriving(key, publicKey)
        input.keyAgreementAlgorithm = "X25519"
        #expect(
            try await vault.refusal(KMS.DeriveSharedSecret.self, input)
                == .validation(
                    "1 validation error detected: Value 'X25519' at 'keyAgreementAlgorithm' failed to satisfy "
                        + "constraint: Member must satisfy enum value set: [ECDH]"))
        input = deriving(key, publicKey)
        input.recipient = KMS.RecipientInfo(keyEncryptionAlgorithm: "RSAES_OAEP_SHA_256", attestationDocument: [1])
        #expect(
            try await vault.refusal(KMS.DeriveSharedSecret.self, input).code == "UnsupportedOperationException")
    }
}
