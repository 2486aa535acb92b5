// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferVault
import Testing

@Suite("Scanning text")
struct ScannerTextTests {
    private func found(_ text: String, name: String = "notes.txt", generic: Bool = false) throws -> [Finding] {
        try testScanner { $0.generic = generic }.scanText(text, name: name).findings
    }

    @Test("a finding says where the key is and never what it is")
    func finding() throws {
        let text = "# keys\r\n\r\nexport OPENAI_API_KEY_BOT='\(InventedKey.huggingFace)' # bot\n"
        let finding = try #require(try found(text, name: "site/.env").first)
        #expect(finding.path == "site/.env" && finding.line == 3 && finding.column == 28)
        #expect(finding.provider == "huggingface" && finding.detector == "huggingface-token")
        #expect(finding.variable == "OPENAI_API_KEY_BOT")
        #expect(finding.secret() == nil)
        var shown = finding.json(console: nil).text() + String(describing: finding) + String(reflecting: finding)
        dump(finding, to: &shown)
        #expect(!shown.contains(InventedKey.huggingFace.dropFirst(4)))
    }

    @Test("the key itself is kept only when asked for, and does not print")
    func secret() throws {
        let report = try testScanner { $0.keepsSecrets = true }.scanText("k=\(InventedKey.groq)", name: "n")
        let finding = try #require(report.findings.first)
        #expect(finding.secret()?.withText { $0 == InventedKey.groq } == true)
        var shown = ""
        dump(report, to: &shown)
        #expect(!shown.contains("NotARealK"))
    }

    @Test("a key in base64 is found as itself, and can't be rewritten where it stands")
    func encoded() throws {
        func base64(_ text: String) -> String { Base64.encode(Array(text.utf8)) }
        let plain = try #require(try found("k=\(InventedKey.groq)").first)
        let mistral = "NotARealKey0OnlyForTests7zQ4mW9x"
        for (text, provider) in [
            ("data:\n  KEY: \(base64(InventedKey.groq))\n", "groq"), ("\"key\": \"\(base64(InventedKey.groq + "\n"))\"", "groq"),
            ("  MISTRAL_API_KEY: \(base64(mistral))", "mistral"),
        ] {
            let finding = try #require(try found(text).first, "\(provider)")
            #expect(finding.provider == provider && finding.place.range == nil)
            if provider == "groq" { #expect(finding.fingerprint == plain.fingerprint) }
        }
        // Part of a longer run, something else behind it, or not base64 at all.
        for text in ["x" + base64(InventedKey.groq), base64("a" + InventedKey.groq), base64(InventedKey.groq + " and more")] {
            #expect(try found("key: \(text)").isEmpty, "\(text.count)")
        }
        let kept = try testScanner { $0.keepsSecrets = true }.scanText("k: \(base64(InventedKey.groq))", name: "n")
        #expect(kept.findings.first?.secret()?.withText { $0 == InventedKey.groq } == true)
    }

    @Test("the use is guessed from the variable, the column, the row or the folder")
    func useCases() throws {
        let key = InventedKey.elevenLabs
        #expect(try found("ELEVENLABS_API_KEY_BOT=\(key)", name: "a/.env").first?.useCase == "bot")
        #expect(try found("NEWSLETTER_ELEVENLABS_KEY=\(key)", name: "a/.env").first?.useCase == "newsletter")
        #expect(try found("elevenLabsKeyPodcast: '\(key)'", name: "a/x.js").first?.useCase == "podcast")
        #expect(try found("ELEVENLABS_API_KEY=\(key)", name: "shop/.env").first?.useCase == "shop")
        #expect(try found("name,ElevenLabs (trailer)\nx,\(key)\n", name: "keys.csv").first?.useCase == "trailer")
        #expect(try found("service,key\nvoices,\(key)\n", name: "keys.csv").first?.useCase == "voices")
        #expect(
            try found("env:\n  - name: VOICE_XI_API_KEY\n    value: \"\(key)\"", name: "k.yaml").first?.useCase
                == "voice")
    }

    @Test("in a table without a header, no cell that could be a secret becomes a name")
    func tableWithoutHeader() throws {
        let text =
            "\(InventedKey.huggingFace),\(InventedKey.elevenLabs)\n\(InventedKey.groq),\(InventedKey.accessKeyID)\n"
        let findings = try found(text, name: "x/keys.csv")
        #expect(findings.count == 4)
        for finding in findings { #expect(finding.useCase == "x") }
    }

    @Test("a column's header gives an ambiguous key its provider, far down the table")
    func headerContext() throws {
        let key = "EXAMPLE0NotARealMistralKey7zQ4mW"
        var text = "who,mistral key\n"
        for row in 0..<500 { text += "row \(row),none\n" }
        let findings = try found(text + "bot,\(key)\n", name: "keys.csv")
        #expect(findings.map(\.detector) == ["mistral-api-key"])
        #expect(findings.first?.line == 502)
        #expect(try found(text + "bot,\(key)\n", name: "keys.txt").isEmpty)
    }

    @Test("of two providers' names the nearer one counts")
    func nearestProvider() throws {
        let key = "sk" + "-EXAMPLE0000NotARealKeyOnlyForTheTestsOfCoffer7zQ"
        let text = "OPENAI_API_KEY=none\nSTABILITY_API_KEY=\(key)\n"
        #expect(try found(text).map(\.provider) == ["stability"])
        #expect(try found("STABILITY_API_KEY=none\nOPENAI_API_KEY=\(key)\n").map(\.provider) == ["openai"])
        #expect(try found("stability\n\n\n\n\nkey=\(key)\n").isEmpty)
    }

    @Test("a key is called one in other languages too, in either encoding")
    func foreignWords() throws {
        let key = "5b9c3e7a1d6f2b849f3b6c1a7e2d8f40c0e5a9d3"
        for word in ["Schlüssel für Deepgram", "clé Deepgram", "Deepgram-nyckel", "contraseña de Deepgram"] {
            #expect(try found("\(word): \(key)\n").map(\.provider) == ["deepgram"], "\(word)")
            let latin = word.unicodeScalars.map { UInt8($0.value) } + Array(": \(key)\n".utf8)
            let scanner = try testScanner { _ in }
            #expect(latin.withUnsafeBytes { scanner.scanText($0, name: "n") }.findings.map(\.provider) == ["deepgram"], "\(word)")
        }
        #expect(try found("Deepgram: \(key)\n".replacing("Deepgram", with: "about Deepgram, commit")).isEmpty)
    }

    @Test("a provider may be named below the key, and an everyday word names one only where it stands as a name")
    func namesAround() throws {
        // 64 hexadecimal digits: Together's old form.
        let key = "9f3b6c1a7e2d8f40" + "5b9c3e7a1d6f2b84" + "c0e5a9d3f7b1264e" + "8a0c4f6d2b9e7135"
        for text in [
            "{\n \"apiKey\": \"\(key)\",\n \"provider\": \"together\"\n}", "{\n \"provider\": \"together\",\n \"apiKey\": \"\(key)\"\n}",
            "provider: together\napi_key: \(key)\n", "client = Together(api_key=\"\(key)\")", "use('together', { key: '\(key)' })",
        ] {
            #expect(try found(text).map(\.provider) == ["together"], "\(text)")
        }
        for text in ["put together, the api key: \(key)", "all together (see below)\nkey: \(key)", "key: \(key)\n\n\n\n\nprovider: together"] {
            #expect(try found(text).isEmpty, "\(text)")
        }
    }

    @Test("an AWS secret belongs to the access key id beside it, on either side")
    func awsPair() throws {
        let (id, secret) = (InventedKey.accessKeyID, InventedKey.awsSecret)
        for text in ["[bot]\naws_access_key_id = \(id)\naws_secret_access_key = \(secret)\n", "\(secret)\n\(id)\n"] {
            let findings = try found(text)
            #expect(Set(findings.map(\.detector)) == ["aws-access-key-id", "aws-secret-access-key"])
            let group = try #require(findings.first { $0.detector == "aws-access-key-id" }?.fingerprint)
            #expect(findings.allSatisfy { $0.group == group })
        }
        #expect(try found("id \(id)").map(\.detector) == ["aws-access-key-id"])
        #expect(try found("\(id)\n\n\n\n\n\(secret)").map(\.detector) == ["aws-access-key-id"])
    }

    @Test(
        "placeholders and published examples are no findings",
        arguments: [
            "OPENAI_API_KEY=sk-" + "proj-" + String(repeating: "x", count: 60), "OPENAI_API_KEY=your-api-key-here",
            "AWS_ACCESS_KEY_ID=AKIA" + "IOSFODNN7EXAMPLE", "HF_TOKEN=hf_" + String(repeating: "a", count: 34),
            "STABILITY_API_KEY=sk-" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV", "ANTHROPIC_API_KEY=<key>",
            "OPENAI_API_KEY=sk-" + "proj-your-project-key-goes-here-0123456789-abcdef", "GROQ_API_KEY=${GROQ_API_KEY}",
        ])
    func placeholders(_ text: String) throws { #expect(try found(text).isEmpty) }

    @Test("a key is found behind an escape, and not inside a longer word")
    func borders() throws {
        let key = InventedKey.huggingFace
        for text in ["a\\n\(key)\\n", "url%3D\(key)&x", "\\u003d\(key)", "(\(key))", "Bearer \(key).", "é\(key)é"] {
            #expect(try found(text).count == 1, "\(text)")
        }
        for text in ["x\(key)", "\(key)x", "_\(key)", "\(key)-x", "\(key)0"] {
            #expect(try found(text).isEmpty, "\(text)")
        }
    }

    @Test("the same key elsewhere is one finding with further places")
    func alsoAt() throws {
        let key = InventedKey.groq
        let finding = try #require(try found("a=\(key)\nb=\(key)\n\n\(key) \(key)", name: "f").first)
        #expect(finding.line == 1 && finding.alsoAt == ["f:2", "f:4", "f:4"])
        #expect(finding.json(console: nil)["also_at"]?.array?.count == 3)
    }

    @Test("generic secrets are found only when asked for")
    func generic() throws {
        let text = "db_password = \"7zQ4mW9xK2vB5nJ8pL3h\"\n"
        #expect(try found(text).isEmpty)
        #expect(try found(text, generic: true).map(\.provider) == ["generic"])
        #expect(try found("GROQ_KEY=\(InventedKey.groq)", generic: true).map(\.provider) == ["groq"])
    }

    @Test("bytes that are no UTF-8 don't hide a key")
    func invalidUTF8() throws {
        var bytes: [UInt8] = [0xff, 0xc0, 0x80, 0x0a, 0xfe]
        bytes += Array(" \(InventedKey.groq) ".utf8) + [0xed, 0xa0]
        let report = try bytes.withUnsafeBytes { try testScanner().scanText($0, name: "n") }
        #expect(report.findings.map(\.line) == [2])
    }

    @Test("UTF-16 with a byte order mark is read, in both byte orders", arguments: [true, false])
    func utf16(_ isBigEndian: Bool) throws {
        var bytes: [UInt8] = isBigEndian ? [0xfe, 0xff] : [0xff, 0xfe]
        for unit in "😀 ключ\nGROQ=\(InventedKey.groq)\r\n".utf16 {
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
            bytes += isBigEndian ? [high, low] : [low, high]
        }
        bytes.append(0x41)
        let report = try bytes.withUnsafeBytes { try testScanner { $0.keepsSecrets = true }.scanText($0, name: "n") }
        let finding = try #require(report.findings.first)
        #expect(finding.line == 2 && finding.column == 6 && finding.place.range == nil)
        #expect(finding.secret()?.withText { $0 == InventedKey.groq } == true)
    }

    @Test("binary data is skipped and counted")
    func binary() throws {
        let report = try testScanner().scanText("a\0b \(InventedKey.groq)", name: "n")
        #expect(report.findings.isEmpty && report.statistics.binaries == 1)
    }
}
