// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

@Suite struct Ed25519phTests {
    @Test("the example of RFC 8032 holds, and a digest is taken for the message and hashed again")
    func vector() throws {
        let tests = try Vectors.tests("rfc/ed25519ph.json")
        #expect(tests.count == 1)
        for test in tests {
            let (message, signature) = (try test.hex("msg"), try test.hex("sig"))
            let encoded = try test.hex("secretKey").withUnsafeBytes { DER.privateKey($0, .ed25519) }
            let made = try PrivateKey.imported(encoded, spec: .ed25519)
            #expect(try made.publicKey == DER.publicKey(test.hex("publicKey"), .ed25519))
            let privateKey = try PrivateKey(encoded: encoded, spec: .ed25519)
            let publicKey = try PublicKey(der: made.publicKey, spec: .ed25519)
            for form in [MessageForm.raw, .digest] {
                #expect(privateKey.sign(message, form, as: .ed25519ph) == signature)
                #expect(publicKey.isValid(signature, of: message, form, as: .ed25519ph))
            }
            // Neither the one algorithm for the other, nor a digest for its message.
            #expect(privateKey.sign(message, as: .ed25519) != signature)
            #expect(!publicKey.isValid(signature, of: message, as: .ed25519))
            let digest = DigestAlgorithm.sha512.hash(message)
            #expect(!publicKey.isValid(signature, of: digest, .digest, as: .ed25519ph))
            #expect(privateKey.sign(digest, .digest, as: .ed25519ph) != signature)
        }
    }

    @Test("a changed, cut or longer signature is refused, and so is a changed message")
    func refuses() throws {
        let (privateKey, publicKey) = (try TestPair.privateKey(.ed25519), try TestPair.publicKey(.ed25519))
        let message = Array("message".utf8)
        for algorithm in [SigningAlgorithm.ed25519, .ed25519ph] {
            let signature = try #require(privateKey.sign(message, as: algorithm))
            #expect(publicKey.isValid(signature, of: message, as: algorithm))
            for bit in 0..<512 {
                var changed = signature
                changed[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(!publicKey.isValid(changed, of: message, as: algorithm))
            }
            for count in 0..<64 { #expect(!publicKey.isValid(Array(signature[..<count]), of: message, as: algorithm)) }
            #expect(!publicKey.isValid(signature + [0], of: message, as: algorithm))
            #expect(!publicKey.isValid(signature, of: message + [0], as: algorithm))
            #expect(!publicKey.isValid(signature, of: [], as: algorithm))
        }
    }

    @Test("an empty message is signed wherever it is said to lie")
    func empty() throws {
        let nowhere = UnsafeRawBufferPointer(start: nil, count: 0)
        let (privateKey, publicKey) = (try TestPair.privateKey(.ed25519), try TestPair.publicKey(.ed25519))
        for algorithm in [SigningAlgorithm.ed25519, .ed25519ph] {
            let signature = try #require(privateKey.sign(nowhere, .raw, as: algorithm))
            #expect(signature == privateKey.sign([], as: algorithm))
            #expect(publicKey.isValid(signature, of: nowhere, .raw, as: algorithm))
        }
    }
}
