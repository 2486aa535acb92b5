// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import CofferCrypto

@Suite struct KeyPairImportTests {
    private static let errors: [String: KeyFormatError] = [
        "malformed": .malformed, "otherSpec": .otherSpec, "inconsistent": .inconsistent,
    ]

    @Test("others' private keys are taken and written as ours are, and bad ones refused for what is wrong with them")
    func privateKeys() throws {
        let tests = try Vectors.tests("keys/keys.json").filter { $0["privateKey"] != nil }
        #expect(tests.count == 74)
        for test in tests {
            let (name, spec) = (try test.text("name"), try #require(KeyPairSpec(rawValue: test.text("spec"))))
            let encoded = SharedSecret(copying: try test.hex("privateKey"))
            if let text = test["error"]?.string {
                let error = try #require(Self.errors[text])
                #expect(throws: error, "\(name)") { try PrivateKey.imported(encoded, spec: spec) }
                // Reading a key doesn't look at whether its parts belong together.
                guard error != .inconsistent else { continue }
                #expect(throws: error, "\(name)") { try PrivateKey(encoded: encoded, spec: spec) }
                continue
            }
            let imported = try PrivateKey.imported(encoded, spec: spec)
            let stored = test["stored"] == nil ? encoded.copy : try test.hex("stored")
            #expect(imported.encoded.copy == stored, "\(name)")
            #expect(try imported.publicKey == test.hex("publicKey"), "\(name)")
            try exchange(
                PrivateKey(encoded: encoded, spec: spec), PublicKey(der: imported.publicKey, spec: spec), name)
        }
    }

    /// That the two belong together.
    private func exchange(_ privateKey: PrivateKey, _ publicKey: PublicKey, _ name: String) throws {
        guard let algorithm = privateKey.spec.signingAlgorithms.first else {
            let sent = try #require(publicKey.encapsulate())
            #expect(privateKey.decapsulate(sent.ciphertext)?.isEqual(to: sent.secret) == true, "\(name)")
            return
        }
        let signature = try #require(privateKey.sign([1, 2, 3], as: algorithm), "\(name)")
        #expect(publicKey.isValid(signature, of: [1, 2, 3], as: algorithm), "\(name)")
    }

    @Test("public keys in any form but the one are refused: BER, bare keys, points off the curve, unnamed curves")
    func publicKeys() throws {
        let tests = try Vectors.tests("keys/keys.json").filter { $0["privateKey"] == nil }
        #expect(tests.count == 37)
        for test in tests {
            let (name, spec) = (try test.text("name"), try #require(KeyPairSpec(rawValue: test.text("spec"))))
            if let error = test["error"]?.string {
                #expect(throws: try #require(Self.errors[error]), "\(name)") {
                    try PublicKey(der: test.hex("publicKey"), spec: spec)
                }
            } else {
                #expect(throws: Never.self, "\(name)") { try PublicKey(der: test.hex("publicKey"), spec: spec) }
            }
        }
    }

    @Test("a key of one kind is refused for any other kind", arguments: KeyPairSpec.allCases)
    func otherKinds(_ spec: KeyPairSpec) throws {
        let pair = try TestPair.of(spec)
        for other in KeyPairSpec.allCases where other != spec {
            #expect(throws: KeyFormatError.self) { try PrivateKey.imported(pair.encoded, spec: other) }
            #expect(throws: KeyFormatError.self) { try PrivateKey(encoded: pair.encoded, spec: other) }
            #expect(throws: KeyFormatError.self) { try PublicKey(der: pair.der, spec: other) }
        }
        #expect(throws: KeyFormatError.malformed) {
            try PrivateKey.imported(SharedSecret(copying: pair.der), spec: spec)
        }
        #expect(throws: KeyFormatError.malformed) { try PublicKey(der: pair.encoded.copy, spec: spec) }
    }

    @Test(
        "a cut key is refused, and so is one that something follows, or whose length is in BER",
        arguments: KeyPairSpec.allCases)
    func cutsAndTails(_ spec: KeyPairSpec) throws {
        let pair = try TestPair.of(spec)
        let encoded = pair.encoded.copy
        for count in encoded.indices { refusesPrivate(Array(encoded[..<count]), spec) }
        for count in pair.der.indices { refusesPublic(Array(pair.der[..<count]), spec) }
        for tail in [[0], [0x30, 0], [0x05, 0], encoded] {
            refusesPrivate(encoded + tail, spec)
            refusesPublic(pair.der + tail, spec)
        }
        let (privateContent, publicContent) = (content(encoded), content(pair.der))
        // A length in a longer form than it needs, as in BER.
        refusesPrivate([0x30, 0x83] + length(privateContent) + privateContent, spec)
        refusesPublic([0x30, 0x83] + length(publicContent) + publicContent, spec)
        // The same inside the outermost element, whose length is put right.
        guard spec.modulusBits <= 2048 else { return }
        for count in privateContent.indices { refusesPrivate(der(0x30, Array(privateContent[..<count])), spec) }
        for count in publicContent.indices { refusesPublic(der(0x30, Array(publicContent[..<count])), spec) }
        for tail in [[0], [0x30, 0], [0x05, 0]] as [[UInt8]] {
            refusesPrivate(der(0x30, privateContent, tail), spec)
            refusesPublic(der(0x30, publicContent, tail), spec)
        }
    }

    private func length(_ content: [UInt8]) -> [UInt8] { [0, UInt8(content.count >> 8), UInt8(content.count & 0xff)] }

    private func content(_ element: [UInt8]) -> [UInt8] {
        Array(element.dropFirst(element[1] < 0x80 ? 2 : 2 + Int(element[1] & 0x7f)))
    }

    private func refusesPrivate(_ encoded: [UInt8], _ spec: KeyPairSpec) {
        let encoded = SharedSecret(copying: encoded)
        #expect(throws: KeyFormatError.malformed) { try PrivateKey.imported(encoded, spec: spec) }
        #expect(throws: KeyFormatError.malformed) { try PrivateKey(encoded: encoded, spec: spec) }
    }

    private func refusesPublic(_ encoded: [UInt8], _ spec: KeyPairSpec) {
        #expect(throws: KeyFormatError.malformed) { try PublicKey(der: encoded, spec: spec) }
    }

    @Test("errors say nothing of the key")
    func errors() {
        for error in Self.errors.values { #expect(!"\(error)".isEmpty && "\(error)" == error.description) }
    }
}
