// SPDX-License-Identifier: Apache-2.0
internal import AWSSigning
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import Glibc

enum SealKind: String, ExpressibleByArgument, CaseIterable {
    case keyFile = "key-file"
    case passphrase
}

/// What `init` and `serve --ephemeral` make a vault of.
struct PlanOptions: ParsableArguments {
    @Option(name: .long, help: "The account's 12 digits. Default: random.")
    var accountID: String?

    func plan(region: String, owner: Credentials?) throws -> VaultPlan {
        let account: AccountID
        if let accountID {
            guard let given = AccountID(accountID) else {
                throw Failure(.usage, "'\(accountID)' is no account id", hint: "an account id has 12 digits")
            }
            account = given
        } else {
            account = .random()
        }
        guard let known = Region(region) else { throw Failure(.usage, "'\(region)' is no region", hint: "such as us-east-1") }
        return VaultPlan(account: account, region: known, owner: owner)
    }

    /// The owner's access key from `COFFER_OWNER_ACCESS_KEY_ID` and `COFFER_OWNER_SECRET_ACCESS_KEY`; nil without.
    static func ownerFromEnvironment() throws -> Credentials? {
        func value(_ name: String) -> String? { VaultFolder.variable(name).flatMap { $0.isEmpty ? nil : $0 } }
        switch (value("COFFER_OWNER_ACCESS_KEY_ID"), value("COFFER_OWNER_SECRET_ACCESS_KEY")) {
        case (let id?, let secret?): return Credentials(accessKeyID: id, secret: SharedSecret(utf8: secret))
        case (nil, nil): return nil
        default:
            throw Failure(
                .usage, "half of the owner's access key is set",
                hint: "set both COFFER_OWNER_ACCESS_KEY_ID and COFFER_OWNER_SECRET_ACCESS_KEY")
        }
    }
}

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a vault, with a KMS key in it.", usage: "coffer init [--seal key-file|passphrase]")

    @Option(name: .long, help: "What opens it: key-file or passphrase. Default: key-file without a terminal, else passphrase.")
    var seal: SealKind?

    @Option(name: .long, help: "The vault's region.")
    var region = "us-east-1"

    @Flag(name: .long, help: "Bring the owner's access key from COFFER_OWNER_ACCESS_KEY_ID and …_SECRET_ACCESS_KEY.")
    var ownerKeyFromEnv = false

    @OptionGroup var options: PlanOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var yes: YesOption

    func run() async throws {
        _ = try await make()
        if !format.isJSON { Output.line("\nNext: coffer scan FOLDER finds keys, coffer add openai/bot stores one.") }
    }

    /// Makes the vault, and says so. Returns the passphrase that was typed.
    func make() async throws -> SharedSecret? {
        var owner: Credentials?
        if ownerKeyFromEnv {
            owner = try PlanOptions.ownerFromEnvironment()
            if owner == nil {
                throw Failure(
                    .usage, "the environment has no owner's access key",
                    hint: "set COFFER_OWNER_ACCESS_KEY_ID and COFFER_OWNER_SECRET_ACCESS_KEY")
            }
        }
        let plan = try options.plan(region: region, owner: owner)
        let folder = try VaultFolder.standard()
        var status = stat()
        if stat(folder.path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            throw Failure(.refusedInput, "\(folder.path) is not a folder", hint: "set COFFER_HOME to a new or empty folder")
        }
        if folder.holdsVault {
            throw Failure(.conflict, "there is a vault in \(folder.path) already", hint: "coffer status shows it")
        }
        let kind = seal ?? (Terminal.isInput ? .passphrase : .keyFile)
        let passphrase = kind == .passphrase ? try Terminal.passphrase("passphrase for the new vault: ", isNew: true) : nil
        let choice = passphrase.map { VaultCreator.SealChoice.passphrase($0) } ?? .keyFile
        let key = try await VaultCreator.create(folder, seal: choice, plan: plan, version: CofferCommand.version)
        if format.isJSON {
            Output.json([
                "folder": .string(folder.path), "account": .string(plan.account.description),
                "region": .string(plan.region.description), "seal": .string(kind.rawValue), "key": .string(key),
                "alias": "alias/coffer", "key_file": kind == .keyFile ? .string(folder.keyFile) : .null,
            ])
            return passphrase
        }
        Output.line("Made a vault in \(folder.path)")
        Output.line("  account  \(plan.account)   region  \(plan.region)")
        Output.line("  key      \(key)")
        Output.line("")
        switch kind {
        case .keyFile:
            Output.line("Keep safe: \(folder.keyFile)")
            Output.line("It opens the vault. Keep a copy in another place; without it nothing opens again.")
        case .passphrase:
            Output.line("Keep safe: the passphrase. It opens the vault; without it nothing opens again.")
        }
        return passphrase
    }
}
