// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension GrantRecord.Constraints {
    /// Whether a call with that encryption context meets the constraints. Only cryptographic operations with a symmetric
    /// key have one; for the others (nil) contexts don't count.
    ///
    /// A constraint's names compare without regard to case, its values exactly.
    /// Source: KMS API reference, GrantConstraints.
    func isMet(by context: [String: String]?, sourceARN source: String?) -> Bool {
        if let sourceARN, sourceARN != source { return false }
        guard let context else { return true }
        let given = Self.folded(context.map { ($0.key, $0.value) })
        if let equals, !equals.isEmpty {
            guard given == Self.folded(equals.map { ($0.key.text, $0.value) }) else { return false }
        }
        if let subset, !subset.isEmpty {
            guard Set(Self.folded(subset.map { ($0.key.text, $0.value) })).isSubset(of: given) else { return false }
        }
        return true
    }

    /// Whether these let nothing through that `held` doesn't: who may pass a grant on, may not widen it.
    func isWithin(_ held: Self) -> Bool {
        if let source = held.sourceARN, sourceARN != source { return false }
        let equals = Self.folded((equals ?? [:]).map { ($0.key.text, $0.value) })
        let subset = Self.folded((subset ?? [:]).map { ($0.key.text, $0.value) })
        if let theirs = held.equals, !theirs.isEmpty {
            guard equals == Self.folded(theirs.map { ($0.key.text, $0.value) }) else { return false }
        }
        if let theirs = held.subset, !theirs.isEmpty {
            guard Set(Self.folded(theirs.map { ($0.key.text, $0.value) })).isSubset(of: equals + subset)
            else { return false }
        }
        return true
    }

    /// Sorted, and each as often as it is there: a context of two names that differ in case alone has two pairs.
    private static func folded(_ pairs: [(String, String)]) -> [[ExactString]] {
        pairs.map { [ExactString($0.0.lowercased()), ExactString($0.1)] }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
