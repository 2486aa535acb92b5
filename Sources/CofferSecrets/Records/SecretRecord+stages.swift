// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// Staging labels that Secrets Manager itself moves.
enum Stage {
    static let current = "AWSCURRENT"
    static let previous = "AWSPREVIOUS"
    static let pending = "AWSPENDING"
}

/// How labels move. Each is on one version at most.
///
/// Source: Secrets Manager API Reference, PutSecretValue and UpdateSecretVersionStage.
extension SecretRecord {
    /// Labels on all versions of a secret together. Source: Secrets Manager quotas.
    static let mostLabels = 20

    func version(with stage: String) -> String? { labelled.first { $0.stages.contains(exactly: stage) }?.id }

    /// Empty for a version without labels: a deprecated one.
    func stages(of version: String) -> [String] { labelled.first { $0.id.isExactly(version) }?.stages ?? [] }

    /// Attaches labels to a new version. The first version gets AWSCURRENT whatever was asked for.
    mutating func attach(_ stages: [String], toNew version: String) throws {
        var wanted: [String] = []
        for stage in stages where !wanted.contains(exactly: stage) { wanted.append(stage) }
        if versionCount == 0, !wanted.contains(Stage.current) { wanted.append(Stage.current) }
        let before = self.version(with: Stage.current)
        for stage in wanted { detach(stage) }
        labelled.append(LabelledVersion(id: version, stages: wanted))
        if wanted.contains(Stage.current), let before { movePrevious(to: before) }
        try checkLabels()
    }

    /// Attaches a label that may be on another version. Moving AWSCURRENT moves AWSPREVIOUS after it.
    mutating func move(_ stage: String, to version: String) throws {
        let before = self.version(with: stage)
        guard before.map({ !$0.isExactly(version) }) ?? true else { return }
        detach(stage)
        add(stage, to: version)
        if stage == Stage.current {
            if stages(of: version).contains(Stage.previous) { detach(Stage.previous) }
            if let before { movePrevious(to: before) }
        }
        try checkLabels()
    }

    mutating func detach(_ stage: String) {
        for index in labelled.indices { labelled[index].stages.removeAll { $0.isExactly(stage) } }
        labelled.removeAll { $0.stages.isEmpty }
    }

    private mutating func movePrevious(to version: String) {
        detach(Stage.previous)
        add(Stage.previous, to: version)
    }

    private mutating func add(_ stage: String, to version: String) {
        if let index = labelled.firstIndex(where: { $0.id.isExactly(version) }) {
            labelled[index].stages.append(stage)
        } else {
            labelled.append(LabelledVersion(id: version, stages: [stage]))
        }
    }

    private func checkLabels() throws {
        guard labelled.reduce(0, { $0 + $1.stages.count }) <= Self.mostLabels else {
            throw AWSError(
                "LimitExceededException",
                "The versions of a secret can have at most \(Self.mostLabels) staging labels together.")
        }
    }
}

/// INVARIANT 7: names compare byte by byte, where `==` would take composed and decomposed characters for one.
extension String {
    func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension [String] {
    func contains(exactly text: String) -> Bool { contains { $0.isExactly(text) } }
}
