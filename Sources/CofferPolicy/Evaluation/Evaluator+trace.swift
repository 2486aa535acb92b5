// SPDX-License-Identifier: Apache-2.0

extension Evaluator {
    /// A decision with all that had a say in it: what simulation answers, and `coffer why` shows.
    public struct Trace: Sendable, Equatable {
        public struct Match: Sendable, Equatable {
            public let statement: StatementReference
            public let isDeny: Bool
        }

        /// What the policies of one type say together.
        public enum Verdict: Sendable, Equatable {
            case allow, deny, nothing
        }

        /// What `decide` says.
        public let decision: Decision
        /// Every statement that matches: type by type in the order of `PolicyType`, and in the policies' order. An
        /// Allow that names the caller's account only is among them, though it decides nothing by itself.
        public let matches: [Match]
        /// By type; nil where there is no policy of it. Service and resource control policies allow where each does.
        public let verdicts: [PolicyType: Verdict]
        /// The condition keys and variables that the request lacks, sorted, of statements that match but for them:
        /// AWS's MissingContextValues.
        public let missingContextKeys: [String]
        /// About what it took: so many bytes compared or copied.
        public let steps: Int
        /// Whether all was looked at. Where it took too much, what is left out allows nothing.
        public let isComplete: Bool
    }

    /// Decides as `decide` does, and tells why.
    public static func trace(
        _ request: AuthorizationRequest, _ policies: PolicySet, rules: Rules = .standard
    ) -> Trace {
        var scanner = PolicyScanner(request, policies)
        var matches: [Trace.Match] = []
        var verdicts: [PolicyType: Trace.Verdict] = [:]
        var missing: [String] = []
        let unused = rules == .trustPolicy ? PolicyType.resourceBased : .roleTrust
        for type in PolicyType.allCases where type != unused {
            let documents = policies.documents(type)
            if documents.isEmpty { continue }
            let found = documents.map { scanner.matches($0, type) }
            let allows = found.count { $0.contains { !$0.isDeny } }
            let mustEach = type == .serviceControl || type == .resourceControl
            verdicts[type] =
                found.joined().contains(where: \.isDeny)
                ? .deny : allows >= (mustEach ? documents.count : 1) ? .allow : .nothing
            matches += found.joined()
            for document in documents { missing += scanner.missingKeys(document, type) }
        }
        return Trace(
            decision: decide(request, policies, rules: rules), matches: matches, verdicts: verdicts,
            missingContextKeys: sorted(missing), steps: scanner.budget.spent, isComplete: !scanner.budget.isSpent)
    }

    /// Each once, whatever its case.
    private static func sorted(_ keys: [String]) -> [String] {
        var known: Set<[UInt8]> = []
        return keys.filter { known.insert(lowered($0)).inserted }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
