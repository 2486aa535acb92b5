// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferCrypto

@Suite struct BlobTests {
    let material = SharedSecret.random(count: 32)
    let keyID = UniqueID.bytes(16)
    let materialID = UniqueID.bytes(32)
    let context: EncryptionContext = ["app": "bot", "stage": "test"]

    private func seal(_ plaintext: [UInt8]) -> [UInt8] {
        BlobCipher.seal(
            SharedSecret(copying: plaintext), material: material, keyID: keyID, materialID: materialID, context: context
        )
    }

    private func open(_ bytes: [UInt8], _ material: SharedSecret? = nil, _ context: EncryptionContext? = nil) throws
        -> [UInt8]
    {
        try BlobCipher.open(.parse(bytes), material: material ?? self.material, context: context ?? self.context).copy
    }

    @Test(
        "a blob opens to what was sealed, and says which key it is under", arguments: [0, 1, 64, 4096, 65_536, 1 << 20])
    func opens(count: Int) throws {
        let plaintext = [UInt8](repeating: 0x5a, count: count)
        let bytes = seal(plaintext)
        let blob = try CiphertextBlob.parse(bytes)
        #expect(bytes.count == count + 133)
        #expect(blob.keyID == keyID && blob.materialID == materialID && blob.plaintextCount == count)
        #expect(Base64.encode(bytes).hasPrefix("CofferCTAQEA"))
        #expect(try open(bytes) == plaintext)
    }

    @Test("a change of any byte gives the one error, and so does any cut")
    func flips() {
        let bytes = seal(Array("a secret".utf8))
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                #expect(throws: BlobError.cannotOpen) { try open(changed) }
            }
            #expect(throws: BlobError.cannotOpen) { try open(Array(bytes[..<index])) }
        }
        #expect(throws: BlobError.cannotOpen) { try open(bytes + [0]) }
    }

    @Test("another material and another context give the same error")
    func wrongMaterialAndContext() throws {
        let bytes = seal([1, 2, 3])
        #expect(throws: BlobError.cannotOpen) { try open(bytes, .random(count: 32)) }
        let others: [EncryptionContext] = [
            .empty, ["app": "bot"], ["app": "bot", "stage": "Test"], ["app": "bot", "Stage": "test"],
            ["app": "bot", "stage": "test", "": ""], ["app": "bots", "tage": "test"],
        ]
        for other in others { #expect(throws: BlobError.cannotOpen) { try open(bytes, nil, other) } }
    }

    @Test("a blob whose commitment is another key's is refused even where its tag fits")
    func commitment() throws {
        // Whoever has the material can make a tag that fits any header. C must be the derived one all the same.
        var header = Array(seal([]).prefix(117))
        header[80] ^= 1
        let keys = SharedSecret(
            KBKDF.derive(key: material, label: "coffer/kms/enc/v1", context: Array(header[9..<73]), count: 64)
        ).copy
        let plaintext: [UInt8] = [1, 2, 3]
        let sealed = plaintext.withUnsafeBytes {
            AEAD.seal(
                $0, key: SharedSecret(copying: Array(keys[..<32])), iv: Array(header[105..<117]),
                aad: header + context.canonicalBytes)
        }
        #expect(throws: BlobError.cannotOpen) { try open(header + sealed) }
        header[73..<105] = keys[32...]
        let genuine = plaintext.withUnsafeBytes {
            AEAD.seal(
                $0, key: SharedSecret(copying: Array(keys[..<32])), iv: Array(header[105..<117]),
                aad: header + context.canonicalBytes)
        }
        #expect(try open(header + genuine) == plaintext)
    }

    @Test("20,000 mutated blobs are refused")
    func fuzz() {
        var random = SeededRandom(seed: 3)
        let blobs = (0..<8).map { seal(Array(repeating: 7, count: $0 * 9)) }
        var opened = 0
        for _ in Fuzz.rounds(20_000) {
            let original = blobs[Int.random(in: 0..<8, using: &random)]
            var bytes = original
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
                case 3: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &random))
                default: bytes = Array(bytes[..<index]) + blobs[Int.random(in: 0..<8, using: &random)].dropFirst(index)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            if blobs.contains(bytes) { continue }
            do throws(BlobError) {
                _ = try BlobCipher.open(CiphertextBlob.parse(bytes), material: material, context: context)
                opened += 1
            } catch { #expect(error == .cannotOpen) }
        }
        #expect(opened == 0)
    }

    @Test("the same plaintext is sealed differently each time")
    func isRandomised() {
        #expect(Set((0..<100).map { _ in Array(seal([1])[57...]) }).count == 100)
    }

    @Test("contexts are told apart by their bytes alone")
    func canonicalContext() {
        #expect(EncryptionContext(["a": "bc"]) != EncryptionContext(["ab": "c"]))
        #expect(EncryptionContext(["a": "\u{e9}"]) != EncryptionContext(["a": "e\u{301}"]))
        let bytes = EncryptionContext(["b": "", "\u{10000}": "1", "\u{ff5e}": "22", "B": "x"]).canonicalBytes
        #expect(
            Hex.encode(bytes) == "000000014200000001" + "78" + "000000016200000000" + "00000003efbd9e00000002" + "3232"
                + "00000004f090808000000001" + "31")
    }
}
