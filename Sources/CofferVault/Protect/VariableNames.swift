// SPDX-License-Identifier: Apache-2.0

/// Which variable each secret of a plan is read from, one name for one secret within an app.
struct VariableNames {
    private var names: [Int: String] = [:]
    private var given: Set<Int> = []

    init(_ plan: ProtectionPlan, _ catalogue: ProviderCatalogue) {
        var taken: [String: [String: String]] = [:]
        var there: [String: EnvReferences] = [:]
        for (index, entry) in plan.entries.enumerated() {
            let references = there[entry.folder] ?? EnvReferences(folder: entry.folder)
            there[entry.folder] = references
            if let variable = references.variable(of: entry.name) {
                names[index] = variable
                given.insert(index)
                taken[entry.app, default: [:]][variable] = entry.name
                continue
            }
            let base = Self.usual(entry, catalogue)
            var name = base
            var number = 2
            while let other = taken[entry.app]?[name], other != entry.name {
                name = "\(base)_\(number)"
                number += 1
            }
            taken[entry.app, default: [:]][name] = entry.name
            names[index] = name
        }
    }

    /// - Parameter index: the entry's place in the plan.
    subscript(index: Int) -> String { names[index] ?? "KEY" }

    /// Whether an `.env` file refers to the secret by it already.
    func isGiven(_ index: Int) -> Bool { given.contains(index) }

    /// The one that an `.env` file gives it already, else the one that the provider's programs read.
    private static func usual(_ entry: ProtectionPlan.Entry, _ catalogue: ProviderCatalogue) -> String {
        let known = catalogue[entry.finding.provider]?.environment ?? []
        let given = entry.places.first { EnvFile.isNamedLikeOne($0.path) && $0.variable != nil }?.variable
        if let given, isName(given) { return given }
        let written = entry.places.compactMap { $0.variable?.uppercased() }.first { known.contains($0) }
        return written ?? known.first
            ?? String(entry.name.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) + "_KEY"
    }

    private static func isName(_ text: String) -> Bool {
        text.utf8.allSatisfy(\.isWord) && text.utf8.first?.isDigit == false
    }
}
