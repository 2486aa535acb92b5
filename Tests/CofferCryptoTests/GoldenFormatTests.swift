// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

/// INVARIANT 10: old formats open for ever. These bytes were made by another implementation of the same description (in
/// Python, on OpenSSL). They must never be changed; a new version adds its own.
@Suite struct GoldenFormatTests {
    let root: RootKey
    let sealID = "00112233-4455-4677-8899-aabbccddeeff"

    init() throws { root = try #require(RootKey(SharedSecret(copying: Array(0..<32)))) }

    @Test("the ciphertext blob of version 1 opens")
    func blob() throws {
        let hex = """
            0a87df7ab093010100404142434445464748494a4b4c4d4e4f808182838485868788898a8b8c8d8e8f909192939495969798\
            999a9b9c9d9e9fc0c1c2c3c4c5c6c7c8c9cacbcccdcecf6a0b1f5894467a2aa5b8fab6835b13022263448f63e1cd4de49f42\
            000263d13bd0d1d2d3d4d5d6d7d8d9dadbba7271a09747294958573aa5266c4f2ef4ab70acd0c90d62da77b16b05de2d918d\
            f6ce093695a282ecb2
            """
        let bytes = try #require(Hex.decode(hex))
        let material = SharedSecret(copying: Array(0..<32))
        let context: EncryptionContext = [
            "SecretARN": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai/bot-a1B2c3",
            "Zo\u{eb}": "\u{fc}n\u{ef}", "a": "",
        ]
        let blob = try CiphertextBlob.parse(bytes)
        let plaintext = Array("an old blob opens for ever".utf8)
        #expect(try BlobCipher.open(blob, material: material, context: context).copy == plaintext)
        let sealed = plaintext.withUnsafeBytes {
            BlobCipher.seal(
                $0, material: material, keyID: Array(0x40..<0x50), materialID: Array(0x80..<0xa0), context: context,
                random: Array(0xc0..<0xdc))
        }
        #expect(sealed == bytes)
    }

    @Test("epoch keys, wraps and tokens of version 1 open")
    func keyring() throws {
        let epoch = """
            0100000001000102030405060708090a0b0c0d0e0f101112131415161718191a1bc7f82f912b7c60f72a26caba6e3524dc8b\
            9b2a38023cbb4d2d57dd817adb1717b0422d90144ec06d2058a445a7489ecf
            """
        let wrapped = """
            0100000001000102030405060708090a0b0c0d0e0f101112131415161718191a1b60da6fb20c7bcfde75e010dd709e1912ed\
            548bdb4f9cd06231a77d57afe0d385c6
            """
        let keyring = try Keyring(root: root, epochs: [EpochKey(id: 1, wrapped: #require(Hex.decode(epoch)))])
        let binding = WrapBinding(table: "keys", rowID: "row-1", version: 7)
        let secret = try keyring.unwrap(WrappedKey(bytes: #require(Hex.decode(wrapped))), binding: binding)
        #expect(secret.copy == Array("material of a key".utf8))
        let token = "AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhsYSDouTYOBCqsVb0WnPZckqQmrvXYKog=="
        let payload = SealedToken.open(token, purpose: .sessionTokens, aad: Array("aad".utf8), keyring: keyring)
        #expect(payload == Array("payload".utf8))
    }

    @Test("derived credentials, fingerprints and the checkpoint key stay what they were")
    func derived() {
        let keyring = Keyring(root: root)
        let owner = AccessKeySecret.owner(keyring, generation: 1)
        #expect(owner.id == "AKIAYZBAWS7PEU2A4UPM")
        #expect(owner.secret.withText { $0 } == "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")
        #expect(Fingerprint.text(of: SharedSecret(utf8: "sk-test"), keyring: keyring) == "fp_7wvzj4usmnxiufmu2564")
        let signer = CheckpointSigner(keyring)
        #expect(Hex.encode(signer.publicKey) == "ba85193ff5ff567a455172727e90b4c82d2d2f799ce2b75e1a93c7461f117508")
        #expect(
            Hex.encode(signer.sign(Array("checkpoint".utf8)))
                == "3c61947aa55cb154c580499196597fc6e719e674fa2434b5a2e878ea993e6fdb"
                + "13debb014a5dcb131b923e013c3baa37a258dc168513090a368e71e6949a3709")
    }

    @Test("seals of format 1 open")
    func seals() throws {
        let passphrase = """
            {"format":1,"id":"\(sealID)","kind":"passphrase","vault":"vault-1","argon2id":{"operations":1,"memor\
            y":8192},"salt":"AAECAwQFBgcICQoLDA0ODw==","wrapped":"AAECAwQFBgcICQoLDA0OD5NBq+yUjkdOEsB+mlucF5ovsG\
            +TbiA2fEerBAGHf0bbEBESExQVFhcYGRobwYnw28SdRel1IJxErWzh8GBpDmfroa/85IsAKoC1SLHR5BFGWWHD//aZXtPoCuB/",\
            "check":"5e269d00d13e8f23"}
            """
        let sealed = try SealedRootKey(json: JSONValue(parsing: passphrase))
        let opened = try PassphraseSeal(SharedSecret(utf8: "correct horse")).unseal(sealed, vaultID: "vault-1")
        #expect(opened.secret.isEqual(to: root.secret))

        let keyFile = """
            {"format":1,"id":"\(sealID)","kind":"key-file","vault":"vault-1","wrapped":"AAECAwQFBgcICQoLDA0OD7sJ\
            XGOxFWppv7BH/rmQgrMHn4C4cd12Q+B4Rckofnb4EBESExQVFhcYGRobBluaj355Twb60AYZD3CDDRKqi9xFVYU6AGsDV9ppWUnE\
            WOwKRBM+WmfGMgR6ADe0","check":"4ea5472c082b13da"}
            """
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "key", "# remark\ncoffer-key-file-v1\nkey " + Hex.encode(0..<32) + "\nchecksum cf8d3c40f17df2a7\n")
        let record = try SealedRootKey(json: JSONValue(parsing: keyFile))
        #expect(try KeyFileSeal(path: path).unseal(record, vaultID: "vault-1").secret.isEqual(to: root.secret))
    }
}
