// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferStore

/// What policies hang on: a user, a group, a role.
public protocol PolicyHolder: VaultRecord {
    /// `user`, `group` or `role`: the first part of the ARN's resource.
    static var resourceType: String { get }
    var name: String { get }
    /// Begins and ends with `/`.
    var path: String { get set }
    /// `AIDA…`, `AGPA…`, `AROA…`.
    var uniqueID: String { get }
    /// Inline policies by name, as they were put.
    var policies: [String: String] { get set }
    /// ARNs of managed policies, in order of attachment; nil for none, and in records of older vaults.
    var attached: [String]? { get set }
    var boundary: String? { get }
    var tags: [ExactString: String] { get }
}

extension PolicyHolder {
    /// Finds whom a managed policy is attached to, by its ARN.
    public static var policyIndex: String { "policy" }
    /// Finds whose boundary a managed policy is, by its ARN.
    public static var boundaryIndex: String { "boundary" }
    /// Finds a user or role by `AIDA…` or `AROA…`.
    public static var uniqueIDIndex: String { "unique-id" }

    public var managedPolicies: [String] {
        get { attached ?? [] }
        set { attached = newValue.isEmpty ? nil : newValue }
    }

    public func arn(in scope: Scope) -> ARN {
        ARN(service: "iam", scope: scope.global, resource: "\(Self.resourceType)\(path)\(name)")
    }

    var policyIndexes: [IndexEntry] {
        [.name(name)] + managedPolicies.map { IndexEntry(name: Self.policyIndex, value: $0) }
            + (boundary.map { [IndexEntry(name: Self.boundaryIndex, value: $0)] } ?? [])
    }
}
