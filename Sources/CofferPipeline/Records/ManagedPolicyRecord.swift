// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// A policy that the account manages by itself, attached to users, groups and roles by its ARN.
public struct ManagedPolicyRecord: VaultRecord {
    public static let kind = RecordKind("iam-policy")

    public struct Version: Codable, Sendable {
        public var number: Int
        public var document: String
        public var createdAt: Int64

        /// `v1`.
        public var id: String { "v\(number)" }

        public init(number: Int, document: String, createdAt: Int64) {
            self.number = number
            self.document = document
            self.createdAt = createdAt
        }
    }

    public var name: String
    public var path: String
    /// `ANPA…`
    public var policyID: String
    public var description: String?
    public var createdAt: Int64
    public var updatedAt: Int64
    /// At most five, in order of creation.
    public var versions: [Version]
    /// The number of the version that counts.
    public var defaultVersion: Int
    /// The highest number that was ever given: none is given twice.
    public var lastVersion: Int
    public var tags: [ExactString: String]

    public var id: String { name }
    public var indexes: [IndexEntry] { [.name(name)] }

    /// The document of the version that counts.
    public var document: String { versions.first { $0.number == defaultVersion }?.document ?? "" }

    public init(
        name: String, path: String, policyID: String, description: String?, createdAt: Int64, document: String,
        tags: [ExactString: String]
    ) {
        self.name = name
        self.path = path
        self.policyID = policyID
        self.description = description
        self.createdAt = createdAt
        updatedAt = createdAt
        versions = [Version(number: 1, document: document, createdAt: createdAt)]
        defaultVersion = 1
        lastVersion = 1
        self.tags = tags
    }

    public func arn(in scope: Scope) -> ARN { ARN(service: "iam", scope: scope.global, resource: "policy\(path)\(name)") }
}
