// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagPolicyHandler: OperationHandler {
    typealias Operation = IAM.UntagPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UntagPolicyInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "UntagPolicy", request, .tagKeys(input.tagKeys))
    }

    func perform(
        _ input: IAM.UntagPolicyInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.UntagPolicyOutput> {
        var policy = try authorized.ownPolicy(request)
        policy.value.tags = IAMTags.removed(policy.value.tags, keys: input.tagKeys, exactly: true)
        return .update(policy, IAM.UntagPolicyOutput())
    }

    func trailParameters(_ input: IAM.UntagPolicyInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("tagKeys", input.tagKeys))
    }
}
