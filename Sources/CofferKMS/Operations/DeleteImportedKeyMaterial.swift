// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Takes material away from a key, which is of no use until the same is imported again.
struct DeleteImportedKeyMaterial: OperationHandler {
    typealias Operation = KMS.DeleteImportedKeyMaterial

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.DeleteImportedKeyMaterialInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:DeleteImportedKeyMaterial", request, forms: .plain).located(
            "kms:DeleteImportedKeyMaterial", request)
    }

    func perform(
        _ input: KMS.DeleteImportedKeyMaterialInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DeleteImportedKeyMaterialOutput> {
        let key = authorized.target.key
        try key.check(.external)
        try key.check(.deleteMaterial, request)
        let id = input.keyMaterialId ?? key.record.currentMaterial
        let material = id.flatMap { id in key.record.materials.first { $0.id == id } }
        if let wanted = input.keyMaterialId, material == nil {
            throw AWSError.validation(
                "Key material (id: \(wanted)) has never been imported into KMS key \(key.arn).")
        }
        let name = key.spec.isSymmetric ? material?.id : nil
        let members = name.map { [(name: "keyMaterialId", value: JSONValue.string($0))] } ?? []
        let output = KMS.DeleteImportedKeyMaterialOutput(keyId: key.arn, keyMaterialId: name)
        let stored = key.stored
        let isReplica = key.isReplica
        var performed = Performed.change(KeyTrail.change(key, members)) { writer in
            if let material { try Self.delete(material, of: stored, isReplica: isReplica, writer) }
            return output
        }
        let (vault, id16) = (keys.vault, key.idBytes)
        performed.afterwards = {
            vault.materials.remove(keyID: id16)
            vault.privateKeys.remove(keyID: id16)
        }
        return performed
    }

    private static func delete(
        _ material: KeyMaterial, of key: Versioned<KeyRecord>, isReplica: Bool, _ writer: any StoreWriter
    ) throws {
        var changed = key
        guard let index = changed.value.materials.firstIndex(where: { $0.id == material.id }) else { return }
        if material.pending != nil, !isReplica {
            // It was never used: it is as if it had not been imported, in the replicas too.
            changed.value.materials.remove(at: index)
            try writer.update(changed)
            return try RelatedKeys.updateOthers(writer, of: key.value, in: key.key.scope) { other, _ in
                other.materials.removeAll { $0.id == material.id }
            }
        }
        changed.value.materials[index].forget()
        guard material.pending != nil else { return try writer.update(changed) }
        changed.value.materials[index].pending = .multiRegionImport
        try writer.update(changed)
        try RelatedKeys.updateOthers(writer, of: key.value, in: key.key.scope) { other, _ in
            if let index = other.materials.firstIndex(where: { $0.id == material.id }) {
                other.materials[index].pending = .multiRegionImport
            }
        }
    }

    func trailParameters(_ input: KMS.DeleteImportedKeyMaterialInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("keyMaterialId", input.keyMaterialId).value
    }
}
