// SPDX-License-Identifier: Apache-2.0
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
    /// Finds the owner's key of an account.
    public static let root = IndexEntry(name: "root", value: "root")

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
        case .root: entries.append(Self.root)
        case .user(let name): entries.append(IndexEntry(name: "user", value: name))
        }
        return entries
    }
}
