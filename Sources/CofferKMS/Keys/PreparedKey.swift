// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore
internal import Synchronization

/// A key's record with what each call would otherwise work out of it again.
final class PreparedKey: Sendable {
    let stored: Versioned<KeyRecord>
    let arn: String
    let policy: PolicyDocument
    /// The 16 bytes that blobs name the key by.
    let idBytes: [UInt8]
    /// The materials by the 32 bytes that blobs name them by.
    let materials: [[UInt8]: KeyMaterial]
    let currentMaterial: [UInt8]
    /// The condition keys that come of the key alone.
    let conditions: [ExactString: [String]]

    var record: KeyRecord { stored.value }
    var scope: Scope { stored.key.scope }

    init(_ stored: Versioned<KeyRecord>, policies: PolicyCache) throws {
        let record = stored.value
        guard let idBytes = Self.idBytes(record.id) else { throw StoreError.damaged("the key \(record.id) has no id") }
        var materials: [[UInt8]: KeyMaterial] = [:]
        for material in record.materials {
            guard let bytes = Hex.decode(material.id), bytes.count == 32 else {
                throw StoreError.damaged("the key \(record.id) has a material without an id")
            }
            materials[bytes] = material
        }
        self.materials = materials
        currentMaterial = Hex.decode(record.currentMaterial) ?? []
        self.stored = stored
        arn = record.arn(in: stored.key.scope).description
        policy = try policies.policy(record.policy, .keyPolicy)
        self.idBytes = idBytes
        var conditions: [ExactString: [String]] = [
            "kms:KeySpec": [record.spec],
            "kms:KeyUsage": [record.usage],
            "kms:KeyOrigin": [record.origin],
            "kms:MultiRegion": [record.isMultiRegion ? "true" : "false"],
        ]
        if !record.aliases.isEmpty { conditions["kms:ResourceAliases"] = record.aliases }
        for (name, value) in record.tags { conditions["aws:ResourceTag/\(name)"] = [value] }
        self.conditions = conditions
    }

    static func idBytes(_ id: String) -> [UInt8]? {
        id.hasPrefix("mrk-")
            ? Hex.decode(id.dropFirst(4)).flatMap { $0.count == 16 ? $0 : nil } : UniqueID.uuidBytes(id)
    }

    func check(_ rule: StateRule) throws { try rule.check(record.state, arn: arn) }

    /// Throws InvalidKeyUsageException unless the key encrypts, and with that algorithm.
    func checkEncrypts(_ algorithm: String?, for operation: String) throws {
        guard record.usage == KeyChoice.encryptDecrypt else {
            throw AWSError.keyUsage("\(arn) key usage is \(record.usage) which is not valid for \(operation).")
        }
        guard algorithm ?? KeyChoice.symmetricDefault == record.spec else {
            throw AWSError.keyUsage("Algorithm \(algorithm ?? "") is incompatible with key spec \(record.spec).")
        }
    }

    /// For what only keys of AWS_KMS origin and symmetric spec can do.
    func checkRotates() throws {
        guard record.spec == KeyChoice.symmetricDefault else { throw AWSError.unsupported(nil) }
        guard record.origin == KeyChoice.originKMS else {
            throw AWSError.unsupported("\(arn) origin is \(record.origin) which is not valid for this operation.")
        }
    }
}

/// The values that the API names keys' properties with.
enum KeyChoice {
    static let symmetricDefault = "SYMMETRIC_DEFAULT"
    static let encryptDecrypt = "ENCRYPT_DECRYPT"
    static let originKMS = "AWS_KMS"
}

/// Prepared keys by their records. An entry counts for one revision only, so it can't outlive a change.
final class PreparedKeys: Sendable {
    private let policies: PolicyCache
    private let prepared = Mutex<[RecordKey: PreparedKey]>([:])
    private static let capacity = 4096

    init(policies: PolicyCache) { self.policies = policies }

    func prepare(_ stored: Versioned<KeyRecord>) throws -> PreparedKey {
        if let known = prepared.withLock({ $0[stored.key] }), known.stored.revision == stored.revision { return known }
        let key = try PreparedKey(stored, policies: policies)
        prepared.withLock { keys in
            if keys.count >= Self.capacity { keys.removeAll(keepingCapacity: true) }
            keys[stored.key] = key
        }
        return key
    }
}

extension PreparedKey {
    /// The record with changes, to be written where it still has the revision that was read.
    func changed(_ change: (inout KeyRecord) -> Void) -> Versioned<KeyRecord> {
        var copy = stored
        change(&copy.value)
        return copy
    }
}
