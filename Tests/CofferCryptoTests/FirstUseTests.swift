// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// libcrypto must be told how to treat memory before it takes any, so whatever is called first has to see to it: each
/// of these comes first in a process of its own.
@Suite struct FirstUseTests {
    @Test("a key pair may be made first")
    func generate() async {
        await #expect(processExitsWith: .success) {
            for spec in [KeyPairSpec.p256, .ed25519, .mlKEM768] { _ = PrivateKey.generate(spec) }
            _ = HMACAlgorithm.sha256.code(key: .random(count: 32), [])
        }
    }

    @Test("a private key may be read first")
    func privateKey() async {
        await #expect(processExitsWith: .success) {
            let encoded = try privateKeyInfo(scalar: [1], .p256)
            _ = try PrivateKey(encoded: encoded, spec: .p256)
            _ = PrivateKey.generate(.sm2)
        }
    }

    @Test("a public key may be read first")
    func publicKey() async {
        await #expect(processExitsWith: .success) {
            for test in try Vectors.tests("keys/keys.json") where test["error"] == nil {
                let spec = try #require(KeyPairSpec(rawValue: test.text("spec")))
                _ = try PublicKey(der: test.hex("publicKey"), spec: spec)
            }
            _ = PrivateKey.generate(.p256)
        }
    }

    @Test("a key may be unwrapped first")
    func unwrap() async {
        await #expect(processExitsWith: .success) {
            #expect(KeyWrap.unwrap([UInt8](repeating: 0, count: 24), key: .random(count: 32)) == nil)
        }
    }

    @Test("something may be sealed first")
    func seal() async {
        await #expect(processExitsWith: .success) {
            let iv = [UInt8](repeating: 0, count: 12)
            #expect(AEAD.open([UInt8](repeating: 0, count: 20), key: .random(count: 32), iv: iv, aad: []) == nil)
        }
    }

    @Test("a digest or a code may be made first")
    func digest() async {
        await #expect(processExitsWith: .success) { _ = DigestAlgorithm.sha256.hash([]) }
        await #expect(processExitsWith: .success) { _ = HMACAlgorithm.sha256.code(key: .random(count: 32), []) }
    }
}
