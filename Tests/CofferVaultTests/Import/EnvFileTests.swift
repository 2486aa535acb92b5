// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferVault
import Testing

@Suite("Reading and changing .env files")
struct EnvFileTests {
    private func file(_ text: String) -> EnvFile { EnvFile(SharedSecret(utf8: text)) }

    private func values(_ text: String) -> [String: String] {
        let file = file(text)
        var values: [String: String] = [:]
        for entry in file.entries { values[entry.name] = file.value(of: entry).withText { $0 } }
        return values
    }

    @Test(
        "each form of a line gives its value",
        arguments: [
            ("A=1", "1"), ("export A=1", "1"), ("  A = 1  ", "1"), ("A=", ""), ("A=1 # note", "1"), ("A=1#2", "1#2"),
            ("A=\"a b\" # note", "a b"), ("A='a\\n\"b'", "a\\n\"b"), ("A=\"a\\n\\\"b\\\\\\$\\q\"", "a\n\"b\\$\\q"),
            ("A=\"one\ntwo\"", "one\ntwo"), ("A=`it's \"so\"`", "it's \"so\""), ("A=1\r\n", "1"), ("\u{feff}A=1", "1"),
            ("A=x=y", "x=y"), ("A='it''", nil), ("A=#x", "#x"), ("A= #x", ""), ("export\tA=1", "1"), ("A=$B", "$B"),
        ] as [(String, String?)])
    func forms(_ text: String, _ value: String?) { #expect(values(text)["A"] == value) }

    @Test("lines that are no assignments are reported with their numbers, and the others are read")
    func problems() {
        let text = "A=1\nnonsense\n# fine\n\n=x\nB=\"open\nC='x' y\n1D=2\nE=5\n"
        let file = file(text)
        #expect(file.problems.map(\.line) == [2, 5, 6, 7, 8])
        #expect(file.entries.map(\.name) == ["A", "E"])
        #expect(file.entries.map(\.line) == [1, 9])
        #expect(!file.problems.map(\.description).joined().contains("nonsense"))
    }

    @Test("of two entries of one name the last counts, and line numbers go on behind values of several lines")
    func lastCounts() {
        let file = file("A=1\r\nB='x\r\ny'\r\nA=3\r\n")
        #expect(file["A"]?.line == 4)
        #expect(file["B"].map { file.value(of: $0).withText { $0 } } == "x\r\ny")
    }

    @Test("a value that means to be a reference and is none is an error, not a plain value")
    func badReference() throws {
        let file = file("A=coffer://vault/\nB=plain\n")
        #expect(throws: ReferenceError.self) { try file.reference(of: file.entries[0]) }
        #expect(try file.reference(of: file.entries[1]) == nil)
    }
}
