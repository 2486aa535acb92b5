// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferVault

@Suite("Templates with references")
struct TemplateTests {
    private func filled(_ text: String, _ values: [String: String] = ["a/b": "1", "c": "two\n"]) throws -> String {
        let template = try Template(SharedSecret(utf8: text))
        var known: [Reference: SharedSecret] = [:]
        for (name, value) in values { known[try #require(Reference(name: name))] = SharedSecret(utf8: value) }
        return try template.filled(with: known).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "references are replaced byte for byte, and nothing else is",
        arguments: [
            ("", ""), ("no reference", "no reference"), ("coffer://vault/a/b", "1"),
            ("x: \"coffer://vault/a/b\", y: 'coffer://vault/c'\n", "x: \"1\", y: 'two\n'\n"),
            ("{{ coffer://vault/c }}.example, {{coffer://vault/a/b}}/", "two\n.example, 1/"),
            ("{coffer://vault/a/b}", "{1}"), ("xcoffer://vault/nothing", "xcoffer://vault/nothing"),
            ("\u{1F511} coffer://vault/a/b \u{1F511}", "\u{1F511} 1 \u{1F511}"),
        ])
    func filled(text: String, expected: String) throws { #expect(try filled(text) == expected) }

    @Test("what means to be a reference and is none is refused, with its line")
    func refused() {
        #expect(throws: TemplateError(line: 3, reason: "the reference is neither coffer://vault/NAME nor coffer://blob/…")) {
            try Template(SharedSecret(utf8: "a\nb\nc: coffer://safe/x\n"))
        }
        #expect(throws: TemplateError.self) { try Template(SharedSecret(utf8: "coffer://vault/")) }
    }

    @Test("a value that looks like a reference is not read again")
    func once() throws {
        #expect(try filled("coffer://vault/c", ["c": "coffer://vault/c"]) == "coffer://vault/c")
    }

    @Test("no bytes make it crash")
    func fuzz() {
        var random = SeededRandom(seed: 9)
        let start = Array("a {{ coffer://vault/a/b }} coffer://blob/AAAA \n".utf8)
        for _ in Fuzz.rounds(2000) {
            let bytes = Fuzz.damage(start, tokens: ["coffer://", "{{", "}}", "vault/"], &random)
            guard let template = try? Template(SharedSecret(copying: bytes)) else { continue }
            let values = Dictionary(uniqueKeysWithValues: template.references.map { ($0, SharedSecret(utf8: "v")) })
            #expect((try? template.filled(with: values)) != nil)
        }
    }
}
