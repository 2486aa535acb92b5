// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferCrypto

@Suite struct KeyPairTests {
    @Test("a new pair is read back, and an import changes neither of its encodings", arguments: KeyPairSpec.allCases)
    func encodings(_ spec: KeyPairSpec) throws {
        let pair = try TestPair.of(spec)
        #expect(try PrivateKey(encoded: pair.encoded, spec: spec).spec == spec)
        #expect(try PublicKey(der: pair.der, spec: spec).spec == spec)
        let imported = try PrivateKey.imported(pair.encoded, spec: spec)
        #expect(imported.encoded.isEqual(to: pair.encoded))
        #expect(imported.publicKey == pair.der)
    }

    @Test("no two pairs are the same", arguments: KeyPairSpec.allCases.filter { $0.modulusBits <= 2048 })
    func differ(_ spec: KeyPairSpec) throws {
        let (pair, other) = (try TestPair.of(spec), PrivateKey.generate(spec))
        #expect(!pair.encoded.isEqual(to: other.encoded) && pair.der != other.publicKey)
    }

    private let messages: [[UInt8]] = [[], [0], Array("message".utf8), [UInt8](repeating: 0x5a, count: 5_000)]

    @Test(
        "a pair signs and verifies with the algorithms of its kind and with no other", arguments: KeyPairSpec.allCases)
    func signatures(_ spec: KeyPairSpec) throws {
        let (privateKey, publicKey) = (try TestPair.privateKey(spec), try TestPair.publicKey(spec))
        for algorithm in SigningAlgorithm.allCases {
            let fits = spec.signingAlgorithms.contains(algorithm)
            for message in messages {
                let signature = privateKey.sign(message, as: algorithm)
                #expect((signature != nil) == fits, "\(algorithm)")
                #expect(publicKey.isValid(signature ?? [], of: message, as: algorithm) == fits, "\(algorithm)")
                guard let signature else { continue }
                #expect(!publicKey.isValid(signature, of: message + [1], as: algorithm))
                #expect(!publicKey.isValid(signature + [0], of: message, as: algorithm))
                #expect(!publicKey.isValid(Array(signature.dropLast()), of: message, as: algorithm))
                #expect(!publicKey.isValid([], of: message, as: algorithm))
                for other in SigningAlgorithm.allCases where other != algorithm {
                    #expect(!publicKey.isValid(signature, of: message, as: other), "\(algorithm) as \(other)")
                }
            }
        }
    }

    @Test(
        "a digest is signed as its message is, and only where it has the right length", arguments: KeyPairSpec.allCases)
    func digests(_ spec: KeyPairSpec) throws {
        let (privateKey, publicKey) = (try TestPair.privateKey(spec), try TestPair.publicKey(spec))
        let message = Array("message".utf8)
        for algorithm in SigningAlgorithm.allCases {
            guard let digest = algorithm.digest?.hash(message), spec.signingAlgorithms.contains(algorithm) else {
                // Ed25519ph hashes what it gets.
                let takes = spec == .ed25519 && algorithm == .ed25519ph
                #expect((privateKey.sign(Array(repeating: 1, count: 64), .digest, as: algorithm) != nil) == takes)
                continue
            }
            let signature = try #require(privateKey.sign(digest, .digest, as: algorithm))
            #expect(publicKey.isValid(signature, of: digest, .digest, as: algorithm))
            // SM2 hashes the signer's identity before the message.
            #expect(publicKey.isValid(signature, of: message, as: algorithm) == (algorithm != .sm2DSA))
            for wrong in [[], Array(digest.dropLast()), digest + [0]] {
                #expect(privateKey.sign(wrong, .digest, as: algorithm) == nil)
                #expect(!publicKey.isValid(signature, of: wrong, .digest, as: algorithm))
            }
        }
    }

    @Test("a signature of one pair's is none of another's")
    func otherPairs() throws {
        let message = Array("message".utf8)
        for spec in KeyPairSpec.allCases where spec.modulusBits == 0 {
            let other = try PublicKey(der: PrivateKey.generate(spec).publicKey, spec: spec)
            for algorithm in spec.signingAlgorithms {
                let signature = try #require(try TestPair.privateKey(spec).sign(message, as: algorithm))
                #expect(!other.isValid(signature, of: message, as: algorithm))
            }
        }
    }

    @Test("what is encrypted for a pair opens with it, up to the longest plaintext", arguments: KeyPairSpec.allCases)
    func encryption(_ spec: KeyPairSpec) throws {
        let (privateKey, publicKey) = (try TestPair.privateKey(spec), try TestPair.publicKey(spec))
        for encryption in KeyPairEncryption.allCases {
            guard (spec.modulusBits > 0 && encryption != .sm2) || (spec == .sm2 && encryption == .sm2) else {
                #expect(publicKey.encrypt([1], encryption) == nil)
                let ciphertext = [UInt8](repeating: 1, count: max(64, spec.modulusBits / 8))
                #expect(privateKey.decrypt(ciphertext, encryption) == nil)
                continue
            }
            let longest = publicKey.longestPlaintext(encryption)
            for count in [1, 32, longest - 1, longest] {
                let plaintext = [UInt8](repeating: 0x61, count: count)
                let ciphertext = try #require(publicKey.encrypt(plaintext, encryption))
                #expect(privateKey.decrypt(ciphertext, encryption)?.copy == plaintext)
                #expect(publicKey.encrypt(plaintext, encryption) != ciphertext)
                #expect(privateKey.decrypt(ciphertext + [0], encryption) == nil)
                #expect(privateKey.decrypt(Array(ciphertext.dropLast()), encryption) == nil)
                var changed = ciphertext
                changed[ciphertext.count / 2] ^= 1
                #expect(privateKey.decrypt(changed, encryption) == nil)
                for other in KeyPairEncryption.allCases where other != encryption {
                    #expect(privateKey.decrypt(ciphertext, other) == nil)
                }
            }
            if spec != .sm2 {
                #expect(publicKey.encrypt([UInt8](repeating: 1, count: longest + 1), encryption) == nil)
                #expect(publicKey.encrypt([], encryption).flatMap { privateKey.decrypt($0, encryption)?.count } == 0)
            }
        }
    }

    @Test("OAEP takes as much as RFC 8017 lets it")
    func longestPlaintexts() {
        #expect(KeyPairEncryption.oaepSHA1.longestPlaintext(for: .rsa2048) == 214)
        #expect(KeyPairEncryption.oaepSHA256.longestPlaintext(for: .rsa2048) == 190)
        #expect(KeyPairEncryption.oaepSHA1.longestPlaintext(for: .rsa3072) == 342)
        #expect(KeyPairEncryption.oaepSHA256.longestPlaintext(for: .rsa3072) == 318)
        #expect(KeyPairEncryption.oaepSHA1.longestPlaintext(for: .rsa4096) == 470)
        #expect(KeyPairEncryption.oaepSHA256.longestPlaintext(for: .rsa4096) == 446)
    }

    @Test("pairs on one curve agree, and pairs of different kinds don't", arguments: KeyPairSpec.allCases)
    func agreement(_ spec: KeyPairSpec) throws {
        let (mine, other) = (try TestPair.privateKey(spec), PrivateKey.generate(spec.modulusBits > 0 ? .p256 : spec))
        for another in KeyPairSpec.allCases where another != spec {
            #expect(mine.agree(with: try TestPair.publicKey(another)) == nil)
        }
        guard let count = [.p256: 32, .p384: 48, .p521: 66, .secp256k1: 32, .sm2: 32][spec] else {
            #expect(mine.agree(with: try TestPair.publicKey(spec)) == nil)
            return
        }
        let secret = try #require(try mine.agree(with: PublicKey(der: other.publicKey, spec: spec)))
        let theirs = try PrivateKey(encoded: other.encoded, spec: spec).agree(with: TestPair.publicKey(spec))
        #expect(secret.count == count && theirs?.isEqual(to: secret) == true)
        #expect(try mine.agree(with: TestPair.publicKey(spec))?.isEqual(to: secret) == false)
    }

    @Test("what is encapsulated for a pair is got back, a forged one gives another secret, and others give none")
    func encapsulation() throws {
        for spec in KeyPairSpec.allCases {
            let (privateKey, publicKey) = (try TestPair.privateKey(spec), try TestPair.publicKey(spec))
            guard let count = [KeyPairSpec.mlKEM768: 1088, .mlKEM1024: 1568][spec] else {
                #expect(publicKey.encapsulate() == nil)
                for count in [1088, 1568] {
                    #expect(privateKey.decapsulate([UInt8](repeating: 1, count: count)) == nil)
                }
                continue
            }
            let sent = try #require(publicKey.encapsulate())
            #expect(sent.ciphertext.count == count && sent.secret.count == 32)
            #expect(privateKey.decapsulate(sent.ciphertext)?.isEqual(to: sent.secret) == true)
            #expect(publicKey.encapsulate()?.secret.isEqual(to: sent.secret) == false)
            var forged = sent.ciphertext
            forged[0] ^= 1
            let secret = try #require(privateKey.decapsulate(forged))
            #expect(secret.count == 32 && !secret.isEqual(to: sent.secret))
            #expect(privateKey.decapsulate(forged)?.isEqual(to: secret) == true)
            for wrong in [[], Array(forged.dropLast()), forged + [0]] { #expect(privateKey.decapsulate(wrong) == nil) }
        }
    }

    @Test("one key works for several tasks at once")
    func concurrent() async throws {
        let specs: [KeyPairSpec] = [.rsa2048, .p256, .ed25519, .mlDSA65, .sm2]
        let keys = try specs.map { ($0, try TestPair.privateKey($0), try TestPair.publicKey($0)) }
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var random = SeededRandom(seed: UInt64(task))
                    return (0..<100).allSatisfy { round in
                        let (spec, privateKey, publicKey) = keys[round % keys.count]
                        let (message, algorithm) = (random.bytes(50), random.pick(spec.signingAlgorithms))
                        guard let signature = privateKey.sign(message, as: algorithm) else { return false }
                        return publicKey.isValid(signature, of: message, as: algorithm)
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
