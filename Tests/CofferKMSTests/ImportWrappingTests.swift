// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// What key material looks like on its way in. Source: KMS Developer Guide, "Step 2: Download the wrapping public key and
/// import token".
@Suite("Wrapped key material")
struct ImportWrappingTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    static let keySpecs = [
        "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "RSA_2048", "RSA_3072", "RSA_4096",
        "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519",
    ]
    static let algorithms = [
        "RSAES_PKCS1_V1_5", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1",
        "RSA_AES_KEY_WRAP_SHA_256", "SM2PKE",
    ]
    static let wrappingSpecs = ["RSA_2048", "RSA_3072", "RSA_4096", "SM2"]

    /// The guide's table.
    static func isAllowed(_ key: String, _ algorithm: String, _ wrapping: String) -> Bool {
        guard wrapping != "SM2" else { return false }
        switch algorithm {
        case "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256":
            if ["ECC_NIST_P521", "ECC_NIST_EDWARDS25519"].contains(key) { return wrapping != "RSA_2048" }
            return !key.hasPrefix("RSA")
        case "RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256": return key.hasPrefix("RSA") || key.hasPrefix("ECC")
        default: return false
        }
    }

    @Test("a wrapping that AWS has no use for is refused, and every other one is taken", arguments: keySpecs)
    func combinations(_ spec: String) async throws {
        let key = try await vault.createExternalKey(spec)
        let kind = try #require(KeySpec(spec))
        var allowed = 0
        for algorithm in Self.algorithms {
            for wrapping in Self.wrappingSpecs {
                if Self.isAllowed(spec, algorithm, wrapping) {
                    // Making the RSA keys of all of them would take minutes.
                    #expect(throws: Never.self) { try ImportWrapping(algorithm, wrapping, for: kind) }
                    allowed += 1
                    continue
                }
                let error = try await vault.refusal(
                    KMS.GetParametersForImport.self,
                    .init(keyId: key, wrappingAlgorithm: algorithm, wrappingKeySpec: wrapping))
                #expect(
                    error
                        == .validation(
                            "Wrapping algorithm \(algorithm) and wrapping key spec \(wrapping) cannot be used to import "
                                + "a \(spec) key."))
            }
        }
        #expect(allowed >= 6)
    }

    struct Import: Sendable, CustomTestStringConvertible {
        let spec: String
        let algorithm: String
        let wrapping: KeyPairSpec
        var testDescription: String { "\(spec) by \(algorithm) under \(wrapping.rawValue)" }
    }

    /// Each kind of key by each algorithm that it goes with, and the larger wrapping keys once.
    static let imports: [Import] =
        keySpecs.flatMap { spec in
            algorithms.compactMap { algorithm in
                [KeyPairSpec.rsa2048, .rsa3072].first { isAllowed(spec, algorithm, $0.rawValue) }
                    .map { Import(spec: spec, algorithm: algorithm, wrapping: $0) }
            }
        } + [
            Import(spec: "SYMMETRIC_DEFAULT", algorithm: "RSAES_OAEP_SHA_256", wrapping: .rsa4096),
            Import(spec: "RSA_2048", algorithm: "RSA_AES_KEY_WRAP_SHA_256", wrapping: .rsa3072),
            Import(spec: "ECC_NIST_P256", algorithm: "RSA_AES_KEY_WRAP_SHA_1", wrapping: .rsa4096),
        ]

    @Test("what was imported is what the key then uses", arguments: imports)
    func use(_ example: Import) async throws {
        let key = try await vault.createExternalKey(example.spec)
        let parameters = try await vault.importParameters(key, example.algorithm, example.wrapping)
        #expect(parameters.token.count <= 6144, "clients refuse longer tokens")
        switch try #require(KeySpec(example.spec)) {
        case .symmetric:
            let material = SharedSecret.random(count: 32)
            let output = try await vault.importMaterial(material, key, parameters)
            #expect(output.keyId == vault.arn(key))
            #expect(output.keyMaterialId?.utf8.count == 64)
            let blob = try CiphertextBlob.parse(try await vault.encrypt("geheim", key))
            let opened = try BlobCipher.open(blob, material: material, context: .empty)
            #expect(opened.withText { $0 } == "geheim")
        case .hmac(let algorithm):
            let material = SharedSecret.random(count: algorithm.digest.count)
            let output = try await vault.importMaterial(material, key, parameters)
            #expect(output.keyMaterialId == nil)
            let message = Array("message".utf8)
            let mac = try await vault.call(
                KMS.GenerateMac.self,
                .init(message: SharedSecret(copying: message), keyId: key, macAlgorithm: algorithm.rawValue))
            #expect(mac.mac == message.withUnsafeBytes { algorithm.code(key: material, $0) })
        case .pair(let pair):
            let made = PrivateKey.generate(pair)
            let output = try await vault.importMaterial(made.encoded, key, parameters)
            #expect(output.keyMaterialId == nil)
            try await checkSigning(key, PublicKey(der: made.publicKey, spec: pair), made.publicKey)
        }
    }

    private func checkSigning(_ key: String, _ publicKey: PublicKey, _ der: [UInt8]) async throws {
        let output = try await vault.call(KMS.GetPublicKey.self, .init(keyId: key))
        #expect(output.publicKey.map { $0.withUnsafeBytes { Array($0) } } == der)
        // ED25519_SHA_512, the last of its kind's, takes the message as it is.
        let algorithm = try #require(output.signingAlgorithms?.last.flatMap { SigningAlgorithm(rawValue: $0) })
        let message = Array("message".utf8)
        let signature = try await vault.call(
            KMS.Sign.self,
            .init(keyId: key, message: SharedSecret(copying: message), signingAlgorithm: algorithm.rawValue)
        ).signature
        let made = try #require(signature)
        #expect(message.withUnsafeBytes { publicKey.isValid(made, of: $0, .raw, as: algorithm) })
    }

    @Test("an imported RSA key decrypts what its owner encrypts")
    func decryption() async throws {
        let key = try await vault.createExternalKey("RSA_2048", usage: "ENCRYPT_DECRYPT")
        let parameters = try await vault.importParameters(key, "RSA_AES_KEY_WRAP_SHA_256")
        let made = PrivateKey.generate(.rsa2048)
        try await vault.importMaterial(made.encoded, key, parameters)
        let publicKey = try PublicKey(der: made.publicKey, spec: .rsa2048)
        let text = Array("geheim".utf8)
        let blob = try #require(text.withUnsafeBytes { publicKey.encrypt($0, .oaepSHA256) })
        let output = try await vault.call(
            KMS.Decrypt.self,
            .init(ciphertextBlob: blob, keyId: key, encryptionAlgorithm: "RSAES_OAEP_SHA_256"))
        #expect(output.plaintext?.withText { $0 } == "geheim")
        #expect(output.keyMaterialId == nil)
    }

    @Test("an HMAC key is as long as its digest at least, and 1024 bits at most", arguments: [
        ("HMAC_224", 28), ("HMAC_256", 32), ("HMAC_384", 48), ("HMAC_512", 64),
    ])
    func lengths(_ spec: String, _ least: Int) async throws {
        for count in [least, 128] {
            let key = try await vault.createExternalKey(spec)
            let parameters = try await vault.importParameters(key)
            for wrong in [1, least - 1, 129] {
                let error = try await vault.importRefusal(.random(count: wrong), key, parameters)
                #expect(error == .invalidCiphertext, "\(wrong) bytes")
            }
            #expect(try await vault.metadata(key).keyState == "PendingImport")
            try await vault.importMaterial(.random(count: count), key, parameters)
            #expect(try await vault.metadata(key).keyState == "Enabled")
        }
    }

    @Test("a symmetric key has 32 bytes")
    func symmetricLength() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        for count in [1, 16, 31, 33, 64] {
            let error = try await vault.importRefusal(.random(count: count), key, parameters)
            #expect(error == .invalidCiphertext, "\(count) bytes")
        }
        #expect(try await vault.metadata(key).keyState == "PendingImport")
    }

    @Test("a private key of another kind, damaged, or with another's public key is refused")
    func privateKeys() async throws {
        let key = try await vault.createExternalKey("ECC_NIST_P256")
        let parameters = try await vault.importParameters(key)
        let (one, other) = (PrivateKey.generate(.p256).encoded, PrivateKey.generate(.p256).encoded)
        let bytes = one.withUnsafeBytes { Array($0) }
        // The public point is the last of it.
        let mixed = bytes.dropLast(65) + other.withUnsafeBytes { Array($0.suffix(65)) }
        let wrong = [
            PrivateKey.generate(.secp256k1).encoded, PrivateKey.generate(.ed25519).encoded,
            SharedSecret(copying: Array(bytes.dropLast())), SharedSecret(copying: bytes + [0]),
            SharedSecret(copying: Array(mixed)), .random(count: 32),
        ]
        for material in wrong {
            #expect(try await vault.importRefusal(material, key, parameters) == .invalidCiphertext)
        }
        #expect(try await vault.metadata(key).keyState == "PendingImport")
        try await vault.importMaterial(one, key, parameters)
    }

    @Test("an RSA key of another length is refused")
    func modulus() async throws {
        let key = try await vault.createExternalKey("RSA_2048")
        let parameters = try await vault.importParameters(key, "RSA_AES_KEY_WRAP_SHA_256")
        let longer = PrivateKey.generate(.rsa3072).encoded
        #expect(try await vault.importRefusal(longer, key, parameters) == .invalidCiphertext)
    }

    @Test("material that wasn't encrypted as it was asked for is refused, and why isn't told")
    func wrongWrapping() async throws {
        let key = try await vault.createExternalKey("ECC_NIST_P256")
        let plain = try await vault.importParameters(key)
        let wrapped = try await vault.importParameters(key, "RSA_AES_KEY_WRAP_SHA_256")
        let material = PrivateKey.generate(.p256).encoded
        let otherHash = ImportParameters(
            token: plain.token, algorithm: "RSAES_OAEP_SHA_1", publicKey: plain.publicKey)
        let good = try plain.encrypt(material)
        let inner = try wrapped.encrypt(material)
        var flipped = inner
        flipped[flipped.count - 1] ^= 1
        let attempts: [(ImportParameters, [UInt8])] = [
            (plain, try otherHash.encrypt(material)), (plain, Array(good.dropLast())), (plain, good + [0]),
            (plain, material.withUnsafeBytes { Array($0) }), (plain, UniqueID.bytes(256)), (plain, inner),
            (wrapped, good), (wrapped, Array(inner.prefix(256))), (wrapped, Array(inner.dropLast(8))), (wrapped, flipped),
            (wrapped, UniqueID.bytes(400)),
        ]
        for (index, attempt) in attempts.enumerated() {
            let error = try await vault.importRefusal(material, key, attempt.0) { $0.encryptedKeyMaterial = attempt.1 }
            #expect(error == .invalidCiphertext, "attempt \(index)")
        }
        try await vault.importMaterial(material, key, wrapped)
    }
}
