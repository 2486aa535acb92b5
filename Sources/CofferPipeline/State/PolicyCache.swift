// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
public import CofferPolicy
internal import Synchronization

/// Policies compiled once, found again by their whole text, byte for byte. A policy's meaning depends on nothing else, so an entry
/// can't become stale.
public final class PolicyCache: Sendable {
    private struct Key: Hashable {
        let text: ExactString
        let kind: PolicyDocument.Kind
    }

    private let compiled = Mutex(LRUCache<Key, PolicyDocument>(capacity: 4096))

    /// - Parameter limits: the kind's usual quota where nil.
    public func policy(
        _ text: String, _ kind: PolicyDocument.Kind, limits: PolicyLimits? = nil
    ) throws -> PolicyDocument {
        let key = Key(text: ExactString(text), kind: kind)
        if let known = compiled.withLock({ $0.value(for: key) }) { return known }
        let policy = try PolicyDocument.parse(text, kind: kind, limits: limits)
        _ = compiled.withLock { $0.insert(policy, for: key) }
        return policy
    }
}
