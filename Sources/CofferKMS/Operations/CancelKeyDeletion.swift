// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The key is there again, disabled.
struct CancelKeyDeletion: OperationHandler {
    typealias Operation = KMS.CancelKeyDeletion

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.CancelKeyDeletionInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:CancelKeyDeletion", request, forms: .plain).located(
            "kms:CancelKeyDeletion", request)
    }

    func perform(
        _ input: KMS.CancelKeyDeletionInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.CancelKeyDeletionOutput> {
        let key = authorized.target.key
        try key.check(.cancelDeletion, request)
        let changed = key.changed {
            $0.state = .disabled
            $0.deletionDate = nil
            $0.pendingWindowInDays = nil
        }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.CancelKeyDeletionOutput(keyId: key.arn)
        }
    }

    func trailParameters(_ input: KMS.CancelKeyDeletionInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
