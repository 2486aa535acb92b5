// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

/// `NAME=VALUE` pairs that a ciphertext is bound to.
struct ContextOptions: ParsableArguments {
    @Option(name: .long, help: "NAME=VALUE that the ciphertext is bound to; may be given several times.")
    var context: [String] = []

    @Option(name: .long, help: "Bind it to an app, as coffer run opens it.", completion: .apps)
    var app: String?

    func pairs() throws -> [String: String]? {
        var pairs: [String: String] = [:]
        for text in context {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw Failure(.usage, "'\(text)' is not NAME=VALUE", hint: "such as --context app=bot")
            }
            pairs[String(text[..<equals])] = String(text[text.index(after: equals)...])
        }
        if let app { pairs[AppRole.blobContext] = app }
        return pairs.isEmpty ? nil : pairs
    }
}

struct Encrypt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Encrypt a value from stdin or the prompt into a reference for a config file.",
        usage: "coffer encrypt [--app APP] [--key KEY]")

    @Option(name: .long, help: "The KMS key.")
    var key = SecretStoring.keyAlias

    @OptionGroup var context: ContextOptions
    @OptionGroup var connection: Connection

    func run() async throws {
        let pairs = try context.pairs()
        // Opened before anything is asked.
        try await connection.with("encrypt") { _ in }
        let value = try Terminal.secret("value to encrypt (hidden): ")
        guard value.count <= 4096 else {
            throw Failure(.refusedInput, "KMS encrypts up to 4096 bytes", hint: "coffer add keeps larger values")
        }
        let blob = try await connection.with("encrypt") {
            do {
                return try await $0.client.call(
                    KMS.Encrypt.self, KMS.EncryptInput(keyId: key, plaintext: value, encryptionContext: pairs))
            } catch let error as AWSError where error.code == "NotFoundException" {
                throw Failure(.notFound, "there is no KMS key \(key)", hint: "the usual one is \(SecretStoring.keyAlias)")
            }
        }
        Output.line(Reference.blob(blob.ciphertextBlob ?? []).description)
    }
}

struct Decrypt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decrypt a reference or base64 that coffer encrypt or KMS made.", usage: "coffer decrypt [BLOB]")

    @Argument(help: "coffer://blob/… or base64. Default: stdin.")
    var blob: String?

    @OptionGroup var context: ContextOptions
    @OptionGroup var connection: Connection

    func run() async throws {
        let pairs = try context.pairs()
        let text = try blob ?? Terminal.secret("blob: ").withText { $0 } ?? ""
        let bytes: [UInt8]
        if Reference.isMeant(by: text) {
            guard case .blob(let found) = try Reference(parsing: text) else {
                throw Failure(.refusedInput, "that reference names a secret, not a blob", hint: "coffer run opens it")
            }
            bytes = found
        } else {
            guard let found = Base64.decode(text) ?? Base64.decode(text, alphabet: .urlSafeNoPadding), !found.isEmpty else {
                throw Failure(
                    .refusedInput, "that is neither coffer://blob/… nor base64", hint: "give what coffer encrypt printed")
            }
            bytes = found
        }
        let reply = try await connection.with("decrypt") {
            try await $0.client.call(KMS.Decrypt.self, KMS.DecryptInput(ciphertextBlob: bytes, encryptionContext: pairs))
        }
        guard let plaintext = reply.plaintext else { throw AWSError.internalFailure }
        plaintext.withUnsafeBytes { Output.bytes($0) }
        if Terminal.isOutput { Output.line("") }
    }
}
