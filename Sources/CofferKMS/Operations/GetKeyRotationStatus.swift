// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetKeyRotationStatus: OperationHandler {
    typealias Operation = KMS.GetKeyRotationStatus

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.GetKeyRotationStatusInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:GetKeyRotationStatus", request, forms: .otherAccounts).located(
            "kms:GetKeyRotationStatus", request)
    }

    func perform(
        _ input: KMS.GetKeyRotationStatusInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GetKeyRotationStatusOutput> {
        let key = authorized.target.key
        try key.checkRotates()
        try key.check(.rotationStatus)
        let rotation = key.record.rotation
        // A key on its way out doesn't rotate, whatever was set.
        let isRotating = rotation != nil && key.record.state != .pendingDeletion
        return .reply(
            KMS.GetKeyRotationStatusOutput(
                keyRotationEnabled: isRotating, keyId: key.arn,
                rotationPeriodInDays: isRotating ? rotation?.periodInDays : nil,
                nextRotationDate: isRotating ? rotation.map { Timestamp(milliseconds: $0.nextAt) } : nil),
            KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.GetKeyRotationStatusInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
