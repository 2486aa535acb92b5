// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetKeyPolicy: OperationHandler {
    typealias Operation = KMS.GetKeyPolicy

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.GetKeyPolicyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:GetKeyPolicy", request, forms: .plain).located("kms:GetKeyPolicy", request)
    }

    func perform(
        _ input: KMS.GetKeyPolicyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GetKeyPolicyOutput> {
        let key = authorized.target.key
        guard (input.policyName ?? KeyPolicyText.name) == KeyPolicyText.name else {
            throw AWSError.notFound("No such policy exists")
        }
        return .reply(
            KMS.GetKeyPolicyOutput(
                policy: try PolicyPrincipals(vault: keys.vault).shown(key.record.policy), policyName: KeyPolicyText.name), KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.GetKeyPolicyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("policyName", input.policyName).value
    }
}
