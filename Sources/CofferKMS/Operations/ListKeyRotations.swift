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
        try key.checkRotates()
        let page = try Page(
            marker: input.marker, limit: input.limit, default: 100, most: 1000,
            list: "ListKeyRotations/\(key.record.id)/\(input.includeKeyMaterial ?? "")", request, keys.vault)
        let withFirst = input.includeKeyMaterial == "ALL_KEY_MATERIAL"
        let listed = key.record.materials.enumerated().filter { withFirst || $0.element.rotation != nil }
        let (items, next) = page.slice(Array(listed)) { KeyRecord.sortable(Int64($0.offset)) }
        let rotations = items.map { _, material in
            var entry = KMS.RotationsListEntry()
            entry.keyId = key.arn
            entry.keyMaterialId = material.id
            entry.keyMaterialState = material.id == key.record.currentMaterial ? "CURRENT" : "NON_CURRENT"
            if let rotation = material.rotation {
                entry.rotationDate = Timestamp(milliseconds: material.createdAt)
                entry.rotationType = rotation.rawValue
            }
            return entry
        }
        return .reply(
            KMS.ListKeyRotationsOutput(rotations: rotations, nextMarker: next, truncated: next != nil),
            KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.ListKeyRotationsInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("limit", input.limit)
            .with("includeKeyMaterial", input.includeKeyMaterial).value
    }
}
