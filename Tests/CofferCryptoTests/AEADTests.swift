// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Crypto
import Foundation
import Testing

@testable import CofferCrypto

@Suite struct AEADTests {
    @Test("Wycheproof's vectors for AES-256-GCM hold, the invalid ones too")
    func wycheproof() throws {
        let tests = try Vectors.tests("wycheproof/aes_gcm_256.json")
        #expect(tests.count == 66)
        for test in tests {
            let key = SharedSecret(copying: try test.hex("key"))
            let (iv, aad) = (try test.hex("iv"), try test.hex("aad"))
            let (message, sealed) = (try test.hex("msg"), try test.hex("ct") + test.hex("tag"))
            let opened = AEAD.open(sealed, key: key, iv: iv, aad: aad)?.copy
            if test["result"]?.string == "valid" {
                #expect(message.withUnsafeBytes { AEAD.seal($0, key: key, iv: iv, aad: aad) } == sealed)
                #expect(opened == message)
            } else {
                let number = try test.int("tcId")
                #expect(opened == nil, "test \(number)")
            }
        }
    }

    @Test("what it seals another library opens")
    func interoperates() throws {
        var random = SeededRandom(seed: 2)
        for count in [0, 1, 15, 16, 17, 1_000, 65_536] {
            let (key, iv, aad, message) = (
                random.bytes(32), random.bytes(12), random.bytes(count % 50), random.bytes(count)
            )
            let sealed = message.withUnsafeBytes { AEAD.seal($0, key: SharedSecret(copying: key), iv: iv, aad: aad) }
            let box = try AES.GCM.SealedBox(combined: iv + sealed)
            #expect(try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: aad) == Data(message))
        }
    }

    @Test("a refused ciphertext leaves nothing in the output")
    func wipesOnFailure() {
        let key = [UInt8](repeating: 1, count: 32)
        let iv = [UInt8](repeating: 2, count: 12)
        let message = [UInt8](repeating: 0x41, count: 100)
        var sealed = message.withUnsafeBytes { AEAD.seal($0, key: SharedSecret(copying: key), iv: iv, aad: []) }
        sealed[115] ^= 1
        var output = [UInt8](repeating: 0xff, count: 100)
        let isOpen = output.withUnsafeMutableBytes { output in
            sealed.withUnsafeBytes { sealed in
                key.withUnsafeBytes { key in
                    iv.withUnsafeBytes { iv in
                        AEAD.open(sealed, key: key, iv: iv, aad: .init(start: nil, count: 0), into: output)
                    }
                }
            }
        }
        #expect(!isOpen && output.allSatisfy { $0 == 0 })
    }

    @Test("fewer bytes than a tag don't open")
    func short() {
        let key = SharedSecret.random(count: 32)
        for count in 0..<16 {
            #expect(
                AEAD.open([UInt8](repeating: 0, count: count), key: key, iv: Array(repeating: 0, count: 12), aad: [])
                    == nil)
        }
    }
}
