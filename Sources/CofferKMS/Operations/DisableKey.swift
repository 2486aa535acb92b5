// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DisableKey: OperationHandler {
    typealias Operation = KMS.DisableKey

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.DisableKeyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        let found = try keys.find(input.keyId, for: "kms:DisableKey", request, forms: .plain)
        let conditions = try KeyLastUse.conditions(found.key, in: keys.vault, request)
        return found.located("kms:DisableKey", request, conditions)
    }

    func perform(
        _ input: KMS.DisableKeyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DisableKeyOutput> {
        let key = authorized.target.key
        try key.check(.switching, request)
        let changed = key.changed { $0.state = .disabled }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.DisableKeyOutput()
        }
    }

    func trailParameters(_ input: KMS.DisableKeyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
