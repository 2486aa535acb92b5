// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// The examples of GB/T 32918.5-2017 for the curve that it recommends.
@Suite struct SM2Tests {
    private func hex(_ text: String) throws -> [UInt8] { try #require(Hex.decode(text)) }

    private func integer(_ text: String) throws -> [UInt8] {
        let digits = try hex(text)
        return der(0x02, (digits.first ?? 0) >= 0x80 ? [0] + digits : digits)
    }

    private func pair() throws -> (privateKey: PrivateKey, publicKey: PublicKey) {
        let scalar = try hex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")
        let made = try PrivateKey.imported(privateKeyInfo(scalar: scalar, .sm2), spec: .sm2)
        let point = try hex(
            "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13")
        #expect(made.publicKey.suffix(65) == point[...])
        return (
            try PrivateKey(encoded: made.encoded, spec: .sm2), try PublicKey(der: made.publicKey, spec: .sm2)
        )
    }

    @Test("the standard's signature of a message under the default identity is valid, and no longer once it is changed")
    func signature() throws {
        let key = try pair().publicKey
        let signature = der(
            0x30, try integer("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"),
            try integer("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"))
        let message = Array("message digest".utf8)
        #expect(key.isValid(signature, of: message, as: .sm2DSA))
        // A digest is taken as it comes, without the identity.
        #expect(!key.isValid(signature, of: DigestAlgorithm.sm3.hash(message), .digest, as: .sm2DSA))
        for bit in 0..<signature.count * 8 {
            var changed = signature
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!key.isValid(changed, of: message, as: .sm2DSA))
        }
        for count in signature.indices { #expect(!key.isValid(Array(signature[..<count]), of: message, as: .sm2DSA)) }
        #expect(!key.isValid(signature + [0], of: message, as: .sm2DSA))
    }

    @Test("the standard's ciphertext opens, and no longer once it is changed")
    func ciphertext() throws {
        let key = try pair().privateKey
        let ciphertext = der(
            0x30, try integer("04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"),
            try integer("e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"),
            der(0x04, try hex("59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766")),
            der(0x04, try hex("21886ca989ca9c7d58087307ca93092d651efa")))
        #expect(key.decrypt(ciphertext, .sm2)?.copy == Array("encryption standard".utf8))
        for bit in 0..<ciphertext.count * 8 {
            var changed = ciphertext
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(key.decrypt(changed, .sm2) == nil)
        }
        for count in ciphertext.indices { #expect(key.decrypt(Array(ciphertext[..<count]), .sm2) == nil) }
        #expect(key.decrypt(ciphertext + [0], .sm2) == nil)
    }
}
