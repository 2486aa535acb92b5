// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferPipeline
public import CofferStore

/// A KMS key: what describes it, who may use it, and its materials, wrapped.
public struct KeyRecord: VaultRecord {
    public static let kind = RecordKind(rawValue: "kms-key")
    /// Index of keys by the time they are to be deleted.
    static let deletionIndex = "deletion"
    /// Index of keys by the time of their next automatic rotation.
    static let rotationIndex = "rotation"

    public enum Manager: String, Codable, Sendable {
        case aws = "AWS"
        case customer = "CUSTOMER"
    }

    /// Automatic rotation.
    public struct Rotation: Codable, Sendable, Equatable {
        public var periodInDays: Int
        /// Milliseconds since 1970.
        public var nextAt: Int64
    }

    /// A UUID, or `mrk-` and 32 hexadecimal digits.
    public let id: String
    public let createdAt: Int64
    public var description: String
    public var state: KeyState
    /// `SYMMETRIC_DEFAULT` and so on, as the API names it.
    public let spec: String
    public let usage: String
    public let origin: String
    public let manager: Manager
    public let isMultiRegion: Bool
    /// The key policy as GetKeyPolicy returns it.
    public var policy: String
    public var tags: [ExactString: String]
    /// The names of its aliases, sorted. Kept here so that conditions on them cost a Decrypt no search.
    public var aliases: [String]
    /// Nil where automatic rotation is off.
    public var rotation: Rotation?
    /// When the key is to be destroyed; nil unless it waits for that. Milliseconds since 1970.
    public var deletionDate: Int64?
    /// Oldest first. A material stays for as long as the key does: what it sealed must open.
    public var materials: [KeyMaterial]
    /// The id of the material that seals.
    public var currentMaterial: String

    public var indexes: [IndexEntry] {
        var entries: [IndexEntry] = []
        if let deletionDate { entries.append(IndexEntry(name: Self.deletionIndex, value: Self.sortable(deletionDate))) }
        if let rotation, state == .enabled {
            entries.append(IndexEntry(name: Self.rotationIndex, value: Self.sortable(rotation.nextAt)))
        }
        return entries
    }

    /// A time in a form whose byte order is the order of time.
    static func sortable(_ milliseconds: Int64) -> String {
        let digits = String(max(0, milliseconds))
        return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
    }

    public func arn(in scope: Scope) -> ARN { ARN(service: "kms", scope: scope, resource: "key/\(id)") }

    /// The waiting period is over: the key is gone, whether or not its row has been swept up yet.
    func isGone(at now: Timestamp) -> Bool {
        guard let deletionDate, state == .pendingDeletion else { return false }
        return deletionDate <= now.milliseconds
    }

    var onDemandRotations: Int { materials.count { $0.rotation == .onDemand } }
}

/// One generation of a key's material.
public struct KeyMaterial: Codable, Sendable, Equatable {
    public enum Rotation: String, Codable, Sendable {
        case automatic = "AUTOMATIC"
        case onDemand = "ON_DEMAND"
    }

    /// 64 hexadecimal digits, as KeyMaterialId.
    public let id: String
    public let createdAt: Int64
    /// How it came: nil for the key's first.
    public let rotation: Rotation?
    /// base64 of the wrapped material.
    public let wrapped: String
}
