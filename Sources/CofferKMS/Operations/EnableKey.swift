// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct EnableKey: OperationHandler {
    typealias Operation = KMS.EnableKey

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.EnableKeyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:EnableKey", request, forms: .plain).located("kms:EnableKey", request)
    }

    func perform(
        _ input: KMS.EnableKeyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.EnableKeyOutput> {
        let key = authorized.target.key
        try key.check(.switching, request)
        let changed = key.changed { $0.state = .enabled }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.EnableKeyOutput()
        }
    }

    func trailParameters(_ input: KMS.EnableKeyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
