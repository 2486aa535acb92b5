// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Store a key: typed unseen, or from stdin.", usage: "coffer add PROVIDER/USE")

    @Argument(help: "Its name, such as openai/bot.")
    var name: String

    @Option(name: .customLong("rotation-days"), help: "Days until it should be replaced.")
    var rotationDays: Int?

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let name = try SecretName(parsing: name)
        if let rotationDays, rotationDays < 1 { throw Failure(.usage, "--rotation-days is at least 1") }
        // Opened before anything is asked: a passphrase comes first, and a typed value is not lost to a sealed vault.
        try await connection.with("add") { session in
            guard Terminal.isInput, try await SecretSummary.all(session.client).contains(where: { $0.name == name.description }) else { return }
            throw Failure(.conflict, "there is a secret \(name) already", hint: "coffer rotate \(name) replaces its value")
        }
        let value = try Terminal.secret("value of \(name) (hidden): ")
        try Terminal.confirmShape(of: value, provider: name.provider, yes: connection.yes.isGiven)
        let days = rotationDays ?? (try? ProviderCatalogue.builtIn())?[name.provider]?.rotationDays
        let (stored, fingerprint) = try await connection.with("add") { session in
            let key = try await session.fingerprintKey()
            let fingerprint = value.withUnsafeBytes { FingerprintText.of($0, key: key) }
            if let same = try await SecretSummary.all(session.client).first(where: { $0.fingerprint == fingerprint }) {
                return (same.name, fingerprint)
            }
            do {
                try await SecretStoring(session.client).create(
                    name, value: value, fingerprint: fingerprint,
                    rotationDays: days ?? SecretSummary.defaultRotationDays)
            } catch let error as AWSError where error.code == "ResourceExistsException" {
                throw Failure(
                    .conflict, "there is a secret \(name) already, with another value", hint: "coffer rotate \(name) replaces it")
            }
            return (name.description, fingerprint)
        }
        let isNew = stored == name.description
        if format.isJSON {
            Output.json([
                "name": .string(stored), "fingerprint": .string(fingerprint), "reference": .string("coffer://vault/\(stored)"),
            ])
            return
        }
        Output.line(isNew ? "Stored \(stored) (\(fingerprint))" : "The vault has this key already, as \(stored) (\(fingerprint))")
        Output.line("Use it as coffer://vault/\(stored), after: coffer allow APP \(stored)")
    }
}
