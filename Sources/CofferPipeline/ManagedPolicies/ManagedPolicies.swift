// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferPolicy
internal import CofferStore

/// Finds managed policies by their ARNs: the account's own, and AWS's.
public struct ManagedPolicies: Sendable {
    let vault: Vault
    let scope: Scope

    /// - Parameter scope: the account whose policies these are, and the partition.
    public init(vault: Vault, in scope: Scope) {
        self.vault = vault
        self.scope = scope.global
    }

    /// One of the account's own; nil where the ARN names none of them, to the letter.
    public func own(_ arn: String) throws -> Versioned<ManagedPolicyRecord>? {
        guard let name = Self.name(arn), let record = try vault.load(ManagedPolicyRecord.self, name, in: scope),
            record.value.arn(in: scope).description.utf8.elementsEqual(arn.utf8)
        else { return nil }
        return record
    }

    /// The text that counts now; nil where there is no such policy.
    public func text(_ arn: String) throws -> (text: String, precondition: Precondition?)? {
        if let policy = AWSManagedPolicy.find(arn, in: scope.partition) { return (policy.document, nil) }
        return try own(arn).map { ($0.value.document, $0.precondition) }
    }

    /// The same compiled, under its ARN.
    ///
    /// - Throws: `StoreError.damaged` where it isn't there: it might have been what denies, so nothing is decided
    ///   without it (INVARIANT 5).
    func compiled(_ arn: String, _ kind: PolicyDocument.Kind) throws -> (policy: PolicyDocument, precondition: Precondition?) {
        guard let found = try text(arn) else { throw StoreError.damaged("the policy \(arn) is missing") }
        // AWS's own are larger than an account's may be.
        let limits = PolicyLimits(bytes: 262_144, ignoresWhiteSpace: true)
        return (try vault.policies.policy(found.text, kind, limits: limits).named(arn), found.precondition)
    }

    private static func name(_ arn: String) -> String? {
        guard let arn = ARN(arn), arn.service == "iam", arn.resource.hasPrefix("policy/") else { return nil }
        return arn.resource.split(separator: "/").last.map(String.init)
    }
}
