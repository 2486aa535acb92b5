// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal

struct Account: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep several accounts in one vault, each apart from the others.",
        discussion: """
            An account has its own keys, secrets, apps, users and log. Nothing of one is seen from another, unless a policy \
            in both of them says so.

            Examples:
              coffer account add client-a
              coffer --help                          every command takes --account
              coffer add openai/bot --account client-a
              coffer credentials --account client-a  for the aws CLI and SDKs
            """,
        subcommands: [AddAccount.self, ListAccounts.self], defaultSubcommand: ListAccounts.self)
}

struct AddAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an account, with its owner and its encryption key.")

    @Argument(help: "Its name: lower-case letters, digits and hyphens.")
    var name: String

    @Option(name: .long, help: "Its number, 12 digits. Default: a random one.")
    var number: String?

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        guard let first = name.utf8.first, (0x61...0x7a).contains(first), name.utf8.count <= 64,
            name.utf8.allSatisfy({ (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d })
        else {
            throw Failure(
                .usage, "'\(name)' can't be an account's name",
                hint: "begin with a lower-case letter; letters, digits and hyphens may follow: client-a")
        }
        let id = try await connection.with("account") { session -> String in
            do {
                let made = try await session.client.call(
                    Coffer.CreateAccount.self, Coffer.CreateAccountInput(name: name, accountId: number))
                return made.account.accountId
            } catch let error as AWSError where error.code == "AlreadyExistsException" {
                // One that was interrupted before it had its key is finished.
                let all = try await session.client.call(Coffer.ListAccounts.self, Coffer.ListAccountsInput()).accounts
                guard let there = all.first(where: { $0.name == name }), number == nil || number == there.accountId else {
                    throw error
                }
                return there.accountId
            }
        }
        var own = connection
        own.account = id
        try await own.with("account") { try await FirstKey.ensure($0.client) }
        if format.isJSON { return Output.json(["name": .string(name), "accountId": .string(id)]) }
        Output.line("The account \(name) is \(id). Every command works on it with --account \(name),")
        Output.line("or in this shell after: export COFFER_ACCOUNT=\(name)")
        Output.line("Next: coffer add openai/bot --account \(name)")
    }
}

struct ListAccounts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Show the vault's accounts.")

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let accounts = try await connection.with("account") {
            try await $0.client.call(Coffer.ListAccounts.self, Coffer.ListAccountsInput()).accounts
        }
        if format.isJSON {
            let entries = accounts.map { account -> JSONValue in
                ["name": account.name.map(JSONValue.string) ?? .null, "accountId": .string(account.accountId)]
            }
            return Output.json(.array(entries))
        }
        for account in accounts {
            let name = account.isFirst == true ? "(the vault's first)" : Terminal.plain(account.name ?? "")
            Output.line("\(account.accountId)  \(name)")
        }
    }
}
