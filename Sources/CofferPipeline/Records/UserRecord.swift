// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// An IAM user.
public struct UserRecord: PolicyHolder {
    public static let kind = RecordKind("iam-user")
    public static let resourceType = "user"

    public var name: String
    public var path: String
    /// `AIDA…`
    public var userID: String
    public var createdAt: Int64
    public var policies: [String: String]
    public var attached: [String]?
    /// The ARN of the managed policy that is the user's permissions boundary.
    public var boundary: String?
    /// Names of groups, in order of joining. Nil in records of older vaults.
    var memberships: [String]?
    public var tags: [ExactString: String]

    public var id: String { name }
    public var uniqueID: String { userID }

    public var groups: [String] {
        get { memberships ?? [] }
        set { memberships = newValue.isEmpty ? nil : newValue }
    }

    public static let groupIndex = "group"

    public var indexes: [IndexEntry] {
        policyIndexes + groups.map { IndexEntry(name: Self.groupIndex, value: $0) }
            + [IndexEntry(name: Self.uniqueIDIndex, value: userID)]
    }

    public init(name: String, path: String, userID: String, createdAt: Int64, tags: [ExactString: String]) {
        self.name = name
        self.path = path
        self.userID = userID
        self.createdAt = createdAt
        self.policies = [:]
        self.tags = tags
    }
}
