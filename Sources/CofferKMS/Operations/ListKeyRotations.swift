// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListKeyRotations: OperationHandler {
    typealias Operation = KMS.ListKeyRotations

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.ListKeyRotationsInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:ListKeyRotations", request, forms: .plain).located(
            "kms:ListKeyRotations", request)
    }

    func perform(
        _ input: KMS.ListKeyRotationsInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ListKeyRotationsOutput> {
        let key = authorized.target.key
        if !key.spec.isSymmetric, input.includeKeyMaterial != nil {
            throw AWSError.validation("Input parameter includeKeyMaterial can only be used with symmetric keys.")
        }
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 100, most: 1000,
            list: "ListKeyRotations/\(key.record.id)/\(input.includeKeyMaterial ?? "")", request, keys.vault)
        let withAll = input.includeKeyMaterial == "ALL_KEY_MATERIAL"
        let materials = key.spec.isSymmetric ? key.record.materials : []
        let listed = materials.enumerated().filter { withAll || $0.element.rotation != nil }
        let (items, next) = page.slice(Array(listed)) { KeyRecord.sortable(Int64($0.offset)) }
        return .reply(
            KMS.ListKeyRotationsOutput(
                rotations: items.map { entry($0.element, of: key, request) }, nextMarker: next, truncated: next != nil),
            KeyTrail.notes(key))
    }

    private func entry(
        _ material: KeyMaterial, of key: PreparedKey, _ request: Authenticated
    ) -> KMS.RotationsListEntry {
        var entry = KMS.RotationsListEntry()
        entry.keyId = key.arn
        entry.keyMaterialId = material.id
        entry.keyMaterialState =
            material.pending?.rawValue ?? (material.id == key.record.currentMaterial ? "CURRENT" : "NON_CURRENT")
        if let rotation = material.rotation {
            entry.rotationDate = Timestamp(milliseconds: material.createdAt)
            entry.rotationType = rotation.rawValue
        }
        guard key.record.origin == KeyOrigin.external.rawValue else { return entry }
        entry.keyMaterialDescription = material.description
        let isThere = material.isThere(at: request.receivedAt)
        entry.importState = isThere ? "IMPORTED" : "PENDING_IMPORT"
        if isThere {
            entry.expirationModel = ExpirationModel.of(material).rawValue
            entry.validTo = material.expiresAt.map { Timestamp(milliseconds: $0) }
        }
        return entry
    }

    func trailParameters(_ input: KMS.ListKeyRotationsInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("limit", input.limit)
            .with("includeKeyMaterial", input.includeKeyMaterial).value
    }
}
