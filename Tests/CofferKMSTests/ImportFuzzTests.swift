// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferCrypto
import CofferPipeline
import CofferTesting
import Testing

@testable import CofferKMS

/// Damaged import tokens, encrypted materials and private keys.
@Suite("Damaged imports")
struct ImportFuzzTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    /// What one imports a key's material with.
    private struct Parameters {
        let keyID: String
        let token: [UInt8]
        let publicKey: PublicKey
    }

    private func parameters(_ keyID: String, _ wrapping: KeyPairSpec = .rsa2048) async throws -> Parameters {
        let output = try await vault.call(
            KMS.GetParametersForImport.self,
            .init(keyId: keyID, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: wrapping.rawValue))
        let publicKey = try #require(output.publicKey)
        let der = publicKey.withUnsafeBytes { Array($0) }
        return Parameters(
            keyID: keyID, token: try #require(output.importToken), publicKey: try PublicKey(der: der, spec: wrapping))
    }

    private func encrypted(_ material: [UInt8], _ parameters: Parameters) throws -> [UInt8] {
        let bytes = material.withUnsafeBytes { parameters.publicKey.encrypt($0, .oaepSHA256) }
        return try #require(bytes)
    }

    private func external(_ input: KMS.CreateKeyInput = .init()) async throws -> String {
        var input = input
        input.origin = "EXTERNAL"
        return try await vault.createKey(input)
    }

    private static let invalidToken = AWSError("InvalidImportTokenException", nil)

    @Test("tokens: one error for each that isn't whole")
    func tokens() async throws {
        let keys = [try await external(), try await external()]
        var tokens: [[UInt8]] = []
        for key in keys { tokens.append(try await parameters(key).token) }
        let all = try keys.map { try vault.prepared($0) }
        let now = vault.clock.now()
        var random = SeededRandom(seed: 81)
        for _ in Fuzz.rounds(8000) {
            let token = FuzzTests.damage(tokens, &random)
            let key = random.pick(all)
            do {
                _ = try ImportToken.open(token, for: key, at: now, vault.vault.keyring)
                Issue.record("taken: \(Hex.encode(token))")
            } catch {
                if error as? AWSError != Self.invalidToken { Issue.record("\(error) for \(Hex.encode(token))") }
            }
        }
        // A whole one of the other key is none.
        #expect(throws: Self.invalidToken) {
            try ImportToken.open(tokens[0], for: all[1], at: now, vault.vault.keyring)
        }
    }

    @Test("tokens whose content isn't as it should be, though it was sealed here")
    func sealedTokens() async throws {
        let keyID = try await external()
        let key = try vault.prepared(keyID)
        let token = Base64.encode(try await parameters(keyID).token)
        let keyring = vault.vault.keyring
        let payload = try #require(SealedToken.open(token, purpose: .importTokens, keyring: keyring))
        let codes: Set<String> = [
            "InvalidImportTokenException", "ExpiredImportTokenException", "ValidationException",
        ]
        var random = SeededRandom(seed: 82)
        for _ in Fuzz.rounds(1000) {
            let damaged = Fuzz.damage(payload, tokens: ["\"", "{", "null", "9", "=", "\u{0}"], &random)
            let sealed = SealedToken.seal(damaged, purpose: .importTokens, keyring: keyring)
            let bytes = try #require(Base64.decode(sealed))
            do {
                _ = try ImportToken.open(bytes, for: key, at: vault.clock.now(), keyring)
            } catch {
                #expect(codes.contains((error as? AWSError)?.code ?? ""), "\(error)")
            }
        }
    }

    @Test("encrypted material: what isn't whole is none")
    func materials() async throws {
        let keyID = try await external()
        let parameters = try await parameters(keyID)
        let opened = try ImportToken.open(
            parameters.token, for: vault.prepared(keyID), at: vault.clock.now(), vault.vault.keyring)
        let samples = try (0..<2).map { _ in try encrypted(UniqueID.bytes(32), parameters) }
        // With a key of AES in between there is more to damage.
        let inner = try ImportWrapping(
            "RSA_AES_KEY_WRAP_SHA_256", KeyPairSpec.rsa2048.rawValue, for: try #require(KeySpec("RSA_2048")))
        let wrapped = try samples.map { try encrypted(UniqueID.bytes(32), parameters) + $0.prefix(40) }
        var random = SeededRandom(seed: 83)
        for _ in Fuzz.rounds(300) {
            let bytes = FuzzTests.damage(samples, &random)
            #expect(opened.wrapping.open(bytes, with: opened.privateKey) == nil, "\(Hex.encode(bytes))")
            let other = FuzzTests.damage(wrapped, &random)
            #expect(inner.open(other, with: opened.privateKey) == nil, "\(Hex.encode(other))")
        }
    }

    @Test(
        "private keys: what isn't one is refused, and what is one keeps its name",
        arguments: [(KeyPairSpec.p256, 1500), (.ed25519, 1500), (.p521, 500), (.rsa2048, 60)])
    func privateKeys(spec: KeyPairSpec, rounds: Int) async throws {
        let usage = "SIGN_VERIFY"
        let key = try vault.prepared(try await external(.init(keyUsage: usage, keySpec: spec.rawValue)))
        let made = PrivateKey.generate(spec)
        let encoded = made.encoded.withUnsafeBytes { Array($0) }
        let genuine = try ImportedMaterial(SharedSecret(copying: encoded), for: key, vault.vault.keyring)
        var random = SeededRandom(seed: 84)
        for _ in Fuzz.rounds(rounds) {
            let bytes = FuzzTests.damage([encoded], &random)
            do {
                let other = try ImportedMaterial(SharedSecret(copying: bytes), for: key, vault.vault.keyring)
                // Several bytes may say the same key: then it has the same name, and only then.
                #expect((other.id == genuine.id) == (other.publicKey == genuine.publicKey))
            } catch {
                #expect(error as? AWSError == .invalidCiphertext, "\(Hex.encode(bytes))")
            }
        }
    }

    @Test("imports that are sent change nothing unless they are whole")
    func sent() async throws {
        let keyID = try await external()
        let parameters = try await parameters(keyID)
        let (right, wrong) = (UniqueID.bytes(32), UniqueID.bytes(32))
        func input(_ token: [UInt8], _ material: [UInt8]) -> KMS.ImportKeyMaterialInput {
            .init(
                keyId: keyID, importToken: token, encryptedKeyMaterial: material,
                expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE")
        }
        let material = try encrypted(right, parameters)
        try await vault.call(KMS.ImportKeyMaterial.self, input(parameters.token, material))
        let blob = try await vault.encrypt("geheim", keyID)
        let samples = [material, try encrypted(wrong, parameters), try encrypted([1, 2, 3], parameters)]
        var random = SeededRandom(seed: 85)
        for round in Fuzz.rounds(120) {
            let isTokenDamaged = random.chance(50)
            let token = isTokenDamaged ? FuzzTests.damage([parameters.token], &random) : parameters.token
            let isWrong = !isTokenDamaged && round.isMultiple(of: 5)
            let bytes = isWrong ? samples[1] : FuzzTests.damage(samples, &random)
            // The model asks for a byte at least, and 6144 at the most.
            guard (1...6144).contains(token.count), (1...6144).contains(bytes.count) else { continue }
            let error = try await vault.refusal(KMS.ImportKeyMaterial.self, input(token, bytes))
            if isWrong {
                #expect(error.code == "IncorrectKeyMaterialException")
            } else {
                #expect(error == (isTokenDamaged ? Self.invalidToken : .invalidCiphertext))
            }
        }
        #expect(try await vault.decrypt(blob) == "geheim")
        let rotations = try await vault.call(
            KMS.ListKeyRotations.self, .init(keyId: keyID, includeKeyMaterial: "ALL_KEY_MATERIAL"))
        #expect(rotations.rotations?.count == 1)
    }
}
