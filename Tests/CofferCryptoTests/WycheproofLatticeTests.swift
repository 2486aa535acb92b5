// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// Project Wycheproof's vectors for ML-DSA and ML-KEM private keys. A private key of ours is always a seed.
@Suite struct WycheproofLatticeTests {
    private func privateKey(_ seed: [UInt8], _ spec: KeyPairSpec) throws -> PrivateKey {
        try PrivateKey(encoded: seed.withUnsafeBytes { DER.privateKey($0, spec) }, spec: spec)
    }

    private func publicKey(_ seed: [UInt8], _ spec: KeyPairSpec) throws -> [UInt8] {
        let encoded = seed.withUnsafeBytes { DER.privateKey($0, spec) }
        return try PrivateKey.imported(encoded, spec: spec).publicKey
    }

    @Test(
        "Wycheproof's ML-DSA seeds give its public keys and encodings, its signatures are theirs, and so are ours",
        arguments: [("mldsa_65", .mlDSA65), ("mldsa_87", .mlDSA87)] as [(String, KeyPairSpec)])
    func signing(_ file: String, _ spec: KeyPairSpec) throws {
        var (tests, encodings, signatures) = (0, 0, 0)
        for group in try Vectors.groups("wycheproof/\(file)_sign_seed_test.json") {
            let seed = try group.hex("privateSeed")
            for test in try group.list("tests") {
                tests += 1
                if test.has(flag: "IncorrectPrivateKeyLength") {
                    #expect(throws: KeyFormatError.malformed) { try privateKey(seed, spec) }
                    continue
                }
                let encoded = DER.publicKey(try group.hex("publicKey"), spec)
                #expect(try publicKey(seed, spec) == encoded)
                let (ours, theirs) = (try privateKey(seed, spec), try PublicKey(der: encoded, spec: spec))
                if let pkcs8 = group["privateKeyPkcs8"]?.string {
                    encodings += 1
                    #expect(seed.withUnsafeBytes { DER.privateKey($0, spec).copy } == Hex.decode(pkcs8))
                }
                // Some sign what they call mu, which we don't.
                guard let message = test["msg"]?.string.flatMap({ Hex.decode($0) }) else { continue }
                let isOurs = try test.text("result") == "valid" && test["ctx"]?.string?.isEmpty ?? true
                #expect(try theirs.isValid(test.hex("sig"), of: message, as: .mlDSA) == isOurs)
                signatures += 1
                let signature = try #require(ours.sign(message, as: .mlDSA))
                #expect(theirs.isValid(signature, of: message, as: .mlDSA))
            }
        }
        #expect(tests == 47 && encodings == 40 && signatures == 41)
    }

    static let kem: [(String, KeyPairSpec)] = [("mlkem_768", .mlKEM768), ("mlkem_1024", .mlKEM1024)]

    @Test("Wycheproof's ML-KEM seeds give its public keys", arguments: kem)
    func keyGeneration(_ file: String, _ spec: KeyPairSpec) throws {
        let tests = try Vectors.groups("wycheproof/\(file)_keygen_seed_test.json").flatMap { try $0.list("tests") }
        #expect(tests.count == 10)
        for test in tests {
            #expect(try publicKey(test.hex("seed"), spec) == DER.publicKey(test.hex("ek"), spec))
        }
    }

    @Test("Wycheproof's ML-KEM ciphertexts give its secrets, forged ones too, and wrong lengths none", arguments: kem)
    func decapsulation(_ file: String, _ spec: KeyPairSpec) throws {
        let tests = try Vectors.groups("wycheproof/\(file)_test.json").flatMap { try $0.list("tests") }
        #expect(tests.count == 39)
        for test in tests {
            let (seed, ciphertext) = (try test.hex("seed"), try test.hex("c"))
            let name = "\(file) \(try test.int("tcId"))"
            guard seed.count == spec.seedCount else {
                #expect(throws: KeyFormatError.malformed, "\(name)") { try privateKey(seed, spec) }
                continue
            }
            let secret = try privateKey(seed, spec).decapsulate(ciphertext)?.copy
            #expect(try secret == (test.text("result") == "valid" ? test.hex("K") : nil), "\(name)")
            if let key = test["ek"]?.string.flatMap({ Hex.decode($0) }) {
                #expect(try publicKey(seed, spec) == DER.publicKey(key, spec), "\(name)")
            }
        }
    }

    @Test("Wycheproof's ML-KEM public keys are taken or refused as it says", arguments: kem)
    func publicKeys(_ file: String, _ spec: KeyPairSpec) throws {
        let tests = try Vectors.groups("wycheproof/\(file)_encaps_test.json").flatMap { try $0.list("tests") }
        #expect(tests.count == 27)
        for test in tests {
            let encoded = DER.publicKey(try test.hex("ek"), spec)
            if try test.text("result") == "valid" {
                #expect(try PublicKey(der: encoded, spec: spec).encapsulate()?.secret.count == 32)
            } else {
                #expect(throws: KeyFormatError.malformed) { try PublicKey(der: encoded, spec: spec) }
            }
        }
    }
}
