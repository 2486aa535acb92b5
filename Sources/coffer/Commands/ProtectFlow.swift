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
        for warning in report.warnings { Output.message("coffer: \(warning)") }
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
        return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
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
            Output.line("  \(entry.name)\(entry.isStored ? "  (in the vault already)" : "")  from \(short(entry.places[0]))")
        }
        guard !isDry, !isSure, plan.entries.contains(where: { !$0.isStored }) else { return }
        let answer = try Terminal.ask("Store them under these names? [Y/n, e to change names] ").lowercased()
        if answer == "n" || answer == "no" {
            throw Failure(.refusedInput, "nothing was stored or changed", hint: "coffer protect \(folder) --dry-run shows all that it would do")
        }
        guard answer == "e" else { return }
        for index in plan.entries.indices where !plan.entries[index].isStored {
            while true {
                let entry = plan.entries[index]
                let text = try Terminal.ask("Name for the key in \(short(entry.places[0])) [\(entry.name)] ")
                if text.isEmpty { break }
                do throws(SecretNameError) {
                    if plan.rename(index, to: try SecretName(parsing: text)) { break }
                    Output.message("There is a secret \(text) already.")
                } catch { Output.message("\(error)") }
            }
        }
    }

    private func store(_ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) async throws {
        try await connection.with("protect") { session in
            let storing = SecretStoring(session.client)
            for entry in plan.entries {
                let exposure = Exposure.worst(of: entry.finding.places)
                if entry.isStored {
                    if exposure.isUrgent { try await storing.note(exposure, of: entry.name) }
                    continue
                }
                guard let value = entry.finding.secret() else { continue }
                try await storing.create(
                    try SecretName(parsing: entry.name), value: value, fingerprint: entry.finding.fingerprint,
                    rotationDays: catalogue[entry.finding.provider]?.rotationDays ?? SecretSummary.defaultRotationDays,
                    exposure: exposure.isUrgent ? exposure : nil)
                Output.line("stored  \(entry.name)")
            }
        }
    }

    /// Returns the places that hold a key afterwards.
    private func rewrite(_ plan: RewritePlan) async throws -> [RemainingKey] {
        let references = plan.prepared(changingCode: false)
        for one in references.rewrites { Output.line(one.preview) }
        var accepts = true
        if !references.rewrites.isEmpty, !isDry {
            let count = references.rewrites.count
            accepts = try Terminal.confirm("Change \(Plural.files(count)) like this?", yes: isSure, isUsual: true)
        }
        var chosen = references
        let all = plan.prepared(changingCode: true)
        let known = Set(references.rewrites.map(\.preview))
        let added = all.rewrites.filter { !known.contains($0.preview) }
        if !added.isEmpty {
            for one in added { Output.line(one.preview) }
            for file in all.newFiles {
                Output.line("+++ \(file.path) (new)\n" + file.text.split(separator: "\n").map { "+\($0)\n" }.joined())
            }
            Output.line("The code would read its keys from the environment, where coffer run puts them.")
            if try isDry || code || !isSure && Terminal.confirm("Change the code too?", yes: false) { chosen = all }
        }
        if all.rewrites.isEmpty { Output.line("There is no file that a reference would work in.") }
        if isDry { return chosen.remaining }
        guard accepts else {
            Output.line("No file was changed.")
            throw Failure(.refusedInput, "the keys are stored, and lie in your files still", hint: "run coffer protect \(folder) again to go on")
        }
        return try await commit(chosen)
    }

    private func commit(_ chosen: RewritePlan.Prepared) async throws -> [RemainingKey] {
        // INVARIANT 1: the originals are kept encrypted, before the files lose them, and nowhere else.
        try await connection.with("protect") { session in
            let originals = try await session.originals()
            for one in chosen.rewrites { try await originals.keep(one) }
        }
        for file in chosen.newFiles {
            do throws(TemplateError) {
                try Template.write(SharedSecret(utf8: file.text), to: file.path)
                Output.line("made    \(short(file.path))")
            } catch { throw Failure(.refusedInput, error.description, hint: "no file was changed; the keys are in the vault") }
        }
        for one in chosen.rewrites {
            do throws(RewriteError) {
                try one.commit()
                Output.line("changed \(short(one.path))")
            } catch {
                Output.message("coffer: \(error)")
                throw Failure(
                    .refusedInput, "\(short(one.path)) was not changed, nor what comes after it; it still holds its keys",
                    hint: "mend that and run coffer protect \(folder) again")
            }
        }
        return chosen.remaining
    }

    private func allow(_ plan: ProtectionPlan) async throws {
        for app in plan.apps { Output.line("  \(app.name) may read \(app.secrets.joined(separator: ", "))") }
        let count = plan.apps.count
        guard !isDry, try Terminal.confirm("Allow \(count == 1 ? "this" : "these")?", yes: isSure, isUsual: true) else {
            if !isDry { Output.line("Later: " + plan.apps.map { "coffer allow \($0.name) \($0.secrets.joined(separator: " "))" }.joined(separator: "; ")) }
            return
        }
        try await connection.with("protect") { session in
            let arns = Dictionary(try await SecretSummary.all(session.client).map { ($0.name, $0.arn) }) { first, _ in first }
            let account = try await session.account()
            let key = try await SecretStoring(session.client).keyARN()
            for app in plan.apps {
                let added = AppRole.Permissions(secrets: app.secrets.compactMap { arns[$0] }, keys: [key])
                _ = try await AppRole(named: app.name).allow(added, account: account, session.client)
            }
        }
        Output.line("allowed \(Plural.of(count, "app"))")
    }

    private func rotate(_ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) async throws {
        let rotation = plan.rotation
        if !isDry { try await separate(plan, catalogue) }
        let urgent = rotation.filter(\.exposure.isUrgent)
        Output.line(
            urgent.isEmpty
                ? "None was where others could see it. By and by, in this order:"
                : "In this order, \(urgent.count == 1 ? "the first" : "the first \(urgent.count)") today:")
        for (number, item) in rotation.enumerated() {
            let days = catalogue[item.entry.finding.provider]?.rotationDays ?? SecretSummary.defaultRotationDays
            Output.line("  \(number + 1)  coffer rotate \(item.entry.name)")
            Output.line(
                "       it was in \(item.exposure.text); " + (item.exposure.isUrgent ? "replace it now" : "in \(days) days at the latest")
                    + (catalogue[item.entry.finding.provider]?.console.map { ", at \($0)" } ?? ""))
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
            for line in history.text { Output.line(line) }
        }
        if remaining.isEmpty { Output.line("Nothing: no key lies in plaintext in \(folder).") }
        Output.line("")
        if isDry {
            Output.line("Nothing was changed. To do it: coffer protect \(ShellWord.quoted(folder))")
            return !remaining.isEmpty
        }
        Output.line("Start your programs like this from now on:")
        for app in plan.apps {
            let hasFile = (try? SmallFile.read(app.folder + "/.env", limit: EnvFile.longest)) != nil
            Output.line("  cd \(ShellWord.quoted(app.folder))")
            Output.line("  coffer run --app \(app.name)\(hasFile ? " --env-file .env" : "") -- YOUR COMMAND")
        }
        let this = "coffer protect \(ShellWord.quoted(folder))"
        Output.line("Something broke?     \(this) --undo")
        Output.line("All works?           \(this) --confirm   (forgets the old files)")
        Output.line("No copy of the vault yet? coffer backup FOLDER, on another disk")
        return !remaining.isEmpty
    }
}
