// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferCrypto
import CofferPipeline
import CofferTesting
import Testing

@testable import CofferKMS

/// With `ImportFuzzTests` a hundred thousand damaged inputs; `scripts/soak` makes ten million of them. Whatever comes,
/// there is one answer for each kind, which teaches nothing.
@Suite("Damaged ciphertexts, tokens and markers")
struct FuzzTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    /// Changes bytes, or puts two of the samples together; never returns one of the samples.
    static func damage(_ samples: [[UInt8]], _ random: inout SeededRandom) -> [UInt8] {
        while true {
            var bytes = random.pick(samples)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                let index = Int.random(in: bytes.indices, using: &random)
                bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1:
                let other = random.pick(samples)
                let index = Int.random(in: 0..<min(bytes.count, other.count), using: &random)
                bytes.replaceSubrange(index..., with: other[index...])
            case 2:
                let other = random.pick(samples)
                let start = Int.random(in: 0..<min(bytes.count, other.count), using: &random)
                let end = Int.random(in: start...min(bytes.count, other.count), using: &random)
                bytes.replaceSubrange(start..<end, with: other[start..<end])
            default: bytes = Fuzz.damage(bytes, tokens: ["\u{0}", "CofferCT"], &random)
            }
            if !samples.contains(bytes) { return bytes }
        }
    }

    /// The same of a text.
    static func damage(_ samples: [String], _ random: inout SeededRandom) -> String {
        while true {
            let bytes = damage(samples.map { Array($0.utf8) }, &random)
            let text = String(decoding: bytes, as: UTF8.self)
            if !samples.contains(text) { return text }
        }
    }

    /// Throws anything but that error, or nothing at all.
    private func expect(_ expected: AWSError, _ input: some Sequence<UInt8>, _ body: () throws -> Void) {
        do {
            try body()
            Issue.record("taken: \(Hex.encode(Array(input)))")
        } catch {
            if error as? AWSError != expected { Issue.record("\(error) for \(Hex.encode(Array(input)))") }
        }
    }

    // MARK: Ciphertexts

    private static let context = ["app": "bot"]

    /// Blobs of two keys, of two materials of the first, with a context and without.
    private func blobs(_ keys: [String]) async throws -> [[UInt8]] {
        var blobs: [[UInt8]] = []
        for key in keys {
            blobs.append(try await vault.encrypt("geheim", key))
            blobs.append(try await vault.encrypt("geheim", key, Self.context))
        }
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: keys[0]))
        return blobs + [try await vault.encrypt("neu", keys[0])]
    }

    @Test("ciphertexts: one error for each that isn't whole")
    func ciphertexts() async throws {
        let keys = [try await vault.createKey(), try await vault.createKey()]
        let blobs = try await blobs(keys)
        let all = try keys.map { try vault.prepared($0) }
        let crypto = KeyCrypto(vault: vault.vault)
        var random = SeededRandom(seed: 71)
        for _ in Fuzz.rounds(40_000) {
            let bytes = Self.damage(blobs, &random)
            let key = random.pick(all)
            let context = random.chance(50) ? Self.context : nil
            expect(.invalidCiphertext, bytes) {
                _ = try crypto.open(KeyCrypto.parse(bytes), under: key, context: context)
            }
        }
    }

    @Test("ciphertexts that are sent: the one error, or that another key was named")
    func sentCiphertexts() async throws {
        let keys = [try await vault.createKey(), try await vault.createKey()]
        let blobs = try await blobs(keys)
        let ids = keys.map { PreparedKey.idBytes($0) ?? [] }
        let user = try vault.user("ann", policy: Policy.allow("kms:*"))
        var random = SeededRandom(seed: 72)
        for _ in Fuzz.rounds(250) {
            // Whole ones with the wrong context or the wrong key too.
            let isDamaged = random.chance(80)
            let bytes = isDamaged ? Self.damage(blobs, &random) : random.pick(blobs)
            if bytes.isEmpty { continue }
            let named = random.chance(50) ? Int.random(in: 0..<2, using: &random) : nil
            let context = isDamaged ? random.pick([Self.context, nil]) : ["app": "Bot"]
            let isBlob = bytes.count >= 133 && bytes.starts(with: blobs[0].prefix(9))
            let isOther = isBlob && named.map { Array(bytes[9..<25]) != ids[$0] } ?? false
            let input = KMS.DecryptInput(
                ciphertextBlob: bytes, encryptionContext: context, keyId: named.map { keys[$0] })
            #expect(
                try await vault.refusal(KMS.Decrypt.self, input, as: user)
                    == (isOther ? AWSError.incorrectKey : AWSError("InvalidCiphertextException", nil)), "\(input)")
        }
        for blob in blobs.dropLast().enumerated() {
            let context = blob.offset.isMultiple(of: 2) ? nil : Self.context
            #expect(try await vault.decrypt(blob.element, context) == "geheim")
        }
    }

    // MARK: Grant tokens

    private func makeGrantTokens() async throws -> [String] {
        var tokens: [String] = []
        for _ in 0..<3 {
            let key = try await vault.createKey()
            tokens.append(try await vault.grant(key, to: vault.rootARN(), ["Encrypt"]).token)
        }
        return tokens
    }

    @Test("grant tokens: one error for each that isn't whole")
    func grantTokens() async throws {
        let tokens = try await makeGrantTokens()
        var random = SeededRandom(seed: 73)
        for _ in Fuzz.rounds(30_000) {
            let token = Self.damage(tokens, &random)
            expect(.invalidGrantToken, token.utf8) { _ = try GrantToken.open(token, vault.vault.keyring) }
        }
    }

    @Test("grant tokens whose content isn't as it should be, though it was sealed here")
    func sealedGrantTokens() throws {
        let scope = vault.scope
        let payload = Array(
            "\(scope.account) \(scope.region) \(UniqueID.uuid()) \(String(repeating: "0", count: 64))".utf8)
        var random = SeededRandom(seed: 74)
        for _ in Fuzz.rounds(1000) {
            let damaged = Fuzz.damage(payload, tokens: [" ", "é", "\u{0}", "*"], &random)
            let token = SealedToken.seal(damaged, purpose: .grantTokens, keyring: vault.vault.keyring)
            do {
                _ = try GrantToken.open(token, vault.vault.keyring)
            } catch {
                #expect(error as? AWSError == .invalidGrantToken)
            }
        }
    }

    @Test("grant tokens that are sent, to use a key and to retire a grant")
    func sentGrantTokens() async throws {
        let tokens = try await makeGrantTokens()
        let key = try await vault.createKey()
        var random = SeededRandom(seed: 75)
        for _ in Fuzz.rounds(100) {
            let token = Self.damage(tokens, &random)
            // The model asks for one character at least, and 8192 at the most.
            if token.isEmpty { continue }
            let expected = AWSError("InvalidGrantTokenException", nil)
            #expect(try await vault.refusal(KMS.RetireGrant.self, .init(grantToken: token)) == expected, "\(token)")
            let describe = KMS.DescribeKeyInput(keyId: key, grantTokens: [random.pick(tokens), token])
            #expect(try await vault.refusal(KMS.DescribeKey.self, describe) == expected, "\(token)")
        }
    }

    // MARK: Markers

    @Test("markers of both lists: one error for each that isn't whole")
    func markers() async throws {
        let ann = vault.rootARN()
        let key = try await vault.createKey()
        for _ in 0..<3 { try await vault.grant(key, to: ann, ["Encrypt"], retirer: ann) }
        let byKey = try await vault.call(KMS.ListGrants.self, .init(keyId: key, limit: 1)).nextMarker
        let retirable = try await vault.call(
            KMS.ListRetirableGrants.self, .init(limit: 1, retiringPrincipal: ann)
        ).nextMarker
        let markers = [try #require(byKey), try #require(retirable)]
        let request = try vault.authenticate(KMS.ListGrants.self, .init(keyId: key))
        var random = SeededRandom(seed: 76)
        for _ in Fuzz.rounds(20_000) {
            let marker = Self.damage(markers, &random)
            let list = random.pick(["ListGrants/\(key)//", "ListRetirableGrants/\(ann)"])
            expect(.invalidMarker, marker.utf8) {
                _ = try Page(
                    marker: marker, limit: nil, default: 50, most: 100, list: list, request, vault.vault)
            }
        }
        for _ in Fuzz.rounds(50) {
            let marker = Self.damage(markers, &random)
            // The model asks for visible characters, of which there is one at least.
            let codes = [
                try await vault.refusal(KMS.ListGrants.self, .init(keyId: key, marker: marker)).code,
                try await vault.refusal(
                    KMS.ListRetirableGrants.self, .init(marker: marker, retiringPrincipal: ann)
                ).code,
            ]
            for code in codes {
                #expect(code == "InvalidMarkerException" || code == "ValidationException", "\(marker)")
            }
        }
    }

    @Test("markers that were sealed here and end a page nowhere")
    func sealedMarkers() async throws {
        let ann = vault.rootARN()
        let key = try await vault.createKey()
        for _ in 0..<3 { try await vault.grant(key, to: ann, ["Encrypt"], retirer: ann) }
        let request = try vault.authenticate(KMS.ListGrants.self, .init(keyId: key))
        func page(_ list: String) throws -> Page {
            try Page(marker: nil, limit: nil, default: 50, most: 100, list: list, request, vault.vault)
        }
        for id in ["", "x", "\u{0}", " ", "1 2", "111122223333 x", "111122223333 a b", "\u{10ffff}"] {
            let byKey = try page("ListGrants/\(key)//").marker(after: id)
            try await vault.call(KMS.ListGrants.self, .init(keyId: key, marker: byKey))
            let retirable = try page("ListRetirableGrants/\(ann)").marker(after: id)
            try await vault.call(KMS.ListRetirableGrants.self, .init(marker: retirable, retiringPrincipal: ann))
        }
    }
}
