// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// A key has one policy, so a marker can only be somebody's invention.
struct ListKeyPolicies: OperationHandler {
    typealias Operation = KMS.ListKeyPolicies

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.ListKeyPoliciesInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:ListKeyPolicies", request, forms: .plain).located(
            "kms:ListKeyPolicies", request)
    }

    func perform(
        _ input: KMS.ListKeyPoliciesInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ListKeyPoliciesOutput> {
        let key = authorized.target.key
        if input.marker != nil { throw AWSError.invalidMarker }
        return .reply(
            KMS.ListKeyPoliciesOutput(policyNames: [KeyPolicyText.name], truncated: false), KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.ListKeyPoliciesInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("limit", input.limit).value
    }
}
