// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Read: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the one value that a reference stands for.", usage: "coffer read REFERENCE --app APP",
        discussion: """
            For a script that needs one key, from cron, systemd or CI as well as by hand. The value goes to standard output as \
            it is, without a line feed unless that is a terminal. What the app may not read is refused, and each reading is in \
            the log.

            Examples:
              curl -H "Authorization: Bearer $(coffer read coffer://vault/openai/bot --app bot)" …
              coffer read openai/bot --app bot | wl-copy

            In Python, the same in one line:
              key = subprocess.check_output(["coffer", "read", "openai/bot", "--app", "bot"], text=True)
            In Node:
              const key = require("child_process").execFileSync("coffer", ["read", "openai/bot", "--app", "bot"], {encoding: "utf8"})
            """)

    @Argument(help: "Such as coffer://vault/openai/bot, or the secret's name alone.", completion: .secrets)
    var reference: String

    @Option(name: .long, help: "The app whose permissions count.", completion: .apps)
    var app: String

    @Flag(name: .long, help: "The value before the last rotation.")
    var previous = false

    @OptionGroup var connection: Connection

    func run() async throws {
        let role = try AppRole(named: app)
        let reference = try Reference(parsing: Reference.isMeant(by: reference) ? reference : "coffer://vault/\(reference)")
        let values: [Reference: SharedSecret]
        do {
            values = try await connection.with("read") {
                try await $0.values(of: [reference], for: role, stage: previous ? "AWSPREVIOUS" : nil)
            }
        } catch let error as AWSError where previous && error.code == "ResourceNotFoundException" {
            throw Failure(.notFound, "it has no earlier value: it was not rotated", hint: "coffer rotate NAME replaces a key")
        }
        values[reference]?.withUnsafeBytes { Output.bytes($0) }
        if Terminal.isOutput { Output.bytes([0x0a]) }
    }
}

struct Inject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill in a file's references.", usage: "coffer inject TEMPLATE --app APP [--out FILE]",
        discussion: """
            Replaces every coffer://vault/NAME and coffer://blob/… in the template by its value, byte for byte: quotes and \
            escapes are the template's affair. Where something follows that could belong to the name, put the reference in \
            braces: {{ coffer://vault/openai/bot }}.

            A program that reads keys from its environment needs no file: coffer run leaves nothing on the disk.

            Examples:
              coffer inject config.template.json --app bot --out config.json     readable for you alone (mode 0600)
              coffer inject - --app bot < settings.yaml | docker compose -f - up
            """)

    @Argument(help: "The file with references; - for standard input.", completion: .file())
    var template: String

    @Option(name: .long, help: "The app whose permissions count.", completion: .apps)
    var app: String

    @Option(name: .long, help: "Write to this file instead of standard output.", completion: .file())
    var out: String?

    @OptionGroup var connection: Connection

    func run() async throws {
        let role = try AppRole(named: app)
        let parsed: Template
        do { parsed = try Template(try text) } catch let error as TemplateError {
            throw Failure(.refusedInput, "\(template): \(error)", hint: "put the reference in braces where its end is not clear: {{ … }}")
        }
        let references = parsed.references
        let values = references.isEmpty ? [:] : try await connection.with("inject") { try await $0.values(of: references, for: role) }
        let filled = try parsed.filled(with: values)
        guard let out else { return filled.withUnsafeBytes { Output.bytes($0) } }
        do { try Template.write(filled, to: out) } catch {
            throw Failure(.refusedInput, error.description, hint: "name a file that you may write; what was there is as it was")
        }
        let count = references.count
        Output.message("Wrote \(out) with \(count) value\(count == 1 ? "" : "s"): it holds them in plaintext, for you alone")
    }

    private var text: SharedSecret {
        get throws {
            if template == "-" {
                var bytes = try Terminal.standardInput(limit: Template.longest)
                return SharedSecret(moving: &bytes)
            }
            do {
                var bytes = try SmallFile.read(template, limit: Template.longest)
                return SharedSecret(moving: &bytes)
            } catch {
                throw Failure(.refusedInput, error.message, hint: "name a file with references in it, or - for standard input")
            }
        }
    }
}
