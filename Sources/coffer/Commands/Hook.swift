// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferVault

struct Hook: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Stop keys before they are committed.",
        discussion: """
            coffer hook install puts a pre-commit hook into a git repository. Each commit then first looks through the files \
            that it takes up, in a fraction of a second, and does not happen where one holds a key.
            """,
        subcommands: [Install.self, Remove.self])

    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Put the pre-commit hook into a repository.")

        @Argument(help: "A folder of the repository.", completion: .directory)
        var folder = "."

        @Option(name: .long, help: "Keys that are accepted: what coffer scan --write-baseline wrote.", completion: .file())
        var baseline: String?

        @OptionGroup var yes: YesOption

        func run() throws {
            let hook = try PreCommitHook(folder: folder)
            try hook.install(baseline: baseline)
            Output.line("Put in \(hook.path)")
            Output.line("It stops a commit that holds a key. coffer hook remove takes it out again.")
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take the pre-commit hook out.")

        @Argument(help: "A folder of the repository.", completion: .directory)
        var folder = "."

        @OptionGroup var yes: YesOption

        func run() throws {
            let hook = try PreCommitHook(folder: folder)
            Output.line(try hook.remove() ? "Took out \(hook.path)" : "There is none of Coffer's in this repository")
        }
    }
}
