// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// Requests that don't fit their key. Sign and Verify judge them alike.
///
/// Source of the messages: responses recorded from AWS (2026-09).
@Suite("What Sign and Verify refuse")
struct SigningRefusalTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let spec: String
        let algorithm: String
        let type: String
        let count: Int
        let error: AWSError

        var testDescription: String { "\(spec) \(algorithm) \(type) \(count)" }

        init(_ spec: String, _ algorithm: String, _ type: String, _ count: Int, _ error: AWSError) {
            self.spec = spec
            self.algorithm = algorithm
            self.type = type
            self.count = count
            self.error = error
        }
    }

    private static func algorithm(_ name: String, _ spec: String) -> AWSError {
        AWSError("InvalidKeyUsageException", "Algorithm \(name) is incompatible with key spec \(spec).")
    }

    private static func type(_ name: String, spec: String) -> AWSError {
        .validation("Message type \(name) is incompatible with key spec \(spec).")
    }

    private static func type(_ name: String, algorithm: String) -> AWSError {
        .validation("Message type \(name) is incompatible with algorithm \(algorithm).")
    }

    private static func digest(_ algorithm: String) -> AWSError {
        .validation("Digest is invalid length for algorithm \(algorithm).")
    }

    private static let edwards = "ECC_NIST_EDWARDS25519"

    static let refusals: [Refusal] = [
        // Another key's algorithm.
        Refusal("ECC_NIST_P256", "ECDSA_SHA_384", "RAW", 5, algorithm("ECDSA_SHA_384", "ECC_NIST_P256")),
        Refusal("ECC_NIST_P256", "RSASSA_PSS_SHA_256", "RAW", 5, algorithm("RSASSA_PSS_SHA_256", "ECC_NIST_P256")),
        Refusal("ECC_SECG_P256K1", "ECDSA_SHA_512", "RAW", 5, algorithm("ECDSA_SHA_512", "ECC_SECG_P256K1")),
        Refusal("RSA_2048", "ECDSA_SHA_256", "RAW", 5, algorithm("ECDSA_SHA_256", "RSA_2048")),
        Refusal(edwards, "RSASSA_PSS_SHA_256", "RAW", 5, algorithm("RSASSA_PSS_SHA_256", edwards)),
        Refusal("ML_DSA_65", "ECDSA_SHA_256", "RAW", 5, algorithm("ECDSA_SHA_256", "ML_DSA_65")),
        Refusal("ECC_NIST_P256", "SM2DSA", "RAW", 5, algorithm("SM2DSA", "ECC_NIST_P256")),
        // Before the algorithm is known to fit, neither the type nor the length is looked at.
        Refusal("ECC_NIST_P256", "ECDSA_SHA_384", "DIGEST", 5, algorithm("ECDSA_SHA_384", "ECC_NIST_P256")),
        Refusal("ECC_NIST_P256", "ML_DSA_SHAKE_256", "EXTERNAL_MU", 5, algorithm("ML_DSA_SHAKE_256", "ECC_NIST_P256")),
        // A message type that the key hasn't.
        Refusal("RSA_2048", "RSASSA_PSS_SHA_256", "EXTERNAL_MU", 64, type("EXTERNAL_MU", spec: "RSA_2048")),
        Refusal("ECC_NIST_P256", "ECDSA_SHA_256", "EXTERNAL_MU", 64, type("EXTERNAL_MU", spec: "ECC_NIST_P256")),
        Refusal(edwards, "ED25519_SHA_512", "EXTERNAL_MU", 64, type("EXTERNAL_MU", spec: edwards)),
        Refusal(edwards, "ED25519_PH_SHA_512", "EXTERNAL_MU", 64, type("EXTERNAL_MU", spec: edwards)),
        Refusal("ML_DSA_65", "ML_DSA_SHAKE_256", "DIGEST", 64, type("DIGEST", spec: "ML_DSA_65")),
        Refusal("ML_DSA_87", "ML_DSA_SHAKE_256", "DIGEST", 5, type("DIGEST", spec: "ML_DSA_87")),
        // A message type that the algorithm hasn't: also where the digest would be too short.
        Refusal(edwards, "ED25519_PH_SHA_512", "RAW", 64, type("RAW", algorithm: "ED25519_PH_SHA_512")),
        Refusal(edwards, "ED25519_SHA_512", "DIGEST", 64, type("DIGEST", algorithm: "ED25519_SHA_512")),
        Refusal(edwards, "ED25519_SHA_512", "DIGEST", 5, type("DIGEST", algorithm: "ED25519_SHA_512")),
        // A digest of another length.
        Refusal("RSA_2048", "RSASSA_PSS_SHA_256", "DIGEST", 31, digest("RSASSA_PSS_SHA_256")),
        Refusal("RSA_2048", "RSASSA_PKCS1_V1_5_SHA_384", "DIGEST", 32, digest("RSASSA_PKCS1_V1_5_SHA_384")),
        Refusal("RSA_2048", "RSASSA_PSS_SHA_512", "DIGEST", 65, digest("RSASSA_PSS_SHA_512")),
        Refusal("ECC_NIST_P256", "ECDSA_SHA_256", "DIGEST", 33, digest("ECDSA_SHA_256")),
        Refusal("ECC_NIST_P384", "ECDSA_SHA_384", "DIGEST", 32, digest("ECDSA_SHA_384")),
        Refusal("ECC_NIST_P521", "ECDSA_SHA_512", "DIGEST", 48, digest("ECDSA_SHA_512")),
        Refusal(edwards, "ED25519_PH_SHA_512", "DIGEST", 32, digest("ED25519_PH_SHA_512")),
        Refusal(
            "ML_DSA_65", "ML_DSA_SHAKE_256", "EXTERNAL_MU", 63,
            .validation("External Mu is invalid length for algorithm ML_DSA_SHAKE_256.")),
    ]

    @Test("a request that doesn't fit the key is refused in AWS's words", arguments: refusals)
    func words(_ refusal: Refusal) async throws {
        let key = try await vault.makeKey(KeyKind(spec: refusal.spec, usage: "SIGN_VERIFY"))
        for error in try await both(key, refusal.algorithm, refusal.type, refusal.count) {
            #expect(error == refusal.error)
        }
    }

    @Test("a key for another use is refused with what it is for")
    func usage() async throws {
        for kind in [KeyKind.symmetric, .hmac, .rsa, .agreement, .encapsulation] {
            let key = try await vault.makeKey(kind)
            let algorithm = kind == .rsa ? "RSASSA_PSS_SHA_256" : "ECDSA_SHA_256"
            let errors = try await both(key, algorithm, "DIGEST", 5)
            for (error, operation) in zip(errors, ["Sign", "Verify"]) {
                let message = "\(vault.arn(key)) key usage is \(kind.usage) which is not valid for \(operation)."
                #expect(error == AWSError("InvalidKeyUsageException", message))
            }
        }
    }

    /// AWS takes it; here nothing can sign a message that was hashed with the public key before.
    @Test("an external mu of the right length is refused by name")
    func externalMu() async throws {
        let key = try await vault.makeKey(KeyKind(spec: "ML_DSA_65", usage: "SIGN_VERIFY"))
        for error in try await both(key, "ML_DSA_SHAKE_256", "EXTERNAL_MU", 64) {
            #expect(error.code == "UnsupportedOperationException")
            #expect(error.message?.contains("EXTERNAL_MU") == true)
        }
    }

    @Test("algorithms and message types that there aren't are refused before the key is looked for")
    func unknown() async throws {
        let type = try await vault.refusal(
            KMS.Sign.self,
            .init(keyId: "none", message: .random(count: 5), signingAlgorithm: "ECDSA_SHA_256", messageType: "HASH"))
        #expect(type.code == "ValidationException")
        #expect(
            type.message?.hasPrefix(
                "1 validation error detected: Value 'HASH' at 'messageType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [") == true)
        let algorithm = try await vault.refusal(
            KMS.Sign.self, .init(keyId: "none", message: .random(count: 5), signingAlgorithm: "MD5"))
        #expect(algorithm.code == "ValidationException")
    }

    private func both(_ key: String, _ algorithm: String, _ type: String, _ count: Int) async throws -> [AWSError] {
        let message = SharedSecret.random(count: count)
        return [
            try await vault.refusal(
                KMS.Sign.self,
                .init(keyId: key, message: message, signingAlgorithm: algorithm, messageType: type)),
            try await vault.refusal(
                KMS.Verify.self,
                .init(
                    keyId: key, message: message, signature: [1, 2, 3], signingAlgorithm: algorithm,
                    messageType: type)),
        ]
    }
}
