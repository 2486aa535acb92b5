// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// The commands that take keys out of a repository's history. Nothing here runs them: they rewrite every commit.
public struct HistoryCleaning: Sendable {
    let repository: String
    /// Secrets, with an app that may read each; one for each key.
    let secrets: [(name: String, app: String)]

    /// One for each repository among the places.
    public static func of(_ remaining: [RemainingKey]) -> [HistoryCleaning] {
        let kept = Dictionary(grouping: remaining.filter { $0.reason == .history }, by: { repository(of: $0.place.path) })
        return kept.sorted { $0.key < $1.key }.map { repository, keys in
            var seen: Set<String> = []
            let secrets = keys.filter { seen.insert($0.fingerprint).inserted }.map { ($0.name, $0.app) }
            return HistoryCleaning(repository: repository, secrets: secrets)
        }
    }

    /// The nearest folder above that has a `.git`: the file itself may be gone.
    private static func repository(of path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        while parts.count > 1 {
            parts.removeLast()
            let folder = parts.joined(separator: "/")
            if access(folder + "/.git", F_OK) == 0 { return folder.isEmpty ? "/" : folder }
        }
        return "."
    }

    /// What to tell a person, line by line.
    public var text: [String] {
        let folder = ShellWord.quoted(repository)
        let names = secrets.indices.map { secrets.count == 1 ? "old" : "old\($0 + 1)" }
        let reads = zip(names, secrets).map { name, secret in
            "  \(name)=$(coffer read \(secret.name) --previous --app \(secret.app)) &&"
        }
        return [
            "The history of \(repository) keeps \(secrets.map(\.name).joined(separator: ", ")).",
            "Whoever has a copy of it has these keys: first replace them, as in step 5.",
            "Then you can clean it. Every commit gets a new number, so tell who works on it.",
            "  pip install git-filter-repo",
            "  git clone --mirror \(folder) \(ShellWord.quoted(repository + "-before"))",
            "  cd \(folder) &&",
        ] + reads + [
            "  git filter-repo --force --replace-text <(printf '%s==>REMOVED\\n' \\",
            "      \(names.map { "\"$\($0)\"" }.joined(separator: " ")))",
            "  git remote add origin URL      # filter-repo takes it away",
            "  git push --force --all && git push --force --tags",
        ]
    }
}
