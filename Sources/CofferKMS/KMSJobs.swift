// SPDX-License-Identifier: Apache-2.0
internal import CofferAudit
internal import CofferBase
internal import CofferCrypto
public import CofferPipeline
internal import CofferStore

/// What KMS does by itself when its time has come. Each is safe to run again, and on several nodes at once.
public enum KMSJobs {
    private static let batch = 100

    /// Destroys the keys whose waiting period is over: their materials and aliases too. Returns how many.
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

    /// What a job writes of one key, and the event that says so.
    private struct Step: Sendable {
        let eventName: String
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
                if try await commit(step, of: key, vault, epoch: epoch, at: now) { progress += 1 }
            }
            done += progress
            if due.count < batch || progress == 0 { return done }
        }
    }

    /// False where somebody changed the key in between: the next run sees to it.
    private static func commit(
        _ step: Step, of key: Versioned<KeyRecord>, _ vault: Vault, epoch: Int64, at now: Timestamp
    ) async throws -> Bool {
        let event = event(step.eventName, of: key, at: now)
        do {
            try await vault.commits.submit(
                .init(
                    preconditions: [key.precondition], epoch: epoch,
                    effect: { writer in
                        try step.effect(writer)
                        return [event]
                    }))
        } catch is CommitQueue.Moved {
            return false
        }
        if let id = PreparedKey.idBytes(key.value.id) { vault.materials.remove(keyID: id) }
        return true
    }

    private static func deletion(_ vault: Vault, _ key: Versioned<KeyRecord>, _ now: Timestamp) -> Step? {
        guard key.value.isGone(at: now) else { return nil }
        return Step(eventName: "DeleteKey") { writer in
            for name in key.value.aliases {
                if let alias = try writer.load(AliasRecord.self, name, in: key.key.scope) { try writer.remove(alias) }
            }
            try writer.remove(key)
        }
    }

    private static func rotation(_ vault: Vault, _ key: Versioned<KeyRecord>, _ now: Timestamp) -> Step? {
        guard let rotation = key.value.rotation, rotation.nextAt <= now.milliseconds, key.value.state == .enabled
        else { return nil }
        let material = KeyCrypto(vault: vault).newMaterial(
            for: key.value.id, in: key.key.scope, at: now, rotation: .automatic)
        var changed = key
        changed.value.materials.append(material)
        changed.value.currentMaterial = material.id
        changed.value.rotation?.nextAt = (now + .days(rotation.periodInDays)).milliseconds
        let rotated = changed
        return Step(eventName: "RotateKey") { try $0.update(rotated) }
    }

    private static func event(_ name: String, of key: Versioned<KeyRecord>, at now: Timestamp) -> TrailRecord {
        let scope = key.key.scope
        let arn = key.value.arn(in: scope).description
        var event = TrailEvent(
            time: now, eventID: UniqueID.uuid(), source: "kms.amazonaws.com", name: name,
            region: scope.region.description, sourceAddress: "kms.amazonaws.com", userAgent: "kms.amazonaws.com",
            identity: TrailIdentity(
                type: "AWSService", principalID: "kms.amazonaws.com", arn: "", accountID: scope.account.description),
            requestID: UniqueID.uuid(), isReadOnly: false, recipientAccountID: scope.account.description)
        event.invokedBy = "kms.amazonaws.com"
        event.additional = ["keyId": .string(arn)]
        event.resources = [KeyTrail.resource(arn, in: scope)]
        return TrailRecord(scope: scope, time: now, eventID: event.eventID, document: event.encoded())
    }
}
