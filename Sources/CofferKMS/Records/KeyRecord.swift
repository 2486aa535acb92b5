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
    /// Index of keys by the time that an imported material of theirs expires.
    static let expiryIndex = "expiry"

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

    /// A state that ends by itself: `Creating` of a new replica, `Updating` while the primary Region changes.
    public struct Transition: Codable, Sendable, Equatable {
        public var state: KeyState
        /// Milliseconds since 1970.
        public var until: Int64
    }

    /// The Regions that a multi-Region key is in. Each of the related keys has the same.
    public struct MultiRegion: Codable, Sendable, Equatable {
        public var primary: String
        /// Sorted.
        public var replicas: [String]
    }

    /// A UUID, or `mrk-` and 32 hexadecimal digits.
    public let id: String
    public let createdAt: Int64
    public var description: String
    /// As far as it doesn't follow from the time: see `state(at:)`.
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
    /// The id of the material that seals, signs and so on; nil before the first import.
    public var currentMaterial: String?
    /// Of a key pair: base64 of the SubjectPublicKeyInfo's DER.
    public var publicKey: String?
    public var multiRegion: MultiRegion?
    public var transition: Transition?
    /// How long the key is to wait for its deletion, once its replicas are gone.
    public var pendingWindowInDays: Int?

    public var indexes: [IndexEntry] {
        var entries: [IndexEntry] = []
        if let deletionDate { entries.append(IndexEntry(name: Self.deletionIndex, value: Self.sortable(deletionDate))) }
        if let rotation, state == .enabled {
            entries.append(IndexEntry(name: Self.rotationIndex, value: Self.sortable(rotation.nextAt)))
        }
        if let expiry = materials.compactMap({ $0.wrapped == nil ? nil : $0.expiresAt }).min() {
            entries.append(IndexEntry(name: Self.expiryIndex, value: Self.sortable(expiry)))
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

    /// The key's state. It follows from the clock where a transition is under way, and where imported material that the
    /// key needs has expired, whether or not a job has been there since.
    func state(at now: Timestamp) -> KeyState {
        guard state == .enabled || state == .disabled else { return state }
        let lacksMaterial = lacksMaterial(at: now)
        // A key can be used while it is updated: not without its material.
        if let transition, now.milliseconds < transition.until, transition.state == .creating || !lacksMaterial {
            return transition.state
        }
        return lacksMaterial ? .pendingImport : state
    }

    /// Whether some material that the key needs was deleted or has expired: then it can do nothing.
    func lacksMaterial(at now: Timestamp) -> Bool {
        origin == KeyOrigin.external.rawValue
            && (currentMaterial == nil || materials.contains { $0.isNeeded && !$0.isThere(at: now) })
    }

    var onDemandRotations: Int { materials.count { $0.rotation == .onDemand } }
}

/// One generation of a key's material.
public struct KeyMaterial: Codable, Sendable, Equatable {
    public enum Rotation: String, Codable, Sendable {
        case automatic = "AUTOMATIC"
        case onDemand = "ON_DEMAND"
    }

    /// Imported, and not what the key uses yet.
    public enum Pending: String, Codable, Sendable {
        /// It waits for RotateKeyOnDemand.
        case rotation = "PENDING_ROTATION"
        /// It waits for its import into the replicas first.
        case multiRegionImport = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"
    }

    /// 64 hexadecimal digits, as KeyMaterialId.
    public let id: String
    public var createdAt: Int64
    /// How it came: nil for the key's first.
    public var rotation: Rotation?
    /// base64 of the wrapped material; nil once imported material was deleted or has expired.
    public var wrapped: String?
    /// Of imported material, milliseconds since 1970; nil where it doesn't expire.
    public var expiresAt: Int64?
    /// Of imported material, as whoever imported it called it.
    public var description: String?
    public var pending: Pending?

    /// Drops the secret and keeps the name.
    mutating func forget() {
        wrapped = nil
        expiresAt = nil
    }

    /// Whether the key needs it to be usable.
    var isNeeded: Bool { pending == nil }

    func isThere(at now: Timestamp) -> Bool { wrapped != nil && (expiresAt.map { now.milliseconds < $0 } ?? true) }
}
