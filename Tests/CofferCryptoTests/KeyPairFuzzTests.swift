// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferCrypto

/// Damaged keys, signatures and ciphertexts: none stops the process, and none passes for what it isn't.
@Suite struct KeyPairFuzzTests {
    /// Uses a key, whatever it is, in all ways.
    private func use(_ key: PrivateKey) throws {
        for algorithm in key.spec.signingAlgorithms.prefix(1) { _ = key.sign([1, 2, 3], as: algorithm) }
        for encryption in KeyPairEncryption.allCases {
            _ = key.decrypt([UInt8](repeating: 1, count: key.spec.modulusBits / 8), encryption)
        }
        _ = key.agree(with: try TestPair.publicKey(key.spec))
        _ = key.decapsulate([UInt8](repeating: 1, count: key.spec == .mlKEM768 ? 1088 : 1568))
    }

    /// Whether it was taken. What an import writes is taken again and stays as it is.
    private func isTaken(_ encoded: [UInt8], _ spec: KeyPairSpec) throws -> Bool {
        guard let made = try? PrivateKey.imported(SharedSecret(copying: encoded), spec: spec) else { return false }
        let again = try PrivateKey.imported(made.encoded, spec: spec)
        #expect(again.encoded.isEqual(to: made.encoded) && again.publicKey == made.publicKey)
        #expect(throws: Never.self) { try PublicKey(der: made.publicKey, spec: spec) }
        return true
    }

    @Test("a change of any byte of a private key stops nothing", arguments: KeyPairSpec.allCases)
    func privateKeyFlips(_ spec: KeyPairSpec) throws {
        let encoded = try TestPair.of(spec).encoded.copy
        let isRSA = spec.modulusBits > 0
        // The larger RSA keys are laid out as the small one is.
        for index in stride(from: 0, to: encoded.count, by: spec.modulusBits > 2048 ? 7 : 1) {
            var changed = encoded
            changed[index] ^= index % 2 == 0 ? 0x01 : 0xff
            let key = try? PrivateKey(encoded: SharedSecret(copying: changed), spec: spec)
            // A broken RSA key is slow to use, and that its factors are no primes takes a while to see.
            if let key, !isRSA || index % 16 == 0 { try use(key) }
            if !isRSA || (spec == .rsa2048 && index % 16 == 0) { _ = try isTaken(changed, spec) }
        }
    }

    @Test(
        "a change of any byte of a public key has it refused, or makes it another key", arguments: KeyPairSpec.allCases)
    func publicKeyFlips(_ spec: KeyPairSpec) throws {
        let encoded = try TestPair.of(spec).der
        let algorithm = spec.signingAlgorithms.first
        let signature = try algorithm.flatMap { try TestPair.privateKey(spec).sign([1, 2, 3], as: $0) }
        // Past its header a lattice key's bytes are all alike.
        for index in encoded.indices where spec.seedCount == 0 || index < 64 || index % 9 == 0 {
            var changed = encoded
            changed[index] ^= index % 2 == 0 ? 0x01 : 0xff
            guard let key = try? PublicKey(der: changed, spec: spec) else { continue }
            if let algorithm, let signature { #expect(!key.isValid(signature, of: [1, 2, 3], as: algorithm)) }
            if let sent = key.encapsulate() {
                let secret = try TestPair.privateKey(spec).decapsulate(sent.ciphertext)
                #expect(secret?.isEqual(to: sent.secret) == false)
            }
            for encryption in KeyPairEncryption.allCases { _ = key.encrypt([1, 2, 3], encryption) }
        }
    }

    @Test("damaged keys", arguments: KeyPairSpec.allCases)
    func keys(_ spec: KeyPairSpec) throws {
        var random = SeededRandom(seed: 31)
        let tokens = ["\u{30}\u{00}", "\u{02}\u{01}\u{00}", "\u{04}\u{20}", "\u{03}\u{02}\u{00}", "\u{00}\u{00}\u{00}"]
        let (encoded, der) = (try TestPair.of(spec).encoded.copy, try TestPair.of(spec).der)
        // In an RSA key that is still read, the primes cost most.
        for round in Fuzz.rounds(spec.modulusBits == 0 ? 500 : 300) {
            let changed = Fuzz.damage(encoded, tokens: tokens, &random)
            if spec.modulusBits == 0 || round % 20 == 0 { _ = try isTaken(mended(changed), spec) }
            if let key = try? PrivateKey(encoded: SharedSecret(copying: mended(changed)), spec: spec) { try use(key) }
            let other = mended(Fuzz.damage(der, tokens: tokens, &random))
            if let key = try? PublicKey(der: other, spec: spec) {
                for algorithm in SigningAlgorithm.allCases { _ = key.isValid([1], of: [1], as: algorithm) }
            }
        }
    }

    /// With the outermost element's length put right, so that damage inside is come to.
    private func mended(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 4, bytes[0] == 0x30 else { return bytes }
        let start = bytes[1] < 0x80 ? 2 : 2 + Int(bytes[1] & 0x7f)
        return start < bytes.count ? der(0x30, Array(bytes[start...])) : bytes
    }

    @Test("damaged signatures are refused")
    func signatures() throws {
        var random = SeededRandom(seed: 32)
        let message = Array("message".utf8)
        for spec in KeyPairSpec.allCases {
            let (privateKey, publicKey) = (try TestPair.privateKey(spec), try TestPair.publicKey(spec))
            for algorithm in spec.signingAlgorithms {
                let signature = try #require(privateKey.sign(message, as: algorithm))
                for _ in Fuzz.rounds(200) {
                    let changed = Fuzz.damage(signature, tokens: ["\u{30}\u{45}", "\u{02}\u{20}", "\u{00}"], &random)
                    guard changed != signature else { continue }
                    #expect(!publicKey.isValid(changed, of: message, as: algorithm), "\(algorithm)")
                }
            }
        }
    }

    @Test("damaged ciphertexts are refused")
    func ciphertexts() throws {
        var random = SeededRandom(seed: 33)
        for (spec, encryption) in [(KeyPairSpec.rsa2048, KeyPairEncryption.oaepSHA256), (.sm2, .sm2)] {
            let key = try TestPair.privateKey(spec)
            let ciphertext = try #require(try TestPair.publicKey(spec).encrypt([1, 2, 3, 4], encryption))
            for _ in Fuzz.rounds(500) {
                let changed = Fuzz.damage(ciphertext, tokens: ["\u{30}\u{45}", "\u{02}\u{20}", "\u{04}\u{20}"], &random)
                guard changed != ciphertext else { continue }
                #expect(key.decrypt(changed, encryption) == nil)
                #expect(key.decrypt(mended(changed), encryption) == nil || mended(changed) == ciphertext)
            }
        }
    }

    @Test("damaged wrapped keys are refused")
    func wrappedKeys() throws {
        var random = SeededRandom(seed: 34)
        let key = SharedSecret(
            copying: try #require(
                Hex.decode("fc0e2d1b2b5b0d2d3f7d1c9b4a8e6f10112233445566778899aabbccddeeff00")))
        for _ in Fuzz.rounds(3_000) {
            let bytes = random.bytes(8 * Int.random(in: 2...40, using: &random))
            #expect(KeyWrap.unwrap(bytes, key: key) == nil)
            #expect(KeyWrap.unwrap(Fuzz.damage(bytes, tokens: ["\u{00}"], &random), key: key) == nil)
        }
    }
}
