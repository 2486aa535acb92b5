// SPDX-License-Identifier: Apache-2.0
import COpenSSL
import CofferBase
import CofferTesting
import Testing

@testable import CofferCrypto

@Suite struct KeyWrapTests {
    /// What a client does before it sends a key.
    private func wrap(_ secret: [UInt8], key: [UInt8]) throws -> [UInt8] {
        let cipher = CryptoLibrary.shared.aes256WrapPad
        let context = try #require(EVP_CIPHER_CTX_new())
        defer { EVP_CIPHER_CTX_free(context) }
        EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW)
        var (wrapped, count) = ([UInt8](repeating: 0, count: secret.count + 16), Int32(0))
        try #require(EVP_EncryptInit_ex2(context, cipher, key, nil, nil) == 1)
        try #require(EVP_EncryptUpdate(context, &wrapped, &count, secret, Int32(secret.count)) == 1)
        return Array(wrapped[..<Int(count)])
    }

    @Test("Wycheproof's vectors with keys of 256 bits hold, the invalid ones too; other keys open nothing")
    func wycheproof() throws {
        var (count, short) = (0, 0)
        for group in try Vectors.groups("wycheproof/aes_kwp_test.json") {
            let isOurs = try group.int("keySize") == 256
            for test in try group.list("tests") {
                let opened = KeyWrap.unwrap(try test.hex("ct"), key: SharedSecret(copying: try test.hex("key")))?.copy
                let number = try test.int("tcId")
                if isOurs, try test.text("result") == "valid" {
                    #expect(try opened == test.hex("msg"), "test \(number)")
                } else {
                    #expect(opened == nil, "test \(number)")
                }
                if isOurs { count += 1 } else { short += 1 }
            }
        }
        #expect(count == 94 && short == 160)
    }

    @Test("secrets of all lengths are unwrapped")
    func lengths() throws {
        var random = SeededRandom(seed: 6)
        for count in Array(1...200) + [1_217, 2_375, 4_096, 65_520, 65_525, 65_528] {
            let (key, secret) = (random.bytes(32), random.bytes(count))
            #expect(KeyWrap.unwrap(try wrap(secret, key: key), key: SharedSecret(copying: key))?.copy == secret)
        }
    }

    @Test("a change of any bit is refused, and so are any cut, other lengths and another key")
    func refuses() throws {
        var random = SeededRandom(seed: 7)
        // A cut key that is filled up with zeros would be the same one.
        let (bytes, secret) = (random.bytes(24) + [UInt8](repeating: 0, count: 8), random.bytes(45))
        let (key, wrapped) = (SharedSecret(copying: bytes), try wrap(secret, key: bytes))
        #expect(KeyWrap.unwrap(wrapped, key: key)?.copy == secret)
        for bit in 0..<wrapped.count * 8 {
            var changed = wrapped
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(KeyWrap.unwrap(changed, key: key) == nil)
        }
        for count in wrapped.indices { #expect(KeyWrap.unwrap(Array(wrapped[..<count]), key: key) == nil) }
        for count in 1...16 {
            #expect(KeyWrap.unwrap(wrapped + [UInt8](repeating: 0, count: count), key: key) == nil)
        }
        #expect(KeyWrap.unwrap(wrapped, key: .random(count: 32)) == nil)
        for count in [0, 16, 24, 31, 33] {
            #expect(KeyWrap.unwrap(wrapped, key: SharedSecret(copying: Array((bytes + [0])[..<count]))) == nil)
        }
    }

    @Test("what is longer than 64 KiB isn't tried")
    func long() throws {
        let key = [UInt8](repeating: 9, count: 32)
        let wrapped = try wrap([UInt8](repeating: 1, count: 65_529), key: key)
        #expect(wrapped.count == 65_544)
        #expect(KeyWrap.unwrap(wrapped, key: SharedSecret(copying: key)) == nil)
    }
}
