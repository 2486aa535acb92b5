// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferPipeline
public import CofferStore

/// A name for a key of the same account and region.
public struct AliasRecord: VaultRecord {
    public static let kind = RecordKind(rawValue: "kms-alias")
    static let targetIndex = "target"

    /// With its prefix: `alias/vault`.
    public let id: String
    /// The id of the key.
    public var target: String
    public let createdAt: Int64
    public var updatedAt: Int64

    public var indexes: [IndexEntry] { [IndexEntry(name: Self.targetIndex, value: target)] }

    public func arn(in scope: Scope) -> ARN { Self.arn(id, in: scope) }

    static func arn(_ name: String, in scope: Scope) -> ARN { ARN(service: "kms", scope: scope, resource: name) }
}

/// What AWS asks of an alias's name.
enum AliasName {
    static let prefix = "alias/"
    static let reservedPrefix = "alias/aws/"
}
