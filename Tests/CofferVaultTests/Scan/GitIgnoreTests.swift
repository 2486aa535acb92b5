import Testing

// SPDX-License-Identifier: Apache-2.0
@testable import CofferVault

@Suite("Rules of .gitignore")
struct GitIgnoreTests {
    /// Rules, then a path (with a slash at the end for a folder), then whether it is ignored.
    @Test(
        "each rule means what git means by it",
        arguments: [
            ("*.log", "a.log", true), ("*.log", "x/y/a.log", true), ("*.log", "a.logs", false),
            ("/a", "a", true), ("/a", "x/a", false), ("a/b", "a/b", true), ("a/b", "x/a/b", false),
            ("build/", "build/", true), ("build/", "build", false), ("build/", "x/build/", true),
            ("**/foo", "foo", true), ("**/foo", "a/b/foo", true), ("**/foo/bar", "a/foo/bar", true),
            ("abc/**", "abc/x", true), ("abc/**", "abc/x/y", true), ("abc/**", "abc/", false),
            ("a/**/b", "a/b", true), ("a/**/b", "a/x/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/x", false),
            ("*.log\n!keep.log", "keep.log", false), ("!keep.log\n*.log", "keep.log", true),
            ("\\#x", "#x", true), ("#x", "#x", false), ("\\!x", "!x", true), ("x ", "x", true), ("x\\ ", "x ", true),
            ("x\r", "x", true), ("a?c", "abc", true), ("a?c", "a/c", false), ("a*c", "a/c", false),
            ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[!a-c]x", "zx", true), ("[]]x", "]x", true),
            ("[[:digit:]]x", "7x", true), ("[[:digit:]]x", "ax", false), ("a[", "a[", true), ("*a*b*c", "xaybzc", true),
            ("foo/*", "foo/a", true), ("foo/*", "foo/a/b", false), ("", "a", false), ("/", "a", false),
            ("*", ".env", true), ("doc/*.txt", "doc/a.txt", true), ("doc/*.txt", "doc/x/a.txt", false),
            ("**", "a", true), ("a/**/", "a/x/", true), ("\u{feff}x", "x", true),
        ])
    func rules(_ rules: String, _ path: String, _ isIgnored: Bool) {
        let scope = IgnoreScope(parent: nil, folder: Array("/r".utf8), text: Array(rules.utf8))
        let isFolder = path.hasSuffix("/")
        let full = "/r/" + (isFolder ? String(path.dropLast()) : path)
        #expect(scope.ignores(Array(full.utf8), isFolder: isFolder) == isIgnored)
    }

    @Test("a pattern of many stars does not take for ever")
    func manyStars() {
        let pattern = String(repeating: "*a", count: 40) + "*b"
        #expect(!Glob.matches(Array(pattern.utf8)[...], Array(String(repeating: "a", count: 250).utf8)[...]))
    }

    @Test("rules of inner folders and of the repository around are obeyed on request, and only then")
    func tree() async throws {
        let folder = try ScanTestFolder()
        let key = "k=\(InventedKey.groq)"
        try folder.write(".git/info/exclude", "secret.txt\n")
        try folder.write(".gitignore", "*.env\n/out/\nx/*\n!x/keep\n")
        try folder.write("a/.gitignore", "!b.env\n*.txt\n")
        for name in ["c.env", "a/b.env", "a/n.txt", "out/f", "a/out/f", "x/gone", "x/keep", "secret.txt", "d"] {
            try folder.write(name, key)
        }
        func files(_ path: String, git: Bool) async throws -> Set<String> {
            let report = try await testScanner { $0.respectsGitignore = git }.scan([path])
            let places = report.findings.flatMap { [$0.place] + $0.otherPlaces }
            return Set(places.map { String($0.path.dropFirst(folder.path.count + 1)) })
        }
        #expect(try await files(folder.path, git: true) == ["a/b.env", "a/out/f", "x/keep", "d"])
        #expect(try await files(folder.path + "/a", git: true) == ["a/b.env", "a/out/f"])
        #expect(try await files(folder.path, git: false).count == 9)
    }
}
