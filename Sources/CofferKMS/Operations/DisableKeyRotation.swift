// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DisableKeyRotation: OperationHandler {
    typealias Operation = KMS.DisableKeyRotation

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.DisableKeyRotationInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:DisableKeyRotation", request, forms: .plain).located(
            "kms:DisableKeyRotation", request)
    }

    func perform(
        _ input: KMS.DisableKeyRotationInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DisableKeyRotationOutput> {
        let key = authorized.target.key
        try key.check(.kms)
        try key.check(.rotationSetting, request)
        try key.checkIsNoReplica(for: Operation.name)
        let changed = key.changed { $0.rotation = nil }
        return .change(KeyTrail.notes(key)) { writer in
            try writer.update(changed)
            return KMS.DisableKeyRotationOutput()
        }
    }

    func trailParameters(_ input: KMS.DisableKeyRotationInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
