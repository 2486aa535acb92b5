// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// Vectors of NIST's Automated Cryptographic Validation Protocol for ML-KEM.
@Suite struct ACVPTests {
    private func spec(_ group: JSONValue) throws -> KeyPairSpec {
        try #require(["ML-KEM-768": .mlKEM768, "ML-KEM-1024": .mlKEM1024][group.text("parameterSet")])
    }

    @Test("ACVP's seeds give its public keys, and what is encapsulated for those the seeds get back")
    func keyGeneration() throws {
        var count = 0
        for group in try Vectors.groups("nist/acvp_ml_kem_key_gen.json") {
            let spec = try spec(group)
            for test in try group.list("tests") {
                count += 1
                let encoded = try (test.hex("d") + test.hex("z")).withUnsafeBytes { DER.privateKey($0, spec) }
                let made = try PrivateKey.imported(encoded, spec: spec)
                #expect(made.encoded.isEqual(to: encoded))
                #expect(try made.publicKey == DER.publicKey(test.hex("ek"), spec))
                let sent = try #require(PublicKey(der: made.publicKey, spec: spec).encapsulate())
                let secret = try PrivateKey(encoded: encoded, spec: spec).decapsulate(sent.ciphertext)
                #expect(secret?.isEqual(to: sent.secret) == true)
            }
        }
        #expect(count == 20)
    }

    @Test("ACVP's public keys are taken or refused as it says")
    func keyCheck() throws {
        var (count, taken) = (0, 0)
        for group in try Vectors.groups("nist/acvp_ml_kem_key_check.json") {
            let spec = try spec(group)
            for test in try group.list("tests") {
                count += 1
                let encoded = DER.publicKey(try test.hex("ek"), spec)
                if test["testPassed"]?.bool == true {
                    taken += 1
                    #expect(throws: Never.self) { try PublicKey(der: encoded, spec: spec) }
                } else {
                    #expect(throws: KeyFormatError.malformed) { try PublicKey(der: encoded, spec: spec) }
                }
            }
        }
        #expect(count == 20 && taken == 10)
    }
}
