// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

@Suite("Message authentication codes")
struct MacTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let message = SharedSecret(utf8: "geheim")
    private static let invalid = AWSError("KMSInvalidMacException", nil)

    /// Of `geheim` under a key of sevens that is as long as the digest: worked out with Python's hmac module.
    static let known: [(bits: Int, mac: String)] = [
        (224, "52ac0e9735bb3800383978df64420b7c034888c0318043096009fcc7"),
        (256, "ee87052f8210b80cc0ae9fd8eceb6ba9196dc1f7d639a5abe6b594b4530d02ab"),
        (
            384,
            "0efd5a73d8d95089881fd862769711ef8eabf35992c05dd42481f6f5a5564a1d7688c8d2a97d40b69aecaa6a21eec18c"
        ),
        (
            512,
            "688e5b3d314b71cb3eface0c72961bb4b1caee09101e52f3c9122c8158c54ee1"
                + "9cafd1a852c0f40ad6ac5e8aedba695b4ac2c4432d1cf880ffaaedd35624011e"
        ),
    ]

    @Test("a code is HMAC's, and holds for its message, its key and its whole length only", arguments: known)
    func codes(_ bits: Int, _ expected: String) async throws {
        let algorithm = "HMAC_SHA_\(bits)"
        let kind = KeyKind(spec: "HMAC_\(bits)", usage: "GENERATE_VERIFY_MAC", isExternal: true)
        let key = try await vault.makeKey(kind)
        let made = try await vault.call(
            KMS.GenerateMac.self, .init(message: Self.message, keyId: key, macAlgorithm: algorithm))
        let mac = try #require(made.mac)
        #expect(Hex.encode(mac) == expected)
        #expect(made.macAlgorithm == algorithm)
        #expect(made.keyId == vault.arn(key))
        func verifying(_ mac: [UInt8], _ text: SharedSecret? = nil, keyID: String? = nil) -> KMS.VerifyMacInput {
            .init(message: text ?? Self.message, keyId: keyID ?? key, macAlgorithm: algorithm, mac: mac)
        }
        let verified = try await vault.call(KMS.VerifyMac.self, verifying(mac))
        #expect(verified.macValid == true)
        #expect(verified.macAlgorithm == algorithm)
        #expect(verified.keyId == vault.arn(key))

        var altered = mac
        altered[0] ^= 1
        for bytes in [altered, Array(mac.dropLast()), Array(mac.dropFirst()), mac + [0], [1]] {
            #expect(try await vault.refusal(KMS.VerifyMac.self, verifying(bytes)) == Self.invalid)
        }
        let otherText = verifying(mac, SharedSecret(utf8: "Geheim"))
        #expect(try await vault.refusal(KMS.VerifyMac.self, otherText) == Self.invalid)
        let otherKey = try await vault.makeKey(KeyKind(spec: kind.spec, usage: kind.usage))
        #expect(try await vault.refusal(KMS.VerifyMac.self, verifying(mac, keyID: otherKey)) == Self.invalid)
    }

    @Test("an algorithm of another key and a key for another use are refused in AWS's words")
    func refusals() async throws {
        func both(_ key: String, _ algorithm: String) async throws -> [AWSError] {
            [
                try await vault.refusal(
                    KMS.GenerateMac.self, .init(message: Self.message, keyId: key, macAlgorithm: algorithm)),
                try await vault.refusal(
                    KMS.VerifyMac.self,
                    .init(message: Self.message, keyId: key, macAlgorithm: algorithm, mac: [1, 2, 3])),
            ]
        }
        let hmac = try await vault.makeKey(KeyKind(spec: "HMAC_224", usage: "GENERATE_VERIFY_MAC"))
        for error in try await both(hmac, "HMAC_SHA_256") {
            let message = "Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_224."
            #expect(error == AWSError("InvalidKeyUsageException", message))
        }
        for kind in [KeyKind.symmetric, .signing, .encapsulation] {
            let key = try await vault.makeKey(kind)
            for (error, operation) in zip(try await both(key, "HMAC_SHA_256"), ["GenerateMac", "VerifyMac"]) {
                let message = "\(vault.arn(key)) key usage is \(kind.usage) which is not valid for \(operation)."
                #expect(error == AWSError("InvalidKeyUsageException", message))
            }
        }
        let other = try await vault.refusal(
            KMS.GenerateMac.self, .init(message: Self.message, keyId: hmac, macAlgorithm: "HMAC_MD5"))
        #expect(other.code == "ValidationException")
    }

    @Test("messages are 1 to 4096 bytes long")
    func lengths() async throws {
        let key = try await vault.makeKey(.hmac)
        func input(_ count: Int) -> KMS.GenerateMacInput {
            .init(message: .random(count: count), keyId: key, macAlgorithm: "HMAC_SHA_256")
        }
        #expect(try await vault.call(KMS.GenerateMac.self, input(4096)).mac?.count == 32)
        let start = "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have "
        #expect(
            try await vault.refusal(KMS.GenerateMac.self, input(0))
                == .validation(start + "length greater than or equal to 1"))
        #expect(
            try await vault.refusal(KMS.GenerateMac.self, input(4097))
                == .validation(start + "length less than or equal to 4096"))
    }
}
