// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// A role's wrapping for virtual machines. Coffer runs none, but infrastructure code keeps them.
public struct InstanceProfileRecord: VaultRecord {
    public static let kind = RecordKind("iam-instance-profile")
    /// Finds the profiles that hold a role, by its name.
    public static let roleIndex = "role"

    public var name: String
    public var path: String
    /// `AIPA…`
    public var profileID: String
    public var createdAt: Int64
    /// The name of its role: one at most.
    public var role: String?
    public var tags: [ExactString: String]

    public var id: String { name }
    public var indexes: [IndexEntry] {
        [.name(name)] + (role.map { [IndexEntry(name: Self.roleIndex, value: $0)] } ?? [])
    }

    public init(name: String, path: String, profileID: String, createdAt: Int64, tags: [ExactString: String]) {
        self.name = name
        self.path = path
        self.profileID = profileID
        self.createdAt = createdAt
        self.tags = tags
    }

    public func arn(in scope: Scope) -> ARN {
        ARN(service: "iam", scope: scope.global, resource: "instance-profile\(path)\(name)")
    }
}
