// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replace a key by a new one, or rotate the KMS key.", usage: "coffer rotate NAME | --key [--yearly]")

    @Argument(help: "The secret whose value is replaced: typed unseen, or from stdin.", completion: .secrets)
    var name: String?

    @Flag(name: .long, help: "Rotate the vault's KMS key and encrypt every secret anew.")
    var key = false

    @Flag(name: .long, help: "With --key: have it rotate by itself once a year from now on, too.")
    var yearly = false

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func validate() throws {
        if yearly, !key { throw ValidationError("--yearly goes with --key: a provider's key is made anew by you") }
        if key == (name != nil) { throw ValidationError("give the name of a secret, or --key") }
    }

    func run() async throws {
        guard let name else {
            let count = try await connection.with("rotate") {
                let storing = SecretStoring($0.client)
                if yearly { try await storing.rotateYearly() }
                return try await storing.rotateKey()
            }
            if format.isJSON {
                Output.json(["rotated": "alias/coffer", "reencrypted": .integer(Int64(count)), "yearly": .bool(yearly)])
            } else {
                Output.line("Rotated alias/coffer, and encrypted \(count) secret\(count == 1 ? "" : "s") anew")
                if yearly { Output.line("From now on it rotates by itself once a year") }
            }
            return
        }
        // Before anything is asked: is there such a secret.
        try await connection.with("rotate") {
            do {
                _ = try await $0.client.call(
                    SecretsManager.DescribeSecret.self, SecretsManager.DescribeSecretInput(secretId: name))
            } catch let error as AWSError where error.code == "ResourceNotFoundException" {
                throw Failure.noSecret(name)
            }
        }
        let provider = name.split(separator: "/").first.map { String($0) } ?? ""
        if Terminal.isInput, let console = (try? ProviderCatalogue.builtIn())?[provider]?.console {
            Output.message("Make a new key there, and end the old one afterwards:\n  \(console)")
        }
        let value = try Terminal.secret("new value of \(name) (hidden): ")
        try Terminal.confirmShape(of: value, provider: provider, yes: connection.yes.isGiven)
        let fingerprint = try await connection.with("rotate") { session in
            let key = try await session.fingerprintKey()
            let fingerprint = value.withUnsafeBytes { FingerprintText.of($0, key: key) }
            if try await SecretSummary.all(session.client).contains(where: { $0.name == name && $0.fingerprint == fingerprint }) {
                throw Failure(.refusedInput, "that is the value \(name) has already", hint: "make a new key at the provider first")
            }
            try await SecretStoring(session.client).rotate(name, value: value, fingerprint: fingerprint)
            return fingerprint
        }
        if format.isJSON {
            Output.json(["rotated": .string(name), "fingerprint": .string(fingerprint)])
        } else {
            Output.line("Rotated \(name) (\(fingerprint)); coffer read --previous shows the old one")
        }
    }
}
