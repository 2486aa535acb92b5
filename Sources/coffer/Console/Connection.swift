// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

/// Taken by every command, whether it has something to ask or not.
struct YesOption: ParsableArguments {
    @Flag(name: .customLong("yes"), help: "Answer every confirmation with yes.")
    var isGiven = false
}

/// Which vault a command works on.
struct Connection: ParsableArguments {
    @Option(name: .long, help: "A server elsewhere, or 'aws'. Its credentials come from AWS's usual places.")
    var endpoint: String?

    @Option(name: .long, help: "The region at that endpoint.")
    var region: String?

    @Option(name: .long, help: "One of this vault's accounts, by name or number. Default: COFFER_ACCOUNT, else the first.")
    var account: String?

    @OptionGroup var yes: YesOption

    static let unsealing = Unsealing(attempts: 3) { isAgain in
        guard Terminal.isInput else {
            throw VaultError(
                .sealed, "the vault is sealed, and nobody can type its passphrase here",
                hint: "coffer unlock opens it for a while")
        }
        return try Terminal.passphrase(
            isAgain ? "wrong; passphrase of the vault: " : "passphrase of the vault: ", isNew: false)
    }

    private var given: String? { endpoint ?? VaultFolder.variable("COFFER_ENDPOINT").flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether it is AWS itself.
    var isAWS: Bool { given == "aws" }

    func options(_ purpose: String, userAgent: String? = nil) throws -> VaultSession.Options {
        let given = given
        guard given != nil || region == nil else {
            throw Failure(
                .usage, "--region goes with --endpoint: this machine's vault has the region that coffer init gave it",
                hint: "coffer credentials and an AWS client reach the vault's other regions")
        }
        let account = account ?? VaultFolder.variable("COFFER_ACCOUNT").flatMap { $0.isEmpty ? nil : $0 }
        guard given == nil || account == nil else {
            throw Failure(
                .usage, "--account chooses among the accounts of this machine's vault",
                hint: "at an endpoint, the credentials say which account it is")
        }
        return VaultSession.Options(
            folder: try .standard(), unsealing: Self.unsealing, purpose: purpose,
            userAgent: userAgent ?? "coffer/\(CofferCommand.version) \(purpose)", version: CofferCommand.version,
            endpoint: given, regionName: region, account: account)
    }

    /// Connects, works, and lets go of the vault whatever happens.
    func with<R>(
        _ purpose: String, userAgent: String? = nil, _ body: (VaultSession) async throws -> R
    ) async throws -> R {
        let session = try await VaultSession.connect(try options(purpose, userAgent: userAgent))
        do {
            let result = try await body(session)
            await session.close()
            return result
        } catch {
            await session.close()
            throw error
        }
    }
}

extension VaultSession {
    /// The key that this vault's fingerprints are made with.
    func fingerprintKey() async throws -> SharedSecret {
        try await client.call(Coffer.GetFingerprintKey.self, Coffer.GetFingerprintKeyInput()).key
    }

    /// Files as they were before they were rewritten.
    func originals() async throws -> Originals {
        let key = try await fingerprintKey()
        return Originals(client) { FingerprintText.of($0, key: key) }
    }
}
