// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Makes another material the one that seals; what the older ones sealed still opens.
struct RotateKeyOnDemand: OperationHandler {
    typealias Operation = KMS.RotateKeyOnDemand

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.RotateKeyOnDemandInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:RotateKeyOnDemand", request, forms: .plain).located(
            "kms:RotateKeyOnDemand", request)
    }

    func perform(
        _ input: KMS.RotateKeyOnDemandInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.RotateKeyOnDemandOutput> {
        let key = authorized.target.key
        try key.check(.use, request)
        try key.checkIsSymmetric()
        try key.checkIsNoReplica(for: Operation.name)
        guard key.record.onDemandRotations < keys.vault.settings.quotas.onDemandRotationsPerKey else {
            throw AWSError.limitExceeded(
                "The on-demand rotations limit has been reached for the given keyId. "
                    + "No more on-demand rotations can be performed for this key: \(key.arn)")
        }
        try checkIsNotDue(key, request)
        let rotation = KeyRotation(
            vault: keys.vault, key: key.stored, type: .onDemand, now: request.receivedAt)
        let change =
            key.record.origin == KeyOrigin.kms.rawValue
            ? rotation.withNewMaterial() : rotation.withPendingMaterial(try pendingMaterial(of: key, request))
        var notes = KeyTrail.change(key)
        notes.consequences = change.events
        return .change(notes) { writer in
            try change.effect(writer)
            return KMS.RotateKeyOnDemandOutput(keyId: key.arn)
        }
    }

    /// AWS keeps the two kinds of rotation 20 minutes apart.
    private func checkIsNotDue(_ key: PreparedKey, _ request: Authenticated) throws {
        guard let rotation = key.record.rotation, rotation.nextAt - request.receivedAt.milliseconds < 20 * 60_000 else {
            return
        }
        throw AWSError(
            "ConflictException", "The automatic rotation of \(key.arn) is due within 20 minutes; try again after it.")
    }

    private func pendingMaterial(of key: PreparedKey, _ request: Authenticated) throws -> String {
        guard let pending = key.record.materials.first(where: { $0.pending != nil }) else {
            throw AWSError.invalidState("No available key material pending rotation for the key: \(key.arn).")
        }
        guard pending.pending == .rotation else {
            throw AWSError.invalidState(
                "Cannot perform key material rotation: Key material has not been imported for replicas of the "
                    + "Multi-Region key.")
        }
        // AWS would rotate to it, and the key would be of no use: import it again first.
        guard pending.isThere(at: request.receivedAt) else {
            throw AWSError.invalidState("The key material \(pending.id) that is pending rotation has expired.")
        }
        return pending.id
    }

    func trailParameters(_ input: KMS.RotateKeyOnDemandInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
