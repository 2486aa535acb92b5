// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// An IAM role: who may assume it, and what it may do.
public struct RoleRecord: PolicyHolder {
    public static let kind = RecordKind("iam-role")
    public static let resourceType = "role"

    public var name: String
    public var path: String
    /// `AROA…`
    public var roleID: String
    public var createdAt: Int64
    public var trustPolicy: String
    public var description: String?
    /// Seconds.
    public var maxSessionDuration: Int
    public var policies: [String: String]
    public var attached: [String]?
    /// The ARN of the managed policy that is the role's permissions boundary.
    public var boundary: String?
    public var tags: [ExactString: String]

    public var id: String { name }
    public var uniqueID: String { roleID }
    public var indexes: [IndexEntry] { policyIndexes + [IndexEntry(name: Self.uniqueIDIndex, value: roleID)] }

    public init(
        name: String, path: String, roleID: String, createdAt: Int64, trustPolicy: String, description: String?,
        maxSessionDuration: Int, tags: [ExactString: String]
    ) {
        self.name = name
        self.path = path
        self.roleID = roleID
        self.createdAt = createdAt
        self.trustPolicy = trustPolicy
        self.description = description
        self.maxSessionDuration = maxSessionDuration
        self.policies = [:]
        self.tags = tags
    }
}
