// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// An IAM group: policies for all its users. Who is in it stands in the users' records.
public struct GroupRecord: PolicyHolder {
    public static let kind = RecordKind("iam-group")
    public static let resourceType = "group"

    public var name: String
    public var path: String
    /// `AGPA…`
    public var groupID: String
    public var createdAt: Int64
    public var policies: [String: String]
    public var attached: [String]?

    public var id: String { name }
    public var uniqueID: String { groupID }
    /// A group has no boundary and no tags.
    public var boundary: String? { nil }
    public var tags: [ExactString: String] { [:] }
    public var indexes: [IndexEntry] { policyIndexes }

    public init(name: String, path: String, groupID: String, createdAt: Int64) {
        self.name = name
        self.path = path
        self.groupID = groupID
        self.createdAt = createdAt
        self.policies = [:]
    }
}
