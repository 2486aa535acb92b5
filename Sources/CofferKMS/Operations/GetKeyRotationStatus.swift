// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Whether the key rotates by itself. A replica's status is that of its primary.
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
        try key.check(.rotationStatus, request)
        // A key on its way out doesn't rotate, whatever was set.
        let rotation = key.record.state == .pendingDeletion ? nil : try schedule(of: key)
        return .reply(
            KMS.GetKeyRotationStatusOutput(
                keyRotationEnabled: rotation != nil, keyId: key.arn, rotationPeriodInDays: rotation?.periodInDays,
                nextRotationDate: rotation.map { Timestamp(milliseconds: $0.nextAt) }),
            KeyTrail.notes(key))
    }

    private func schedule(of key: PreparedKey) throws -> KeyRecord.Rotation? {
        guard key.isReplica, let primary = key.record.multiRegion.flatMap({ Region($0.primary) }) else {
            return key.record.rotation
        }
        let scope = Scope(account: key.scope.account, region: primary)
        return try keys.vault.load(KeyRecord.self, key.record.id, in: scope)?.value.rotation
    }

    func trailParameters(_ input: KMS.GetKeyRotationStatusInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
