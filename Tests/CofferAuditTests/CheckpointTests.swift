// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferAudit

@Suite("signed checkpoints")
struct CheckpointTests {
    private let signer = TestSigner()

    private func text(_ note: [UInt8]) -> String { String(decoding: note, as: UTF8.self) }

    @Test("a checkpoint is a signed note of three lines")
    func format() throws {
        let checkpoint = Checkpoint(origin: "coffer/v1", size: 42, root: .empty)
        let lines = text(try checkpoint.signed(by: signer)).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 6)
        #expect(lines[0] == "coffer/v1" && lines[1] == "42" && lines[3] == "" && lines[5] == "")
        #expect(lines[2] == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
        #expect(lines[4].hasPrefix("— coffer/v1 "))
    }

    @Test("what was signed is read back; extension lines and other keys' signatures are passed over")
    func roundTrip() throws {
        let checkpoint = Checkpoint(origin: "coffer/v1", size: 7, root: .leaf([1]))
        let note = try checkpoint.signed(by: signer)
        #expect(try Checkpoint(verifying: note, origin: "coffer/v1", publicKey: signer.publicKey) == checkpoint)
        let other = text(try checkpoint.signed(by: TestSigner())).split(separator: "\n").last ?? ""
        let both = text(note).replacing("\n\n— ", with: "\n\n\(other)\n— ")
        #expect(
            try Checkpoint(verifying: Array(both.utf8), origin: "coffer/v1", publicKey: signer.publicKey) == checkpoint)
    }

    @Test("any change to the text or the signature is refused, as are other keys and other logs")
    func refusals() throws {
        let note = try Checkpoint(origin: "coffer/v1", size: 7, root: .leaf([1])).signed(by: signer)
        for place in note.indices {
            var changed = note
            changed[place] ^= 1
            #expect(throws: CheckpointError.self) {
                try Checkpoint(verifying: changed, origin: "coffer/v1", publicKey: signer.publicKey)
            }
        }
        #expect(throws: CheckpointError.badSignature) {
            try Checkpoint(verifying: note, origin: "coffer/v1", publicKey: TestSigner().publicKey)
        }
        #expect(throws: CheckpointError.otherLog) {
            try Checkpoint(verifying: note, origin: "coffer/v2", publicKey: signer.publicKey)
        }
        #expect(throws: CheckpointError.badKey) {
            try Checkpoint(verifying: note, origin: "coffer/v1", publicKey: [1, 2, 3])
        }
        for odd in ["", "\n", "\n\n", "a\n\n", "coffer/v1\n7\n\n— x y\n", "coffer/v1\n07\nAAAA\n\n"] {
            #expect(throws: CheckpointError.self) {
                try Checkpoint(verifying: Array(odd.utf8), origin: "coffer/v1", publicKey: signer.publicKey)
            }
        }
    }

    @Test("a published signed note's key id and signature are accepted")
    func publishedNote() throws {
        // The example key and note of golang.org/x/mod/sumdb/note.
        let key = try #require(Base64.decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let text = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            """
        let signature = """
            — PeterNeumann \
            x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """
        let verifier = try CheckpointKey(name: "PeterNeumann", publicKey: Array(key.dropFirst()))
        #expect(Hex.encode(verifier.hash) == "c74f20a3")
        #expect(try verifier.verifies(text: text, signatures: [signature[...]]))
        #expect(try !verifier.verifies(text: text + " ", signatures: [signature[...]]))
    }
}
