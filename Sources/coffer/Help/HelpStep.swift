// SPDX-License-Identifier: Apache-2.0

/// One of the six steps, as `coffer help` explains it to somebody who makes things with AI.
struct HelpStep: Sendable, Equatable {
    let number: Int
    let name: String
    /// In a few words, for the list.
    let summary: String
    let text: String
    /// The command of the same name, where there is one.
    var command: String?

    /// By its name or its number.
    static func named(_ name: String) -> HelpStep? { all.first { $0.name == name || String($0.number) == name } }

    /// What `coffer help STEP` prints; nil where the arguments ask for something else.
    /// Throws where it asks for what is none.
    static func asked(by arguments: [String]) throws(Failure) -> String? {
        guard arguments.count >= 3, arguments[1] == "help", !arguments[2].hasPrefix("-") else { return nil }
        if ["steps", "step"].contains(arguments[2]) {
            guard arguments.count > 3 else { return list }
            return try asked(by: Array(arguments[..<2] + arguments[3...]))
        }
        // The help of a subcommand.
        if arguments.count > 3 { return nil }
        guard let step = named(arguments[2]) else {
            if CofferCommand.names.contains(arguments[2]) { return nil }
            throw Failure(
                .usage, "there is no command and no step '\(Terminal.plain(String(arguments[2].prefix(30))))'",
                hint: "coffer --help lists the commands, coffer help steps the six steps")
        }
        return step.text + (step.command.map { "\n\ncoffer \($0) --help shows the options of the command." } ?? "")
    }

    /// What `coffer help steps` prints.
    static var list: String {
        let rows = all.map { "  \($0.number)  \($0.name)\(String(repeating: " ", count: 9 - $0.name.count))\($0.summary)" }
        return "The six steps to keys that don't leak:\n\n" + rows.joined(separator: "\n")
            + "\n\ncoffer help find explains the first; numbers do as well: coffer help 1."
    }

    static let all: [HelpStep] = [
        HelpStep(
            number: 1, name: "find", summary: "find every key that lies around",
            text: """
                Step 1 of 6: find every key that lies around

                A key in a .env file, a notebook, a spreadsheet or a chat log can be read
                by whatever reads the file: a coding agent, a backup, a stranger with the
                repository. Before you can put keys away you have to know where they are.

                  coffer scan .                  this folder, with its git history
                  coffer scan ~/Documents        spreadsheets, PDFs and archives too
                  coffer doctor --agents         what coding agents may read here

                It shows where each key stands and whose it is, never the key itself. The
                same key in two places has the same fingerprint.

                What can go wrong: a key in git history stays there for whoever has a copy.
                Make a new one at the provider and end the old one: hiding it is too late.

                Next: coffer help key
                """),
        HelpStep(
            number: 2, name: "key", summary: "make a key that never leaves the vault",
            text: """
                Step 2 of 6: make a key that never leaves the vault

                Your API keys get encrypted under one key that is made inside the vault and
                can't be taken out of it. Programs ask the vault to open something; they
                never hold what opens everything.

                  coffer init                    asks for a passphrase
                  coffer init --seal key-file    for machines where nobody types
                  coffer status                  the vault on one screen

                What can go wrong: a forgotten passphrase or a lost key file can't be
                replaced by anybody. Keep a copy away from this computer, and make backups:

                  coffer backup /mnt/other-disk

                Next: coffer help encrypt
                """),
        HelpStep(
            number: 3, name: "encrypt", summary: "put each API key into the vault",
            text: """
                Step 3 of 6: put each API key into the vault

                Stored keys are encrypted one by one, and your files keep only references
                such as coffer://vault/openai/bot. A reference is worth nothing to a thief,
                so the file may be read, copied and committed.

                  coffer add openai/bot          type or paste one key, unseen
                  coffer import --rewrite .env   move a file's keys, leave references
                  coffer import --undo .env      put that file back as it was
                  coffer protect .               a whole folder, step by step
                  coffer list                    what is in the vault

                What can go wrong: a program that reads the rewritten file itself gets the
                reference. Start it with coffer run, which fills the keys in.

                (To encrypt a file of yours under the vault's key: coffer encrypt.)

                Next: coffer help allow
                """, command: "encrypt"),
        HelpStep(
            number: 4, name: "allow", summary: "say which program may use which key",
            text: """
                Step 4 of 6: say which program may use which key

                A bot that needs one key should not be able to read twelve. Give each
                program a name of its own, and allow that name just what it needs: then a
                mistake in one program costs one key.

                  coffer allow bot openai/bot
                  coffer allow bot openai/bot --hours 08:00-23:00 --rate 100/hour
                  coffer run --app bot --env-file .env -- python bot.py
                  coffer read openai/bot --app bot         one value, for a script
                  coffer access                            who may read what, and when
                  coffer why bot openai/bot                may it now, and why (not)?
                  coffer deny bot                          stop it at once

                coffer run puts the keys into that program's memory alone, and nothing onto
                the disk.

                What can go wrong: "the app bot may not read …" means that you have not
                allowed it yet; the hint below it is the command that does.

                Next: coffer help rotate
                """, command: "allow"),
        HelpStep(
            number: 5, name: "rotate", summary: "replace keys before somebody else uses them",
            text: """
                Step 5 of 6: replace keys before somebody else uses them

                A key that leaked a year ago still spends your money today. Replacing keys
                now and then makes old copies worthless.

                  coffer list                    AGE, and when each is due
                  coffer rotate openai/bot       type the new key; programs go on as before
                  coffer rotate --key --yearly   the vault's own key, and every year

                Make the new key at the provider first, rotate, see that your program still
                works, and end the old key at the provider last.

                What can go wrong: as long as you don't end the old key there, it still
                works for whoever has it.

                Next: coffer help log
                """, command: "rotate"),
        HelpStep(
            number: 6, name: "log", summary: "see who unlocked which key, and when",
            text: """
                Step 6 of 6: see who unlocked which key, and when

                Every unlocking is written down before the key is handed out, and nobody
                can edit the log without being found out. When a bill looks odd, the log
                says which program used which key.

                  coffer log                     the newest events, in sentences
                  coffer log verify              is the log as it was written?
                  coffer log checkpoint > FILE   a proof to keep elsewhere
                  coffer doctor                  what to mend, and a score

                What can go wrong: who can replace the whole vault folder can put an older
                log back. A checkpoint that is kept elsewhere finds that:
                coffer log verify --checkpoint FILE.

                Then again from the start, now and then: coffer scan .
                """, command: "log"),
    ]
}
