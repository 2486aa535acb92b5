// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// What an import is to its key.
enum ImportedPlace: Sendable {
    /// The key's first material: it is used from now on.
    case first
    /// Material to rotate to.
    case pending
    /// Material that the key had, or has: its secret and expiry are those of this import.
    case existing

    /// The key with the material in its place.
    static func put(
        _ material: KeyMaterial, description: String?, _ place: ImportedPlace, _ publicKey: [UInt8]?, _ key: PreparedKey
    ) -> Versioned<KeyRecord> {
        key.changed { record in
            var material = material
            switch place {
            case .first:
                material.description = description
                record.materials = [material]
                record.currentMaterial = material.id
                record.publicKey = publicKey.map { Base64.encode($0) }
                record.state = .enabled
            case .pending:
                material.description = description
                let hasReplicas = record.multiRegion?.replicas.isEmpty == false
                material.pending = hasReplicas ? .multiRegionImport : .rotation
                record.materials.append(material)
            case .existing:
                guard let index = record.materials.firstIndex(where: { $0.id == material.id }) else { return }
                let isInUse = record.materials[index].pending == nil
                record.materials[index].wrapped = material.wrapped
                record.materials[index].expiresAt = material.expiresAt
                if let description { record.materials[index].description = description }
                record.publicKey = record.publicKey ?? publicKey.map { Base64.encode($0) }
                // AWS enables a key whose material is imported again, also where somebody had disabled it.
                if isInUse { record.state = .enabled }
            }
        }
    }

    /// Writes the key, and what follows for the keys that it is related to: new material and descriptions are made known
    /// to the replicas, and material may be rotated to once all have it.
    static func write(
        _ key: Versioned<KeyRecord>, _ id: String, _ place: ImportedPlace, _ writer: any StoreWriter
    ) throws {
        let scope = key.key.scope
        let others = try RelatedKeys.load(writer, of: key.value, in: scope)
        guard let material = key.value.materials.first(where: { $0.id == id }) else { return try writer.update(key) }
        var all = [key] + others
        for index in all.indices.dropFirst() {
            if let known = all[index].value.materials.firstIndex(where: { $0.id == id }) {
                all[index].value.materials[known].description = material.description
            } else if place == .pending {
                var known = material
                known.forget()
                all[index].value.materials.append(known)
            }
        }
        RelatedKeys.settle(&all)
        for (index, changed) in all.enumerated()
        where index == 0 || changed.value.materials != others[index - 1].value.materials {
            try writer.update(changed)
        }
    }
}
