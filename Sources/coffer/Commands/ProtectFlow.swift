// SPDX-License-Identifier: Apache-2.0
internal import AWSClient
internal import CofferBase
internal import CofferLocal
internal import CofferVault

/// The six steps of `coffer protect`, in order.
struct ProtectFlow {
    let folder: String
    let isDry: Bool
    let code: Bool
    let connection: Connection
    private var isSure: Bool { connection.yes.isGiven }

    init(folder: String, isDry: Bool, code: Bool, connection: Connection) {
        (self.folder, self.isDry, self.code, self.connection) = (folder, isDry, code, connection)
    }

    /// Returns whether keys are left in plaintext.
    mutating func run() async throws -> Bool {
        let catalogue = try ProviderCatalogue.builtIn()
        step(1, "Find")
        var options = ScanOptions()
        options.keepsSecrets = true
        options.history = true
        let report = try await ScanRunner.scan([folder], options: options, connection: connection)
        for warning in report.warnings { Output.message("coffer: \(Terminal.plain(warning.description))") }
        guard report.isComplete else { throw Failure(.internalError, "the scan was interrupted", hint: "run it again") }
        guard !report.findings.isEmpty else {
            Output.line("No keys in \(Plural.files(report.statistics.files)), so there is nothing to do.")
            return false
        }
        var plan = ProtectionPlan(report, folder: folder, secrets: try await secrets())
        show(report, plan, catalogue)

        step(2, "Store each under a name for its use, encrypted")
        try name(&plan)
        if !isDry { try await store(plan, catalogue) }

        step(3, "Put references into your files")
        let remaining = try await rewrite(RewritePlan(plan, catalogue: catalogue))

        step(4, "Let each project read its own keys, and nothing else")
        try await allow(plan)

        step(5, "Rotate: replace keys that others may have seen")
        try await rotate(plan, catalogue)

        step(6, "What is left")
        return finish(plan, remaining)
    }

    private func step(_ number: Int, _ title: String) {
        Output.line("")
        Output.line(Terminal.bold("\(number) of 6  \(title)"))
    }

    /// A path as it is told: from the folder on.
    private func short(_ path: String) -> String {
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        return Terminal.plain(path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path)
    }

    private func short(_ place: Finding.Place) -> String { short(place.text) }

    private func secrets() async throws -> [SecretSummary] {
        do { return try await connection.with("protect") { try await SecretSummary.all($0.client) } } catch let error as VaultError
            where isDry && (error.reason == .absent || error.reason == .sealed)
        { return [] }
    }

    private func show(_ report: ScanReport, _ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) {
        for (number, finding) in report.findings.enumerated() {
            let title = catalogue[finding.provider]?.title ?? finding.provider
            let count = finding.places.count
            let also = finding.isInHistory ? ", git history among them" : ""
            Output.line("  \(number + 1)  \(title) key, in \(Plural.of(count, "place"))\(also)")
            for place in finding.places.prefix(4) {
                Output.line("       " + short(place) + (place.variable.map { "  \($0)" } ?? ""))
            }
            if count > 4 { Output.line("       and \(count - 4) more") }
        }
        Output.line("\(Plural.keys(report.findings.count)) in \(Plural.files(report.statistics.files))")
    }

    private func name(_ plan: inout ProtectionPlan) throws {
        for entry in plan.entries {
            let place = short(entry.places[0])
            if entry.isReplaced {
                Output.line("  \(entry.name) had the key in \(place) before: it was replaced since")
            } else if entry.isGone {
                Output.line("  not stored, as only git history has it: \(place)")
            } else {
                Output.line("  \(entry.name)\(entry.isStored ? "  (in the vault already)" : "")  from \(place)")
            }
        }
        guard !isDry, !isSure, plan.used.contains(where: { !$0.isStored }) else { return }
        let answer = try Terminal.choose("Store them under these names? [Y/n, e to change names] ", ["y", "n", "e"], usual: "y")
        if answer == "n" {
            throw Failure(.refusedInput, "nothing was stored or changed", hint: "coffer protect \(ShellWord.quoted(folder)) --dry-run shows all that it would do")
        }
        guard answer == "e" else { return }
        for index in plan.entries.indices where !plan.entries[index].isStored && !plan.entries[index].isGone {
            while true {
                let entry = plan.entries[index]
                let text = try Terminal.ask("Name for the \(entry.finding.provider) key in \(short(entry.places[0])) [\(entry.name)] ")
                if text.isEmpty { break }
                if TypedKey.isMeant(by: text) {
                    Output.message("That is a key, not a name: names are shown, and stand in your files.")
                    continue
                }
                do throws(SecretNameError) {
                    let name = try SecretName(parsing: text)
                    if name.provider != entry.finding.provider {
                        Output.message("It is a key of \(entry.finding.provider), so its name is \(entry.finding.provider)/USE.")
                    } else if plan.rename(index, to: name) {
                        break
                    } else {
                        Output.message("There is a secret \(name) already.")
                    }
                } catch { Output.message("\(error)") }
            }
        }
    }

    private func store(_ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) async throws {
        try await connection.with("protect") { session in
            let storing = SecretStoring(session.client)
            for entry in plan.used {
                let exposure = Exposure.worst(of: entry.finding.places)
                if entry.isStored {
                    if exposure.isUrgent { try await storing.note(exposure, of: entry.name) }
                    continue
                }
                guard let value = entry.finding.secret() else { continue }
                try await storing.create(
                    try SecretName(parsing: entry.name), value: value, fingerprint: entry.finding.fingerprint,
                    rotationDays: catalogue.rotationDays(of: entry.finding.provider),
                    exposure: exposure.isUrgent ? exposure : nil)
                Output.line("stored  \(entry.name)")
            }
        }
    }

    /// Returns the places that hold a key afterwards.
    private func rewrite(_ plan: RewritePlan) async throws -> [RemainingKey] {
        let references = plan.prepared(changingCode: false)
        for one in references.rewrites { Output.line(one.preview) }
        let count = references.rewrites.count
        if count > 0, !isDry, try !Terminal.confirm("Change \(Plural.files(count)) like this?", yes: isSure, isUsual: true) {
            Output.line("No file was changed: the keys are stored, and lie in your files still.")
            return plan.declined.remaining
        }
        var chosen = references
        let all = plan.prepared(changingCode: true)
        let known = Set(references.rewrites.map(\.preview))
        let added = all.rewrites.filter { !known.contains($0.preview) }
        if !added.isEmpty {
            for one in added { Output.line(one.preview) }
            for file in all.newFiles {
                Output.line("+++ \(Terminal.plain(file.path)) (new)\n" + file.text.split(separator: "\n").map { "+\($0)\n" }.joined())
            }
            Output.line("The code would read its keys from the environment, where coffer run puts them.")
            if try isDry || code || !isSure && Terminal.confirm("Change the code too?", yes: false) { chosen = all }
        }
        if all.rewrites.isEmpty {
            let isFailed = all.remaining.contains { if case .failed = $0.reason { true } else { false } }
            Output.line(isFailed ? "The files could not be changed: step 6 says why." : "There is no file that a reference would work in.")
        }
        if isDry { return chosen.remaining }
        return try await commit(chosen)
    }

    private func commit(_ chosen: RewritePlan.Prepared) async throws -> [RemainingKey] {
        // INVARIANT 1: the originals are kept encrypted, before the files lose them, and nowhere else.
        try await connection.with("protect") { session in
            let originals = try await session.originals()
            for one in chosen.rewrites { try await originals.keep(one) }
            for one in chosen.newFiles { try await originals.keep(one) }
        }
        // What code will read is there before the code reads it.
        for file in chosen.newFiles {
            try change(file.path) { () throws(RewriteError) in try file.create() }
            Output.line("made    \(short(file.path))")
        }
        for one in chosen.rewrites {
            try change(one.path) { () throws(RewriteError) in try one.commit() }
            Output.line("changed \(short(one.path))")
        }
        return chosen.remaining
    }

    private func change(_ path: String, _ body: () throws(RewriteError) -> Void) throws(Failure) {
        do throws(RewriteError) { try body() } catch {
            Output.message("coffer: \(Terminal.plain(error.description))")
            throw Failure(
                .refusedInput, "\(short(path)) was not changed, nor what comes after it; what held keys there still does",
                hint: "mend that, and run coffer protect \(ShellWord.quoted(folder)) again")
        }
    }

    private func allow(_ plan: ProtectionPlan) async throws {
        for app in plan.apps { Output.line("  \(app.name) may read \(app.secrets.joined(separator: ", "))") }
        let count = plan.apps.count
        guard count > 0 else { return Output.line("No project reads a key from here.") }
        guard !isDry, try Terminal.confirm("Allow \(count == 1 ? "this" : "these")?", yes: isSure, isUsual: true) else {
            if !isDry { Output.line("Later: " + plan.apps.map { "coffer allow \($0.name) \($0.secrets.joined(separator: " "))" }.joined(separator: "; ")) }
            return
        }
        try await connection.with("protect") { session in
            let arns = Dictionary(try await SecretSummary.all(session.client).map { ($0.name, $0.arn) }) { first, _ in first }
            let account = try await session.account()
            let key = try await SecretStoring(session.client).keyARN()
            for app in plan.apps {
                let role = try AppRole(named: app.name)
                // What it may read already keeps its limits.
                let current = try await role.current(session.client)
                let new = app.secrets.compactMap { arns[$0] }.filter { current?.limits(of: $0) == nil }
                if new.isEmpty { continue }
                _ = try await role.allow(AppRole.Permissions(secrets: new, keys: [key]), account: account, session.client)
            }
        }
        Output.line("allowed \(Plural.of(count, "app"))")
    }

    private func rotate(_ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) async throws {
        let rotation = plan.rotation
        if !isDry { try await separate(plan, catalogue) }
        let urgent = rotation.filter(\.exposure.isUrgent)
        if !rotation.isEmpty {
            let first = urgent.count == 1 ? "the first" : "the first \(urgent.count)"
            Output.line(
                urgent.isEmpty
                    ? "None was where others could see it. By and by, in this order:"
                    : urgent.count == rotation.count ? "Today, in this order:" : "In this order, \(first) today:")
        }
        for (number, item) in rotation.enumerated() {
            let provider = catalogue[item.entry.finding.provider]
            let days = catalogue.rotationDays(of: item.entry.finding.provider)
            let when = item.exposure.isUrgent ? "replace it now" : "in \(days) days at the latest"
            Output.line("  \(number + 1)  coffer rotate \(item.entry.name)")
            Output.line("       it was in \(item.exposure.text); \(when)")
            if let console = provider?.console { Output.line("       a new one: \(console)") }
        }
        for entry in plan.entries where entry.isGone {
            let provider = catalogue[entry.finding.provider]
            Output.line("  -  \(provider?.title ?? entry.finding.provider) key in \(short(entry.places[0])): end it")
            if let console = provider?.console { Output.line("       at \(console)") }
        }
    }

    /// Questions of this kind that are asked at most.
    private static let mostSeparate = 2

    /// Offers to give each use of a key that several have one of its own.
    private func separate(_ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) async throws {
        let shared = plan.shared
        guard !shared.isEmpty else { return }
        for entry in shared {
            let first = plan.entries.first { $0.finding.fingerprint == entry.finding.fingerprint }?.name ?? ""
            Output.line("  \(entry.name) is the same key as \(first): if one leaks, both are lost")
        }
        guard Terminal.isInput, !isSure else {
            Output.line("Give each its own, when you have made one: coffer rotate NAME")
            return
        }
        for entry in shared.prefix(Self.mostSeparate) {
            let console = catalogue[entry.finding.provider]?.console.map { " \($0)" } ?? ""
            if !console.isEmpty { Output.line("  Make one at\(console)") }
            guard let value = try Terminal.optionalSecret("Own key for \(entry.name) (hidden; Enter: later): ") else { continue }
            try await connection.with("protect") { session in
                let key = try await session.fingerprintKey()
                let fingerprint = value.withUnsafeBytes { FingerprintText.of($0, key: key) }
                if fingerprint == entry.finding.fingerprint {
                    return Output.line("That is the old key; coffer rotate \(entry.name) takes a new one later.")
                }
                try await SecretStoring(session.client).rotate(entry.name, value: value, fingerprint: fingerprint)
                Output.line("rotated \(entry.name)")
            }
        }
    }

    private func finish(_ plan: ProtectionPlan, _ remaining: [RemainingKey]) -> Bool {
        let places = remaining.filter { $0.reason != .history }
        for one in places.prefix(20) {
            Output.line("  \(short(one.place))")
            Output.line("       \(one.nextStep)")
        }
        if places.count > 20 { Output.line("  and \(places.count - 20) more: coffer scan \(ShellWord.quoted(folder))") }
        for (number, history) in HistoryCleaning.of(remaining).enumerated() {
            if number > 0 || !places.isEmpty { Output.line("") }
            for line in history.text { Output.line(Terminal.plain(line)) }
        }
        if remaining.isEmpty { Output.line("Nothing: no key lies in plaintext in \(Terminal.plain(folder)).") }
        Output.line("")
        if isDry {
            Output.line("Nothing was changed. To do it: coffer protect \(ShellWord.quoted(folder))")
            return !remaining.isEmpty
        }
        let apps = plan.apps.filter { !$0.envFiles.isEmpty }
        if !apps.isEmpty { Output.line("Start your programs like this from now on:") }
        for app in apps {
            let files = app.envFiles.map { "--env-file \(ShellWord.quoted($0)) " }.joined()
            Output.line("  cd \(ShellWord.quoted(app.folder))")
            Output.line("  coffer run --app \(app.name) \(files)-- YOUR COMMAND")
        }
        let this = "coffer protect \(ShellWord.quoted(folder))"
        Output.line("Something broke?     \(this) --undo")
        Output.line("All works?           \(this) --confirm   (forgets how they were)")
        Output.line("No copy of the vault yet? coffer backup FOLDER, on another disk")
        return !remaining.isEmpty
    }
}
