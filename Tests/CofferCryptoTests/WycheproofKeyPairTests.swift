// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// A file of Project Wycheproof's for signatures.
struct SignatureVectors: CustomTestStringConvertible, Sendable {
    let file: String
    let spec: KeyPairSpec
    let algorithm: SigningAlgorithm
    let count: Int

    init(_ file: String, _ spec: KeyPairSpec, _ algorithm: SigningAlgorithm, _ count: Int) {
        (self.file, self.spec, self.algorithm, self.count) = (file, spec, algorithm, count)
    }

    var testDescription: String { file }

    static let all: [SignatureVectors] = [
        .init("ecdsa_secp256r1_sha256", .p256, .ecdsaSHA256, 484),
        .init("ecdsa_secp384r1_sha384", .p384, .ecdsaSHA384, 504),
        .init("ecdsa_secp521r1_sha512", .p521, .ecdsaSHA512, 542),
        .init("ecdsa_secp256k1_sha256", .secp256k1, .ecdsaSHA256, 476),
        .init("ed25519", .ed25519, .ed25519, 210),
        .init("mldsa_65_verify", .mlDSA65, .mlDSA, 72),
        .init("mldsa_87_verify", .mlDSA87, .mlDSA, 74),
        .init("rsa_signature_2048_sha256", .rsa2048, .pkcs1SHA256, 259),
        .init("rsa_signature_2048_sha384", .rsa2048, .pkcs1SHA384, 258),
        .init("rsa_signature_2048_sha512", .rsa2048, .pkcs1SHA512, 259),
        .init("rsa_signature_3072_sha256", .rsa3072, .pkcs1SHA256, 259),
        .init("rsa_signature_3072_sha384", .rsa3072, .pkcs1SHA384, 259),
        .init("rsa_signature_3072_sha512", .rsa3072, .pkcs1SHA512, 260),
        .init("rsa_signature_4096_sha256", .rsa4096, .pkcs1SHA256, 258),
        .init("rsa_signature_4096_sha384", .rsa4096, .pkcs1SHA384, 259),
        .init("rsa_signature_4096_sha512", .rsa4096, .pkcs1SHA512, 259),
        .init("rsa_pss_2048_sha256_mgf1_32", .rsa2048, .pssSHA256, 108),
        .init("rsa_pss_2048_sha384_mgf1_48", .rsa2048, .pssSHA384, 141),
        .init("rsa_pss_3072_sha256_mgf1_32", .rsa3072, .pssSHA256, 108),
        .init("rsa_pss_4096_sha256_mgf1_32", .rsa4096, .pssSHA256, 108),
        .init("rsa_pss_4096_sha384_mgf1_48", .rsa4096, .pssSHA384, 141),
        .init("rsa_pss_4096_sha512_mgf1_64", .rsa4096, .pssSHA512, 179),
    ]
}

@Suite struct WycheproofKeyPairTests {
    /// Nil where either answer will do.
    private func isValid(_ test: JSONValue) throws -> Bool? {
        // Our ML-DSA signatures are under an empty context.
        if let context = test["ctx"]?.string, !context.isEmpty { return false }
        switch try test.text("result") {
        case "valid": return true
        case "invalid": return false
        default:
            // With a public key that has a part of small order RFC 8032 leaves room for both. Two others are refused:
            // one of small order alone, under which anybody can sign, and an RSA signature over a hash function's name
            // without its NULL, as RFC 8017 §8.2.2 compares with the encoding that has it.
            return test.has(flag: "MixedOrderPublicKey") ? nil : false
        }
    }

    private func check(
        _ test: JSONValue, _ key: PublicKey, _ algorithm: SigningAlgorithm, _ file: String
    ) throws {
        let (message, signature) = (try test.hex("msg"), try test.hex("sig"))
        let answer = key.isValid(signature, of: message, as: algorithm)
        let name = "\(file) \(try test.int("tcId"))"
        if let expected = try isValid(test) { #expect(answer == expected, "\(name)") }
        guard let digest = algorithm.digest?.hash(message) else { return }
        #expect(key.isValid(signature, of: digest, .digest, as: algorithm) == answer, "\(name)")
    }

    @Test(
        "Wycheproof's signatures are valid or not as it says, over a message and over its digest",
        arguments: SignatureVectors.all)
    func signatures(_ vectors: SignatureVectors) throws {
        var count = 0
        for group in try Vectors.groups("wycheproof/\(vectors.file)_test.json") {
            let (encoded, tests) = (try group.hex("publicKeyDer"), try group.list("tests"))
            count += tests.count
            // A key that can't be read has no valid signatures.
            guard tests.contains(where: { !$0.has(flag: "IncorrectPublicKeyLength") }) else {
                #expect(throws: KeyFormatError.malformed) { try PublicKey(der: encoded, spec: vectors.spec) }
                continue
            }
            let key = try PublicKey(der: encoded, spec: vectors.spec)
            for test in tests { try check(test, key, vectors.algorithm, vectors.file) }
        }
        #expect(count == vectors.count)
    }

    @Test("Wycheproof's PSS signatures under other keys are valid with their own hash function alone")
    func otherPSS() throws {
        let groups = try Vectors.groups("wycheproof/rsa_pss_misc_test.json")
        let algorithms: [String: SigningAlgorithm] = [
            "SHA-256": .pssSHA256, "SHA-384": .pssSHA384, "SHA-512": .pssSHA512,
        ]
        var seen: Set<SigningAlgorithm> = []
        for group in groups {
            let key = try PublicKey(der: group.hex("publicKeyDer"), spec: .rsa2048)
            let own = try #require(algorithms[group.text("sha")])
            seen.insert(own)
            for test in try group.list("tests") {
                for algorithm in algorithms.values {
                    let isValid = try key.isValid(test.hex("sig"), of: test.hex("msg"), as: algorithm)
                    #expect(isValid == (algorithm == own))
                }
            }
        }
        #expect(seen.count == 3)
    }

    @Test(
        "Wycheproof's OAEP ciphertexts open or don't as it says; a label is none of ours",
        arguments: [
            ("rsa_oaep_2048_sha1_mgf1sha1", .rsa2048, .oaepSHA1, 36),
            ("rsa_oaep_2048_sha256_mgf1sha256", .rsa2048, .oaepSHA256, 37),
            ("rsa_oaep_3072_sha256_mgf1sha256", .rsa3072, .oaepSHA256, 37),
            ("rsa_oaep_4096_sha256_mgf1sha256", .rsa4096, .oaepSHA256, 37),
        ] as [(String, KeyPairSpec, KeyPairEncryption, Int)])
    func decryption(_ file: String, _ spec: KeyPairSpec, _ encryption: KeyPairEncryption, _ count: Int) throws {
        var seen = 0
        for group in try Vectors.groups("wycheproof/\(file)_test.json") {
            let encoded = SharedSecret(copying: try group.hex("privateKeyPkcs8"))
            #expect(try PrivateKey.imported(encoded, spec: spec).encoded.isEqual(to: encoded))
            let key = try PrivateKey(encoded: encoded, spec: spec)
            for test in try group.list("tests") {
                seen += 1
                let opens = try test.text("result") == "valid" && test.text("label").isEmpty
                let (plaintext, number) = (key.decrypt(try test.hex("ct"), encryption)?.copy, try test.int("tcId"))
                #expect(try plaintext == (opens ? test.hex("msg") : nil), "\(file) \(number)")
            }
        }
        #expect(seen == count)
    }

    @Test(
        "Wycheproof's keys agree on the secrets that it says, and its invalid ones are refused",
        arguments: [("ecdh_secp256r1", .p256, 612), ("ecdh_secp384r1", .p384, 1047), ("ecdh_secp521r1", .p521, 916)]
            as [(String, KeyPairSpec, Int)])
    func agreement(_ file: String, _ spec: KeyPairSpec, _ count: Int) throws {
        var seen = 0
        for test in try Vectors.groups("wycheproof/\(file)_test.json").flatMap({ try $0.list("tests") }) {
            seen += 1
            let name = "\(file) \(try test.int("tcId"))"
            let encoded = try test.hex("public")
            // What is acceptable is BER, or spells the curve's parameters out: refused. A compressed point is taken.
            guard try test.text("result") == "valid" || test.has(flag: "CompressedPublic") else {
                #expect(throws: KeyFormatError.self, "\(name)") { try PublicKey(der: encoded, spec: spec) }
                continue
            }
            let key = try PrivateKey(encoded: privateKeyInfo(scalar: test.hex("private"), spec), spec: spec)
            let secret = key.agree(with: try PublicKey(der: encoded, spec: spec))?.copy
            #expect(try secret == test.hex("shared"), "\(name)")
        }
        #expect(seen == count)
    }
}
