// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct UpdateKeyDescription: OperationHandler {
    typealias Operation = KMS.UpdateKeyDescription

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.UpdateKeyDescriptionInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:UpdateKeyDescription", request, forms: .plain).located(
            "kms:UpdateKeyDescription", request)
    }

    func perform(
        _ input: KMS.UpdateKeyDescriptionInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.UpdateKeyDescriptionOutput> {
        let key = authorized.target.key
        try key.check(.edit, request)
        let changed = key.changed { $0.description = input.description }
        return .change(KeyTrail.notes(key)) { writer in
            try writer.update(changed)
            return KMS.UpdateKeyDescriptionOutput()
        }
    }

    func trailParameters(_ input: KMS.UpdateKeyDescriptionInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("description", input.description).value
    }
}
