// SPDX-License-Identifier: Apache-2.0

/// The kinds of policy, as AWS's messages tell them apart.
public enum PolicyType: String, Sendable, CaseIterable {
    case identityBased = "identity-based policy"
    case resourceBased = "resource-based policy"
    case roleTrust = "role trust policy"
    case permissionsBoundary = "permissions boundary"
    case session = "session policy"
    case serviceControl = "service control policy"
    case resourceControl = "resource control policy"

    /// Attached to the resource or its account, not to the caller.
    public var isResources: Bool {
        switch self {
        case .resourceBased, .roleTrust, .resourceControl: true
        case .identityBased, .permissionsBoundary, .session, .serviceControl: false
        }
    }
}

/// A statement in a policy.
public struct StatementReference: Sendable, Equatable {
    public let policy: PolicyType
    /// The document's `name`.
    public let policyName: String
    /// From 0.
    public let index: Int
    public let sid: String?
}

/// Whether a request is allowed, and by or for want of what.
public enum Decision: Sendable, Equatable {
    case allow(AllowReason)
    case deny(DenyReason)

    public enum AllowReason: Sendable, Equatable {
        /// That statement; where the account delegated to its own policies, theirs.
        case statement(StatementReference)
        /// A KMS grant.
        case grant
        /// The account owns the resource.
        case accountRoot
    }

    public enum DenyReason: Sendable, Equatable {
        /// A Deny statement matched.
        case explicit(StatementReference)
        /// No policy of that type allows; where one nearly did, which.
        case implicit(PolicyType, nearest: NearMiss?)
        /// Root may assume a role of its own account only, and only where the trust policy names the account.
        case rootMayNotAssume
    }

    /// An Allow statement for this principal, action and resource that a condition kept from matching.
    public struct NearMiss: Sendable, Equatable {
        public let statement: StatementReference
        /// As the policy writes it: `StringEquals`.
        public let `operator`: String
        /// As the policy writes it: `kms:EncryptionContext:app`.
        public let key: String
        /// The policy's values, as it writes them.
        public let wanted: [String]
        /// The request's values for the key; none where it has no such key.
        public let found: [String]

        /// Such as `its condition StringEquals kms:x wants "bot" and the request has none`.
        var phrase: String {
            let isNegated = QualifiedOperator(`operator`)?.base.isNegated == true
            let wants = (isNegated ? "anything but " : "") + Self.list(wanted, "or")
            return "its condition \(PolicyError.quote(`operator`)) \(PolicyError.quote(key)) wants \(wants) "
                + "and the request has \(Self.list(found, "and"))"
        }

        /// At most five values, each of at most 100 characters.
        private static func list(_ values: [String], _ conjunction: String) -> String {
            let shown = values.prefix(5).map { "\"\(PolicyError.quote($0))\"" }
            guard let last = shown.last else { return "none" }
            if values.count > shown.count {
                return "\(shown.joined(separator: ", ")) \(conjunction) \(values.count - shown.count) more"
            }
            let others = shown.dropLast().joined(separator: ", ")
            return others.isEmpty ? last : "\(others) \(conjunction) \(last)"
        }
    }

    public var isAllowed: Bool { if case .allow = self { true } else { false } }

    /// AWS's message for the denial; nil where the request is allowed. Source: IAM User Guide, "Troubleshoot access
    /// denied error messages".
    ///
    /// - Parameter namingPolicy: end an explicit deny with the policy's ARN where its name is one, as AWS does within
    ///   one account since 2026.
    public func accessDeniedMessage(
        principalARN: String, action: String, resource: String, namingPolicy: Bool = false
    ) -> String? {
        guard case .deny(let reason) = self else { return nil }
        let start = "User: \(principalARN) is not authorized to perform: \(action) on resource: \(resource)"
        switch reason {
        case .rootMayNotAssume: return "Roles may not be assumed by root accounts."
        case .implicit(let type, _): return "\(start) because no \(type.rawValue) allows the \(action) action"
        case .explicit(let statement):
            let article = statement.policy == .roleTrust ? "the" : statement.policy == .identityBased ? "an" : "a"
            let name = namingPolicy && statement.policyName.hasPrefix("arn:") ? ": \(statement.policyName)" : ""
            return "\(start) with an explicit deny in \(article) \(statement.policy.rawValue)\(name)"
        }
    }

    /// The same for somebody of another account than the resource's: what the other account's policies say is its own
    /// business, down to the values that they ask for.
    public var explanationAcrossAccounts: String {
        switch self {
        case .allow(.statement(let statement)) where statement.policy.isResources: "allowed by a \(statement.policy.rawValue)"
        case .deny(.explicit(let statement)) where statement.policy.isResources: "the resource's account does not allow it"
        case .deny(.implicit(let type, _)) where type.isResources: "the resource's account does not allow it"
        case .allow, .deny: explanation
        }
    }

    /// Whether a denial comes from the resource's side.
    public var isResources: Bool {
        switch self {
        case .deny(.explicit(let statement)): statement.policy.isResources
        case .deny(.implicit(let type, _)): type.isResources
        case .allow, .deny(.rootMayNotAssume): false
        }
    }

    /// For the log and `coffer` explain: one plain sentence.
    public var explanation: String {
        switch self {
        case .allow(.statement(let statement)): "allowed by \(statement.phrase)"
        case .allow(.grant): "allowed by a grant"
        case .allow(.accountRoot): "allowed because the account owns the resource"
        case .deny(.explicit(let statement)): "denied by \(statement.phrase)"
        case .deny(.implicit(let type, nil)): "no \(type.rawValue) allows it"
        case .deny(.implicit(let type, let near?)):
            "no \(type.rawValue) allows it; \(near.statement.phrase) would, but \(near.phrase)"
        case .deny(.rootMayNotAssume):
            "there is no such role in this account, or its trust policy does not name the account"
        }
    }
}

extension StatementReference {
    var phrase: String {
        let which =
            if let sid, !sid.isEmpty { "statement \"\(PolicyError.quote(sid))\"" } else { "statement \(index + 1)" }
        return policyName.isEmpty
            ? "\(which) of the \(policy.rawValue)" : "\(which) of the \(policy.rawValue) \(policyName)"
    }
}
