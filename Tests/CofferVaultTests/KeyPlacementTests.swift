// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferVault

@Suite("What can stand in a key's place")
struct KeyPlacementTests {
    private static let key = "0123456789abcdef"

    /// The text with the key replaced; nil where it stays.
    private func replaced(_ text: String, _ path: String) -> String? {
        let bytes = Array(text.utf8)
        guard let start = text.firstRange(of: Self.key)?.lowerBound.utf16Offset(in: text) else { return nil }
        let range = start..<start + Self.key.utf8.count
        let placement = bytes.withUnsafeBytes {
            KeyPlacement.of(range, in: $0, path: path, env: EnvFile(SharedSecret(copying: bytes)), variable: "K")
        }
        switch placement {
        case .reference: return String(text.prefix(start)) + "REF" + String(text.dropFirst(range.upperBound))
        case .code(let whole, let expression):
            return String(text.prefix(whole.lowerBound)) + expression + String(text.dropFirst(whole.upperBound))
        case .stays: return nil
        }
    }

    @Test(
        "whole values and whole literals are replaced, and nothing else is",
        arguments: [
            (".env", "A=KEY", "A=REF"), (".env", "A='KEY' # x", "A='REF' # x"), ("x/prod.env", "export A=\"KEY\"\n", "export A=\"REF\"\n"),
            (".env", "A=Bearer KEY", nil), (".env", "# KEY", nil), (".env", "A=https://KEY@host", nil),
            (".bashrc", "export A=KEY", nil), (".bashrc", "A=KEY", nil), (".zshrc", "alias x='curl KEY'", nil),
            ("a.py", "x(key=\"KEY\")", "x(key=__import__(\"os\").environ[\"K\"])"), ("a.py", "import os\nk='KEY'", "import os\nk=os.environ[\"K\"]"),
            ("a.py", "import os.path as p\nk='KEY'", "import os.path as p\nk=__import__(\"os\").environ[\"K\"]"),
            ("a.py", "k=f'KEY'", nil), ("a.py", "k=\"\"\"KEY\"\"\"", nil), ("a.py", "k='Bearer KEY'", nil), ("a.py", "# KEY", nil),
            ("a.js", "k=`KEY`", "k=process.env.K"), ("a.mts", "k='KEY'", "k=process.env.K!"), ("a.tsx", "<A k=\"KEY\"/>", nil),
            ("a.js", "k='KEY\"", nil), ("a.rb", "k='KEY'", "k=ENV.fetch(\"K\")"), ("a.php", "$k='KEY';", nil),
            ("a.py", "os.system(\"curl -H 'KEY'\")", nil), ("a.py", "x = (\"a\" \"KEY\")", nil), ("a.py", "if k == 'KEY': pass", nil),
            ("a.py", "'''\nimport os\n'''\nk = 'KEY'  # x", "'''\nimport os\n'''\nk = __import__(\"os\").environ[\"K\"]  # x"),
            ("a.py", "import os as o\nk = 'KEY'", "import os as o\nk = __import__(\"os\").environ[\"K\"]"),
            ("a.py", "'''\nk = 'KEY'\n'''", nil), ("a.py", "# it's\nk = ['KEY']", "# it's\nk = [__import__(\"os\").environ[\"K\"]]"),
            ("a.js", "x = {\"KEY\": 1}", nil), ("a.js", "s = \"x='KEY'\"", nil), ("a.js", "/* ' */ f({k: 'KEY'})", "/* ' */ f({k: process.env.K})"),
            ("a.js", "// k = 'KEY'", nil), ("a.js", "x = 'a' + 'KEY'", nil), ("a.js", "r = /'/; k = 'KEY'", nil),
            ("a.sh", "cat <<'EOF'\nKEY\nEOF", nil), ("a.sh", "x \"$(curl 'KEY')\"", nil), ("a.sh", "# it's\nk=KEY", "# it's\nk=${K}"), ("a.sh", "# KEY", nil),
            ("a.sh", "curl -H \"A: KEY\"", "curl -H \"A: ${K}\""), ("a.sh", "k='KEY'", nil), ("a.sh", "x 'a'\\''b' 'H: KEY'", nil),
            ("a.sh", "x \"it's KEY\"", "x \"it's ${K}\""),
            ("docker-compose.yml", "k: KEY", "k: ${K}"), ("values.yaml", "k: KEY", nil), ("a.json", "\"KEY\"", nil),
            ("KEY", "KEY", nil), ("a.go", "\"KEY\"", nil),
        ] as [(String, String, String?)])
    func places(path: String, text: String, expected: String?) {
        #expect(replaced(text.replacing("KEY", with: Self.key), path) == expected?.replacing("KEY", with: Self.key))
    }

    @Test("no bytes and no place make it crash or take more than the literal")
    func fuzz() {
        var random = SeededRandom(seed: 12)
        let names = [".env", ".bashrc", "a.py", "a.js", "a.ts", "a.rb", "a.php", "a.sh", "compose.yaml", "a.json", "x"]
        let start = Array("import os\nA='\(Self.key)'\nexport B=\"x\"\n# `c`\n".utf8)
        for _ in Fuzz.rounds(3000) {
            let bytes = Fuzz.damage(start, tokens: ["'", "\"", "`", "\\", "=", "\n"], &random)
            guard !bytes.isEmpty else { continue }
            let from = Int.random(in: 0..<bytes.count, using: &random)
            let range = from..<Int.random(in: from...bytes.count, using: &random)
            let env = EnvFile(SharedSecret(copying: bytes))
            for name in names {
                let placement = bytes.withUnsafeBytes { KeyPlacement.of(range, in: $0, path: name, env: env, variable: "K") }
                guard case .code(let whole, _) = placement else { continue }
                #expect(whole == range || whole == range.lowerBound - 1..<range.upperBound + 1)
                #expect(whole.lowerBound >= 0 && whole.upperBound <= bytes.count)
            }
        }
    }
}
