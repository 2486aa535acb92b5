// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// Who an access key belongs to.
public enum KeyOwner: Codable, Sendable, Equatable {
    /// The account itself: Coffer's owner.
    case root
    case user(name: String)
}

/// A long-lived access key. Its secret is wrapped, or derived from the root key and a generation (the owner's).
public struct AccessKeyRecord: VaultRecord {
    public static let kind = RecordKind("access-key")
    /// The index that finds the owner's key of an account.
    public static let rootIndex = "root"

    public enum Secret: Codable, Sendable, Equatable {
        /// base64 of the wrapped secret.
        case wrapped(String)
        case derived(generation: Int)
    }

    public var id: String
    public var owner: KeyOwner
    public var isActive: Bool
    public var createdAt: Int64
    /// How many owner's keys came before this one, so that none is ever derived twice.
    public var generation: Int
    public var secret: Secret

    public init(
        id: String, owner: KeyOwner, isActive: Bool, createdAt: Int64, generation: Int = 0, secret: Secret
    ) {
        self.id = id
        self.owner = owner
        self.isActive = isActive
        self.createdAt = createdAt
        self.generation = generation
        self.secret = secret
    }

    /// Found by its id alone (a signature names no account), and listed by its user.
    public var indexes: [IndexEntry] {
        var entries = [IndexEntry(name: "id", value: id)]
        switch owner {
        case .root: entries.append(IndexEntry(name: Self.rootIndex, value: "root"))
        case .user(let name): entries.append(IndexEntry(name: "user", value: name))
        }
        return entries
    }
}

/// An IAM user with its inline policies (documents as they were put).
public struct UserRecord: VaultRecord {
    public static let kind = RecordKind("iam-user")

    public var name: String
    public var path: String
    /// `AIDA…`
    public var userID: String
    public var createdAt: Int64
    public var policies: [String: String]
    public var tags: [ExactString: String]

    public var id: String { name }

    public init(name: String, path: String, userID: String, createdAt: Int64, tags: [ExactString: String]) {
        self.name = name
        self.path = path
        self.userID = userID
        self.createdAt = createdAt
        self.policies = [:]
        self.tags = tags
    }

    public func arn(in scope: Scope) -> ARN { ARN(service: "iam", scope: scope.global, resource: "user\(path)\(name)") }
}

/// An IAM role: who may assume it, and what it may do.
public struct RoleRecord: VaultRecord {
    public static let kind = RecordKind("iam-role")

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
    public var tags: [ExactString: String]

    public var id: String { name }

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

    public func arn(in scope: Scope) -> ARN { ARN(service: "iam", scope: scope.global, resource: "role\(path)\(name)") }
}
