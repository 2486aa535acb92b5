// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Foundation
import Testing

@testable import CofferCrypto

@Suite struct SealTests {
    let root = RootKey.random()
    let vault = "vault-1"
    let folder: TemporaryFolder
    let cheap: Argon2Cost

    init() throws {
        folder = try TemporaryFolder()
        cheap = try #require(Argon2Cost(operations: 1, memory: 8 << 10))
    }

    private func passphrase(_ text: String) -> PassphraseSeal { PassphraseSeal(SharedSecret(utf8: text), cost: cheap) }

    private func throughJSON(_ sealed: SealedRootKey) throws -> SealedRootKey {
        try SealedRootKey(json: JSONValue(parsing: sealed.json.encoded()))
    }

    @Test("the reference implementation's values for Argon2id hold")
    func argon2id() throws {
        for test in try Vectors.tests("argon2/argon2id.json") {
            let output = try test.hex("output")
            let cost = try #require(Argon2Cost(operations: test.int("operations"), memory: test.int("memoryKiB") << 10))
            let derived = try Argon2id.derive(
                SharedSecret(copying: test.hex("passphrase")), salt: test.hex("salt"), cost: cost, count: output.count)
            #expect(SharedSecret(derived).copy == output)
        }
    }

    @Test("several seals open to the same root key, each from its stored record")
    func several() throws {
        let file = KeyFileSeal(path: folder.path("key"))
        let first = try throughJSON(passphrase("one").seal(root, vaultID: vault))
        let second = try throughJSON(passphrase("two").seal(root, vaultID: vault))
        let third = try throughJSON(file.seal(root, vaultID: vault))
        #expect(Set([first.id, second.id, third.id]).count == 3)
        #expect(try passphrase("one").unseal(first, vaultID: vault).secret.isEqual(to: root.secret))
        #expect(try passphrase("two").unseal(second, vaultID: vault).secret.isEqual(to: root.secret))
        #expect(try file.unseal(third, vaultID: vault).secret.isEqual(to: root.secret))
    }

    @Test("a wrong passphrase is told from a damaged record, another vault and another kind")
    func refusals() throws {
        let sealed = try passphrase("right").seal(root, vaultID: vault)
        #expect(throws: KeyringError.wrongPassphrase) { try passphrase("wrong").unseal(sealed, vaultID: vault) }
        #expect(throws: KeyringError.wrongPassphrase) { try passphrase("").unseal(sealed, vaultID: vault) }
        #expect(throws: KeyringError.otherVault) { try passphrase("right").unseal(sealed, vaultID: "vault-2") }
        #expect(throws: KeyringError.otherSeal("passphrase")) {
            try KeyFileSeal(path: folder.path("none")).unseal(sealed, vaultID: vault)
        }
        #expect(throws: KeyringError.emptyPassphrase) { try passphrase("").seal(root, vaultID: vault) }
    }

    @Test("a record with any member changed or gone is damaged, and one of a later format is unsupported")
    func damagedRecords() throws {
        let object = try #require(passphrase("right").seal(root, vaultID: vault).json.object)
        for member in object where member.name != "format" {
            var changed = object
            changed[member.name] = nil
            #expect(throws: KeyringError.damaged("a seal's record")) { try SealedRootKey(json: .object(changed)) }
            changed[member.name] =
                member.value.string.map { .string("AAAA" + $0.dropFirst(4)) } ?? .object(JSONObject())
            #expect(throws: KeyringError.damaged("a seal's record")) { try SealedRootKey(json: .object(changed)) }
        }
        var later = object
        later["format"] = 2
        #expect(throws: KeyringError.unsupported("a seal's record")) { try SealedRootKey(json: .object(later)) }
    }

    @Test("a record that asks for absurd memory is refused before any work")
    func absurdCost() throws {
        var object = try #require(passphrase("right").seal(root, vaultID: vault).json.object)
        object["argon2id"] = ["operations": 1, "memory": 0x7fff_ffff_ffff_ffff]
        #expect(throws: KeyringError.damaged("a seal's record")) { try SealedRootKey(json: .object(object)) }
    }

    @Test("the key file is made with mode 0600, explains itself and is never overwritten")
    func keyFile() throws {
        let seal = KeyFileSeal(path: folder.path("key"))
        let sealed = try seal.seal(root, vaultID: vault)
        let text = try folder.read("key")
        #expect(try folder.mode("key") == 0o600)
        #expect(
            text.hasPrefix("# The key file of the coffer vault vault-1.") && text.contains("coffer-key-file-v1\nkey "))
        _ = try seal.seal(root, vaultID: vault)
        #expect(try folder.read("key") == text)
        #expect(throws: KeyringError.keyFileExists(path: seal.path)) {
            _ = SharedSecret(try KeyFile.create(seal.path, vaultID: vault))
        }
        #expect(try seal.unseal(sealed, vaultID: vault).secret.isEqual(to: root.secret))
    }

    @Test(
        "a key file that others may touch is refused, with the command that mends it",
        arguments: [0o640, 0o604, 0o620, 0o601])
    func looseMode(mode: Int) throws {
        let seal = KeyFileSeal(path: folder.path("key"))
        let sealed = try seal.seal(root, vaultID: vault)
        try folder.setMode("key", mode)
        let error = #expect(throws: KeyringError.self) { try seal.unseal(sealed, vaultID: vault) }
        #expect(error == .keyFileUnsafe(path: seal.path, mode: UInt32(mode)))
        #expect(error?.description.contains("chmod 600 \(seal.path)") == true)
        try folder.setMode("key", 0o400)
        #expect(try seal.unseal(sealed, vaultID: vault).secret.isEqual(to: root.secret))
    }

    @Test("a key file's damage, its absence and another's file are told apart")
    func keyFileRefusals() throws {
        let seal = KeyFileSeal(path: folder.path("key"))
        let sealed = try seal.seal(root, vaultID: vault)
        let text = try folder.read("key")
        let lines = text.split(separator: "\n")
        var digit = Array(text)
        let place = try #require(text.range(of: "\nkey ")).upperBound
        let index = text.distance(from: text.startIndex, to: place)
        digit[index] = digit[index] == "0" ? "1" : "0"
        let damaged = [
            "", String(digit), lines.dropLast().joined(separator: "\n"), lines.dropFirst(4).joined(separator: "\n"),
            text + lines.suffix(2).joined(separator: "\n"), text + "more\n", String(repeating: "#", count: 5000),
            String(text.dropLast(3)),
        ]
        for content in damaged {
            _ = try folder.write("key", content)
            #expect(throws: KeyringError.keyFileDamaged(path: seal.path)) { try seal.unseal(sealed, vaultID: vault) }
        }
        _ = try folder.write("key", text.replacingOccurrences(of: "file-v1", with: "file-v2"))
        #expect(throws: KeyringError.unsupported("the key file \(seal.path)")) {
            try seal.unseal(sealed, vaultID: vault)
        }
        try FileManager.default.removeItem(atPath: seal.path)
        #expect(throws: KeyringError.keyFileMissing(path: seal.path)) { try seal.unseal(sealed, vaultID: vault) }
        _ = try seal.seal(root, vaultID: "vault-2")
        #expect(throws: KeyringError.wrongKeyFile(path: seal.path)) { try seal.unseal(sealed, vaultID: vault) }
        try FileManager.default.removeItem(atPath: seal.path)
        try FileManager.default.createDirectory(atPath: seal.path, withIntermediateDirectories: false)
        #expect(throws: KeyringError.keyFileNotOurs(path: seal.path)) { try seal.unseal(sealed, vaultID: vault) }
    }

    @Test("a path with blanks and quotes is quoted in the command")
    func quoting() {
        #expect(
            KeyringError.keyFileUnsafe(path: "/a b/it's", mode: 0o644).description.hasSuffix(
                "chmod 600 '/a b/it'\\''s'"))
    }
}
