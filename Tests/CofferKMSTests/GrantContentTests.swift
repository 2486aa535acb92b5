// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

@Suite("What a grant may hold")
struct GrantContentTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    struct Kind: Sendable, CustomTestStringConvertible {
        let spec: String
        let usage: String
        let operations: [String]
        var words = "a symmetric"
        var testDescription: String { "\(spec) \(usage)" }
    }

    private static let encryption = ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo"]
    /// By the guide's table of key types.
    static let kinds = [
        Kind(
            spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT",
            operations: encryption + [
                "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair",
                "GenerateDataKeyPairWithoutPlaintext",
            ]),
        Kind(spec: "HMAC_256", usage: "GENERATE_VERIFY_MAC", operations: ["GenerateMac", "VerifyMac"]),
        Kind(
            spec: "RSA_2048", usage: "ENCRYPT_DECRYPT", operations: ["GetPublicKey"] + encryption,
            words: "an asymmetric"),
        Kind(
            spec: "ECC_NIST_P256", usage: "SIGN_VERIFY", operations: ["GetPublicKey", "Sign", "Verify"],
            words: "an asymmetric"),
        Kind(
            spec: "ECC_NIST_P256", usage: "KEY_AGREEMENT", operations: ["GetPublicKey", "DeriveSharedSecret"],
            words: "an asymmetric"),
    ]
    static let all =
        ["CreateGrant", "RetireGrant", "DescribeKey", "GetPublicKey", "Sign", "Verify", "GenerateMac", "VerifyMac"]
        + kinds[0].operations + ["DeriveSharedSecret", "Encapsulate", "Decapsulate"]

    @Test("the operations of its key and no others", arguments: kinds)
    func operations(kind: Kind) async throws {
        let key = try await vault.createKey(.init(keyUsage: kind.usage, keySpec: kind.spec))
        let valid = ["CreateGrant", "RetireGrant", "DescribeKey"] + kind.operations
        try await vault.grant(key, to: vault.rootARN(), valid)
        for operation in valid { try await vault.grant(key, to: vault.rootARN(), [operation]) }
        for operation in Self.all where !valid.contains(operation) {
            let error = try await vault.refusal(
                KMS.CreateGrant.self,
                .init(keyId: key, operations: ["DescribeKey", operation], granteePrincipal: vault.rootARN()))
            #expect(error.code == "ValidationException")
            let start =
                "Operations [\(operation)] are not supported when creating a grant for \(kind.words) KMS key with key "
                + "usage \(kind.usage). Valid operations are [CreateGrant, RetireGrant, DescribeKey, "
            #expect(error.message?.hasPrefix(start) == true, "\(error)")
            for name in valid { #expect(error.message?.contains(name) == true) }
        }
    }

    @Test("AWS's message for an HMAC key, word for word")
    func message() async throws {
        let key = try await vault.createKey(.init(keyUsage: "GENERATE_VERIFY_MAC", keySpec: "HMAC_512"))
        let error = try await vault.refusal(
            KMS.CreateGrant.self, .init(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.rootARN()))
        #expect(
            error
                == AWSError(
                    "ValidationException",
                    "Operations [Encrypt] are not supported when creating a grant for a symmetric KMS key with key "
                        + "usage GENERATE_VERIFY_MAC. Valid operations are [CreateGrant, RetireGrant, DescribeKey, "
                        + "GenerateMac, VerifyMac]"))
    }

    private func refusal(_ key: String, _ constraints: KMS.GrantConstraints) async throws -> AWSError {
        try await vault.refusal(
            KMS.CreateGrant.self,
            .init(keyId: key, operations: ["DescribeKey"], granteePrincipal: vault.rootARN(), constraints: constraints))
    }

    private static func both(_ context: [String: String]) -> [KMS.GrantConstraints] {
        [.init(encryptionContextSubset: context), .init(encryptionContextEquals: context)]
    }

    @Test("one constraint of the context, of eight pairs at the most, with values of 384 characters at the most")
    func limits() async throws {
        let key = try await vault.createKey()
        let one = ["a": "b"]
        #expect(
            try await refusal(key, .init(encryptionContextSubset: one, encryptionContextEquals: one))
                == AWSError("ValidationException", "More than one constraint supplied"))
        let pairs = Dictionary(uniqueKeysWithValues: (0..<9).map { ("name\($0)", "v") })
        let eight = pairs.filter { $0.key != "name8" }
        // Characters are code points here: one accent may hide many.
        let longest = String(repeating: "\u{e9}", count: 384)
        let hidden = "e" + String(repeating: "\u{301}", count: 384)
        for constraints in Self.both(eight) + Self.both(["a": longest]) {
            try await vault.grant(key, to: vault.rootARN(), ["Encrypt"], constraints)
        }
        for constraints in Self.both(pairs) + Self.both(["a": longest + "x"]) + Self.both(["a": hidden]) {
            #expect(try await refusal(key, constraints).code == "ValidationException")
        }
    }

    @Test("a context only where there is one: with symmetric keys that encrypt", arguments: kinds.dropFirst())
    func contextFree(kind: Kind) async throws {
        let key = try await vault.createKey(.init(keyUsage: kind.usage, keySpec: kind.spec))
        for constraints in Self.both(["a": "b"]) {
            #expect(
                try await refusal(key, constraints)
                    == AWSError(
                        "ValidationException",
                        "EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.")
            )
        }
        // A source may be asked for with every key.
        try await vault.grant(
            key, to: vault.rootARN(), ["DescribeKey"], .init(sourceArn: "arn:aws:s3:eu-central-1:111122223333:bucket"))
    }

    @Test("what the model forbids is refused by it")
    func model() async throws {
        let key = try await vault.createKey()
        let root = vault.rootARN()
        let many = [String](repeating: "QUJD", count: 11)
        for input: KMS.CreateGrantInput in [
            .init(keyId: key, operations: ["Encrypt"], granteePrincipal: root, name: "a b"),
            .init(keyId: key, operations: ["Encrypt"], granteePrincipal: "user ann"),
            .init(keyId: key, operations: ["Encrypt"], granteePrincipal: root, grantTokens: many),
            .init(
                keyId: key, operations: ["Encrypt"], granteePrincipal: root, constraints: .init(sourceArn: "arn:aws:s3")
            ),
        ] {
            #expect(try await vault.refusal(KMS.CreateGrant.self, input).code == "ValidationException")
        }
    }
}
