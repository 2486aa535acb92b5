// SPDX-License-Identifier: Apache-2.0

/// What was found in a repository's history, until it is known which commits have it.
struct HistoryFindings {
    private let most: Int
    private var found: [(finding: Finding, version: String)] = []
    private var dropped = 0

    init(most: Int) { self.most = most }

    mutating func add(_ findings: [Finding], _ version: GitVersions.Version) {
        let room = max(0, most - found.count)
        found += findings.prefix(room).map { ($0, version.id) }
        dropped += max(0, findings.count - room)
    }

    /// Names the commits and hands everything on.
    func report(from repository: GitRepository, to collector: ScanCollector) {
        guard !found.isEmpty else { return }
        let commits = repository.commits(having: Set(found.map(\.version)))
        collector.add(
            found.map { finding, version in
                var finding = finding
                let place = finding.place
                finding.place = Finding.Place(
                    path: place.path, line: place.line, column: place.column, range: nil, part: place.part,
                    variable: place.variable, useCase: place.useCase,
                    commit: commits[version] ?? Finding.Place.Commit(id: "", date: ""))
                return finding
            })
        collector.count(\.dropped, dropped)
    }
}
