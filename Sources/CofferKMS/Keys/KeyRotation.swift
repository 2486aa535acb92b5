// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Gives a key, and the multi-Region keys that are related to it, another current material.
struct KeyRotation: Sendable {
    let vault: Vault
    let key: Versioned<KeyRecord>
    let type: KeyMaterial.Rotation
    let now: Timestamp

    /// With fresh material of ours. Returns the key as it is then, and what writes it and its replicas.
    func withNewMaterial(_ change: (inout KeyRecord) -> Void = { _ in }) -> Change {
        let crypto = KeyCrypto(vault: vault)
        let scope = key.key.scope
        let material = crypto.newMaterial(.symmetric, for: key.value.id, in: scope, at: now, rotation: type).material
        var rotated = key
        rotated.value.materials.append(material)
        rotated.value.currentMaterial = material.id
        change(&rotated.value)
        let after = rotated
        return self.change(to: after, material.id) { other, otherScope in
            other.materials.append(try crypto.copy(material, of: after, to: otherScope))
            other.currentMaterial = material.id
        }
    }

    /// With imported material that waits for it.
    func withPendingMaterial(_ id: String) -> Change {
        let (type, now) = (type, now)
        @Sendable func promote(_ record: inout KeyRecord) {
            guard let place = record.materials.firstIndex(where: { $0.id == id }) else { return }
            record.materials[place].pending = nil
            record.materials[place].rotation = type
            record.materials[place].createdAt = now.milliseconds
            record.currentMaterial = id
        }
        var rotated = key
        promote(&rotated.value)
        return change(to: rotated, id) { other, _ in promote(&other) }
    }

    private func change(
        to rotated: Versioned<KeyRecord>, _ id: String,
        _ other: @escaping @Sendable (inout KeyRecord, Scope) throws -> Void
    ) -> Change {
        let scope = key.key.scope
        return Change(
            events: [ServiceEvent.rotation(key.value, to: id, type, in: scope, at: now)]
                + RelatedKeys.synchronized(rotated.value, in: scope, at: now)
        ) { writer in
            try writer.update(rotated)
            try RelatedKeys.updateOthers(writer, of: rotated.value, in: scope, other)
        }
    }

    struct Change: Sendable {
        let events: [TrailRecord]
        let effect: @Sendable (any StoreWriter) throws -> Void
    }
}
