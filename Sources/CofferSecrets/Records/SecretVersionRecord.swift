// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline
public import CofferStore

/// One value of a secret, encrypted. INVARIANT 1: the ciphertext alone is kept.
public struct SecretVersionRecord: VaultRecord {
    public static let kind = RecordKind("secret-version")
    /// The index that finds a secret's versions by its `uid`.
    public static let secretIndex = "secret"

    public let secretUID: String
    public let versionID: String
    /// Milliseconds since 1970.
    public let createdAt: Int64
    /// The start of the day on which this version was last read.
    public var accessedDay: Int64?
    /// The ARN of the key that it is sealed under.
    public var keyARN: String
    /// That key as the caller named it; nil for `alias/aws/secretsmanager`.
    public var kmsKeyID: String?
    /// base64 of the KMS ciphertext blob, bound to {SecretARN, SecretVersionId}.
    public var ciphertext: String
    /// Whether it came as SecretBinary.
    public let isBinary: Bool

    public var id: String { Self.id(secretUID, versionID) }

    /// The uid has a fixed length, so nothing in a version's ID can make two of these alike.
    static func id(_ secretUID: String, _ versionID: String) -> String { "\(secretUID)/\(versionID)" }

    static func index(_ secretUID: String) -> IndexEntry { IndexEntry(name: secretIndex, value: secretUID) }

    public var indexes: [IndexEntry] { [Self.index(secretUID)] }
}
