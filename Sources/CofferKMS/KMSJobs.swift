// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferCrypto
public import CofferPipeline
internal import CofferStore

/// What KMS does by itself when its time has come. Each is safe to run again, and on several nodes at once.
public enum KMSJobs {
    private static let batch = 100

    /// Destroys the keys whose waiting period is over: their materials, aliases and grants too. Returns how many.
    ///
    /// Until it runs such a key is as good as gone already, so it may run seldom.
    @discardableResult
    public static func deleteDueKeys(_ vault: Vault) async throws -> Int {
        try await run(vault, KeyRecord.deletionIndex, deletion)
    }

    /// Gives the keys that rotate by themselves new material where the time has come. Returns how many.
    @discardableResult
    public static func rotateDueKeys(_ vault: Vault) async throws -> Int {
        try await run(vault, KeyRecord.rotationIndex, rotation)
    }

    /// Destroys the imported material that has expired. Returns of how many keys.
    ///
    /// Until it runs nobody can use such a material any more.
    @discardableResult
    public static func expireDueMaterials(_ vault: Vault) async throws -> Int {
        try await run(vault, KeyRecord.expiryIndex, expiry)
    }

    /// What a job writes of one key, and the events that say so.
    private struct Step: Sendable {
        let events: [TrailRecord]
        let effect: @Sendable (any StoreWriter) throws -> Void
    }

    private static func run(
        _ vault: Vault, _ index: String, _ step: @Sendable (Vault, Versioned<KeyRecord>, Timestamp) throws -> Step?
    ) async throws -> Int {
        var done = 0
        while true {
            let now = vault.clock.now()
            let epoch = vault.epoch
            let due = try vault.store.read {
                try $0.records(
                    kind: KeyRecord.kind, indexName: index, valuesThrough: KeyRecord.sortable(now.milliseconds),
                    limit: batch
                ).map(\.key)
            }
            var progress = 0
            for place in due {
                guard let key = try vault.load(KeyRecord.self, place.id, in: place.scope),
                    let step = try step(vault, key, now)
                else { continue }
                if try await commit(step, of: key, vault, epoch: epoch) { progress += 1 }
            }
            done += progress
            if due.count < batch || progress == 0 { return done }
        }
    }

    /// False where somebody changed the key in between: the next run sees to it.
    private static func commit(
        _ step: Step, of key: Versioned<KeyRecord>, _ vault: Vault, epoch: Int64
    ) async throws -> Bool {
        do {
            try await vault.commits.submit(
                .init(
                    preconditions: [key.precondition], epoch: epoch,
                    effect: { writer in
                        try step.effect(writer)
                        return step.events
                    }))
        } catch is CommitQueue.Moved {
            return false
        }
        if let id = PreparedKey.idBytes(key.value.id) {
            vault.materials.remove(keyID: id)
            vault.privateKeys.remove(keyID: id)
        }
        return true
    }

    private static func deletion(_ vault: Vault, _ key: Versioned<KeyRecord>, _ now: Timestamp) -> Step? {
        guard key.value.isGone(at: now) else { return nil }
        let event = ServiceEvent.record("DeleteKey", key.value, in: key.key.scope, at: now)
        return Step(events: [event]) { try KeyDestruction.write(key, $0, at: now) }
    }

    private static func rotation(_ vault: Vault, _ key: Versioned<KeyRecord>, _ now: Timestamp) -> Step? {
        guard let rotation = key.value.rotation, rotation.nextAt <= now.milliseconds, key.value.state == .enabled
        else { return nil }
        let next = (now + .days(rotation.periodInDays)).milliseconds
        let change = KeyRotation(vault: vault, key: key, type: .automatic, now: now).withNewMaterial {
            $0.rotation?.nextAt = next
        }
        return Step(events: change.events, effect: change.effect)
    }

    private static func expiry(_ vault: Vault, _ key: Versioned<KeyRecord>, _ now: Timestamp) -> Step? {
        var changed = key
        var events: [TrailRecord] = []
        for index in changed.value.materials.indices {
            let material = changed.value.materials[index]
            guard material.wrapped != nil, !material.isThere(at: now) else { continue }
            changed.value.materials[index].forget()
            events.append(
                ServiceEvent.record(
                    "DeleteExpiredKeyMaterial", key.value, in: key.key.scope, at: now,
                    details: [(name: "keyMaterialId", value: .string(material.id))]))
        }
        guard !events.isEmpty else { return nil }
        let expired = changed
        return Step(events: events) { try $0.update(expired) }
    }
}
