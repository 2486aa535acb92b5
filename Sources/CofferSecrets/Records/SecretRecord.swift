// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferPipeline
public import CofferStore

/// A secret without its values: those are `SecretVersionRecord`s.
public struct SecretRecord: VaultRecord {
    public static let kind = RecordKind("secret")
    /// The index that finds secrets whose recovery window ends.
    public static let deletionIndex = "deletion"

    public var name: String
    /// Ties the versions to this secret: one that is made later under the same name has another.
    public let uid: String
    /// The six random characters at the end of the ARN.
    public let suffix: String
    public var description: String?
    /// As the caller gave it; nil for `alias/aws/secretsmanager`.
    public var kmsKeyID: String?
    public var type: String?
    /// Milliseconds since 1970, here and below.
    public let createdAt: Int64
    public var changedAt: Int64
    /// The start of the day on which a value was last read.
    public var accessedDay: Int64?
    /// When the recovery window ends; nil unless the secret is marked for deletion.
    public var deletionDate: Int64?
    /// In the order they were added. Nil for a secret that never had one: AWS tells that from an empty list.
    public var tags: [SecretTag]?
    /// The resource policy as it was put.
    public var policy: String?
    /// Versions that have staging labels, oldest first.
    public var labelled: [LabelledVersion]
    /// All versions, those without labels as well.
    public var versionCount: Int
    /// Not before this time are old versions looked for again.
    public var nextPurgeAt: Int64

    public var id: String { name }

    init(name: String, suffix: String, createdAt: Int64) {
        self.name = name
        self.suffix = suffix
        self.createdAt = createdAt
        uid = UniqueID.uuid()
        changedAt = createdAt
        labelled = []
        versionCount = 0
        nextPurgeAt = 0
    }

    public var indexes: [IndexEntry] {
        guard let deletionDate else { return [] }
        return [IndexEntry(name: Self.deletionIndex, value: Self.sortable(deletionDate))]
    }

    /// A fixed width, so that the values sort as the times do.
    static func sortable(_ milliseconds: Int64) -> String {
        let digits = String(max(0, milliseconds))
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }

    public func arn(in scope: Scope) -> ARN { Self.arn(name: name, suffix: suffix, in: scope) }

    static func arn(name: String, suffix: String, in scope: Scope) -> ARN {
        ARN(service: "secretsmanager", scope: scope, resource: "secret:\(name)-\(suffix)")
    }

    /// Source: Secrets Manager API Reference, CreateSecret: six random characters after a hyphen.
    static func randomSuffix() -> String {
        UniqueID.text(6, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    }
}

/// A version that has staging labels.
public struct LabelledVersion: Codable, Sendable, Equatable {
    public var id: String
    /// In the order they were attached.
    public var stages: [String]
}

public struct SecretTag: Codable, Sendable, Equatable {
    public var key: String
    public var value: String
}
