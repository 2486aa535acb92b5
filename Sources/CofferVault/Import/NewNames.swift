// SPDX-License-Identifier: Apache-2.0

/// Chooses names for keys that are to be stored, beside those that the vault has.
public struct NewNames: Sendable {
    private var taken: Set<String>
    private let known: [String: [String]]
    private let replaced: [String: [String]]

    public init(_ secrets: [SecretSummary]) {
        taken = Set(secrets.map(\.name))
        known = Dictionary(grouping: secrets.filter { $0.fingerprint != nil && !$0.isOwn }, by: { $0.fingerprint ?? "" })
            .mapValues { $0.map(\.name) }
        let earlier = secrets.flatMap { secret in secret.replaced.map { (fingerprint: $0, name: secret.name) } }
        replaced = Dictionary(grouping: earlier, by: \.fingerprint).mapValues { $0.map(\.name) }
    }

    /// The secrets that had this key before, and have another now.
    public func successors(of fingerprint: String) -> [String] { replaced[fingerprint] ?? [] }

    /// The names under which the vault has this key.
    public func names(of fingerprint: String) -> [String] { known[fingerprint] ?? [] }

    /// A free name: `openai/bot`, or `openai/bot-2` where that is taken. It counts as taken from now on.
    public mutating func take(provider: String, use: String?) -> String {
        let base = "\(provider)/\(use ?? "default")"
        var name = base
        var number = 2
        while taken.contains(name) {
            name = "\(base)-\(number)"
            number += 1
        }
        taken.insert(name)
        return name
    }

    /// Takes a name that somebody chose. False where it is taken.
    public mutating func take(_ name: SecretName) -> Bool { taken.insert(name.description).inserted }
}
