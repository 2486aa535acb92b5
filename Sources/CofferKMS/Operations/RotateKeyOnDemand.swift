// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Adds a material that seals from now on; what the older ones sealed still opens.
struct RotateKeyOnDemand: OperationHandler {
    typealias Operation = KMS.RotateKeyOnDemand

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    private static let mostRotations = 25

    func locate(_ input: KMS.RotateKeyOnDemandInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:RotateKeyOnDemand", request, forms: .plain).located(
            "kms:RotateKeyOnDemand", request)
    }

    func perform(
        _ input: KMS.RotateKeyOnDemandInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.RotateKeyOnDemandOutput> {
        let key = authorized.target.key
        try key.checkRotates()
        try key.check(.use)
        guard key.record.onDemandRotations < Self.mostRotations else {
            throw AWSError.limitExceeded(
                "The on-demand rotations limit has been reached for the given keyId. "
                    + "No more on-demand rotations can be performed for this key: \(key.arn)")
        }
        let material = KeyCrypto(vault: keys.vault).newMaterial(
            for: key.record.id, in: key.scope, at: request.receivedAt, rotation: .onDemand)
        let changed = key.changed {
            $0.materials.append(material)
            $0.currentMaterial = material.id
        }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.RotateKeyOnDemandOutput(keyId: key.arn)
        }
    }

    func trailParameters(_ input: KMS.RotateKeyOnDemandInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
