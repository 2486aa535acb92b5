// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore
internal import Synchronization

/// A key's record with what each call would otherwise work out of it again.
final class PreparedKey: Sendable {
    let stored: Versioned<KeyRecord>
    let spec: KeySpec
    let usage: KeyUsage
    let arn: String
    let policy: PolicyDocument
    /// The 16 bytes that blobs name the key by.
    let idBytes: [UInt8]
    /// The materials by the 32 bytes that blobs name them by.
    let materials: [[UInt8]: KeyMaterial]
    let currentMaterial: [UInt8]
    /// Read when it is first needed.
    private let parsedPublicKey = Mutex<PublicKey?>(nil)
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
        guard let spec = KeySpec(record.spec), let usage = KeyUsage(rawValue: record.usage) else {
            throw StoreError.damaged("the key \(record.id) is of an unknown kind")
        }
        self.spec = spec
        self.usage = usage
        self.materials = materials
        currentMaterial = record.currentMaterial.flatMap { Hex.decode($0) } ?? []
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
        if let regions = record.multiRegion {
            let isPrimary = regions.primary == stored.key.scope.region.description
            conditions["kms:MultiRegionKeyType"] = [isPrimary ? "PRIMARY" : "REPLICA"]
        }
        if !record.aliases.isEmpty { conditions["kms:ResourceAliases"] = record.aliases }
        for (name, value) in record.tags { conditions["aws:ResourceTag/\(name)"] = [value] }
        self.conditions = conditions
    }

    static func idBytes(_ id: String) -> [UInt8]? {
        id.hasPrefix("mrk-")
            ? Hex.decode(id.dropFirst(4)).flatMap { $0.count == 16 ? $0 : nil } : UniqueID.uuidBytes(id)
    }

    func check(_ rule: StateRule, _ request: Authenticated) throws {
        try rule.check(record.state(at: request.receivedAt), arn: arn)
    }

    /// Throws InvalidKeyUsageException unless the key is for that.
    func check(_ usage: KeyUsage, for operation: String) throws {
        guard self.usage == usage else {
            throw AWSError.keyUsage("\(arn) key usage is \(record.usage) which is not valid for \(operation).")
        }
    }

    /// Throws InvalidKeyUsageException unless the key, whose usage is known to fit, has that algorithm.
    func check(algorithm: String) throws {
        guard spec.algorithms(usage).contains(algorithm) else {
            throw AWSError.keyUsage("Algorithm \(algorithm) is incompatible with key spec \(record.spec).")
        }
    }

    /// For what only keys of that origin can do.
    func check(_ origin: KeyOrigin) throws {
        guard record.origin == origin.rawValue else {
            throw AWSError.unsupported("\(arn) origin is \(record.origin) which is not valid for this operation.")
        }
    }

    /// Throws UnsupportedOperationException, which AWS gives no reason for.
    func checkIsSymmetric() throws {
        guard spec.isSymmetric else { throw AWSError.unsupported(nil) }
    }

    /// For what goes by way of the primary of multi-Region keys.
    func checkIsNoReplica(for operation: String) throws {
        guard !isReplica else {
            throw AWSError.unsupported("\(arn) is a multi-region replica key which is not valid for \(operation).")
        }
    }

    var isReplica: Bool { record.multiRegion.map { $0.primary != scope.region.description } ?? false }

    /// The public key of a key pair.
    func publicKey() throws -> PublicKey {
        if let known = parsedPublicKey.withLock({ $0 }) { return known }
        guard let pair = spec.pair, let der = record.publicKey.flatMap({ Base64.decode($0) }),
            let key = try? PublicKey(der: der, spec: pair)
        else { throw StoreError.damaged("the key \(record.id) lacks its public key") }
        parsedPublicKey.withLock { $0 = key }
        return key
    }
}

/// Prepared keys by their records. An entry counts for one revision only, so it can't outlive a change.
final class PreparedKeys: Sendable {
    private let policies: PolicyCache
    private let prepared = Mutex(LRUCache<RecordKey, PreparedKey>(capacity: 20_000))

    init(policies: PolicyCache) { self.policies = policies }

    func prepare(_ stored: Versioned<KeyRecord>) throws -> PreparedKey {
        if let known = prepared.withLock({ $0.value(for: stored.key) }), known.stored.revision == stored.revision { return known }
        let key = try PreparedKey(stored, policies: policies)
        // What falls out ends after the lock is let go.
        _ = prepared.withLock { $0.insert(key, for: stored.key) }
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
