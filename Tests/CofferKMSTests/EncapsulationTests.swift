// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Encapsulating shared secrets")
struct EncapsulationTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    static let kinds: [(spec: KeyPairSpec, length: Int)] = [(.mlKEM768, 1088), (.mlKEM1024, 1568)]

    private func makeKey(_ spec: KeyPairSpec) async throws -> String {
        try await vault.makeKey(KeyKind(spec: spec.rawValue, usage: "ENCAPSULATE_DECAPSULATE"))
    }

    private func encapsulate(_ key: String) async throws -> (secret: SharedSecret, blob: [UInt8]) {
        let output = try await vault.call(
            KMS.Encapsulate.self, .init(keyId: key, encapsulationAlgorithm: "ML_KEM"))
        #expect(output.keyId == vault.arn(key))
        #expect(output.encapsulationAlgorithm == "ML_KEM")
        return (try #require(output.sharedSecret), try #require(output.sharedSecretCiphertextBlob))
    }

    private func decapsulating(_ key: String, _ blob: [UInt8]) -> KMS.DecapsulateInput {
        .init(keyId: key, sharedSecretCiphertextBlob: blob, encapsulationAlgorithm: "ML_KEM")
    }

    private func decapsulate(_ key: String, _ blob: [UInt8]) async throws -> SharedSecret {
        let output = try await vault.call(KMS.Decapsulate.self, decapsulating(key, blob))
        #expect(output.keyId == vault.arn(key))
        #expect(output.encapsulationAlgorithm == "ML_KEM")
        return try #require(output.sharedSecret)
    }

    @Test("what was encapsulated comes back, and each time it is another secret", arguments: kinds)
    func roundTrip(_ spec: KeyPairSpec, _ length: Int) async throws {
        let key = try await makeKey(spec)
        let made = try await encapsulate(key)
        #expect(made.secret.count == 32)
        #expect(made.blob.count == length)
        #expect(try await decapsulate(key, made.blob).isEqual(to: made.secret))
        #expect(try await !encapsulate(key).secret.isEqual(to: made.secret))
    }

    @Test("somebody with the public key encapsulates for it elsewhere", arguments: kinds)
    func outside(_ spec: KeyPairSpec, _ length: Int) async throws {
        let key = try await makeKey(spec)
        let publicKey = try PublicKey(der: await vault.publicKey(key), spec: spec)
        let made = try #require(publicKey.encapsulate())
        #expect(try await decapsulate(key, made.ciphertext).isEqual(to: made.secret))
    }

    @Test("an altered ciphertext and another key's give another secret, always the same one", arguments: kinds)
    func implicitRejection(_ spec: KeyPairSpec, _ length: Int) async throws {
        let key = try await makeKey(spec)
        let made = try await encapsulate(key)
        for place in [0, length / 2, length - 1] {
            var altered = made.blob
            altered[place] ^= 1
            let secret = try await decapsulate(key, altered)
            #expect(secret.count == 32)
            #expect(!secret.isEqual(to: made.secret))
            #expect(try await decapsulate(key, altered).isEqual(to: secret))
        }
        let other = try await makeKey(spec)
        #expect(try await !decapsulate(other, made.blob).isEqual(to: made.secret))
    }

    @Test("a ciphertext of another length is none", arguments: kinds)
    func wrongLength(_ spec: KeyPairSpec, _ length: Int) async throws {
        let key = try await makeKey(spec)
        let blob = try await encapsulate(key).blob
        let otherLength = spec == .mlKEM768 ? 1568 : 1088
        let wrong = [Array(blob.dropLast()), blob + [0], [1], [UInt8](repeating: 0, count: otherLength)]
        for bytes in wrong {
            let error = try await vault.refusal(KMS.Decapsulate.self, decapsulating(key, bytes))
            #expect(error == AWSError("InvalidCiphertextException", nil))
        }
    }

    @Test("a key for another use is refused with what it is for")
    func usage() async throws {
        for kind in [KeyKind.symmetric, .signing, .agreement] {
            let key = try await vault.makeKey(kind)
            let errors = [
                try await vault.refusal(KMS.Encapsulate.self, .init(keyId: key, encapsulationAlgorithm: "ML_KEM")),
                try await vault.refusal(KMS.Decapsulate.self, decapsulating(key, [1, 2, 3])),
            ]
            for (error, operation) in zip(errors, ["Encapsulate", "Decapsulate"]) {
                let message = "\(vault.arn(key)) key usage is \(kind.usage) which is not valid for \(operation)."
                #expect(error == AWSError("InvalidKeyUsageException", message))
            }
        }
        let key = try await makeKey(.mlKEM768)
        let error = try await vault.refusal(KMS.Encapsulate.self, .init(keyId: key, encapsulationAlgorithm: "RSA_KEM"))
        #expect(error.code == "ValidationException")
        let signing = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "geheim")))
        let message = "\(vault.arn(key)) key usage is ENCAPSULATE_DECAPSULATE which is not valid for Encrypt."
        #expect(signing == AWSError("InvalidKeyUsageException", message))
    }
}
