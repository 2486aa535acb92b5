// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferPipeline
public import CofferStore

/// Lets one principal do some things with one key.
public struct GrantRecord: VaultRecord {
    public static let kind = RecordKind(rawValue: "kms-grant")
    /// Index of a key's grants.
    static let keyIndex = "key"
    /// Index of a key's grants to one principal: where a call looks.
    static let granteeIndex = "grantee"
    /// Index of a key's grants by their names.
    static let nameIndex = "name"
    /// Index of the grants of a Region that a principal may retire, in whatever account their keys are.
    static let retirerIndex = "retirer"

    /// Narrows a grant to calls with some encryption context, or to calls for one resource.
    public struct Constraints: Codable, Hashable, Sendable {
        public var equals: [ExactString: String]?
        public var subset: [ExactString: String]?
        public var sourceARN: String?
    }

    /// 64 hexadecimal digits.
    public let id: String
    public let keyID: String
    public let region: String
    /// Makes a second CreateGrant that says the same an echo of the first.
    public let name: String?
    public let createdAt: Int64
    public let grantee: GrantPrincipal
    public let retirer: GrantPrincipal?
    /// The ARN of the account that made the grant.
    public let issuer: String
    /// As GrantOperation: `Decrypt`.
    public let operations: [String]
    public let constraints: Constraints?

    public var indexes: [IndexEntry] {
        var entries = [
            IndexEntry(name: Self.keyIndex, value: keyID),
            IndexEntry(name: Self.granteeIndex, value: Self.granteeKey(keyID, grantee.name)),
        ]
        if let name { entries.append(IndexEntry(name: Self.nameIndex, value: Self.nameKey(keyID, name))) }
        if let retirer {
            entries.append(IndexEntry(name: Self.retirerIndex, value: Self.retirerKey(region, retirer.name)))
        }
        return entries
    }

    /// Whether the other one says the same, but for its id and time.
    func isSame(as other: GrantRecord) -> Bool {
        name == other.name && grantee == other.grantee && retirer == other.retirer && issuer == other.issuer
            && operations.sorted() == other.operations.sorted() && constraints == other.constraints
    }

    func isIssued(by account: AccountID) -> Bool { ARN(issuer)?.account == account.description }

    /// Both parts are free of blanks.
    static func granteeKey(_ keyID: String, _ principal: String) -> String { "\(keyID) \(principal)" }
    static func nameKey(_ keyID: String, _ name: String) -> String { "\(keyID) \(name)" }
    static func retirerKey(_ region: String, _ principal: String) -> String { "\(region) \(principal)" }
}

/// Whom a grant names.
public struct GrantPrincipal: Codable, Sendable, Equatable {
    /// An ARN, or a service such as `dynamodb.us-east-1.amazonaws.com`.
    public let name: String
    public let isService: Bool
    /// The unique ID that a user or role of this vault had when the grant was made: another one of the same name is
    /// somebody else. Nil for principals that the vault knows nothing of.
    public let uniqueID: String?
}
