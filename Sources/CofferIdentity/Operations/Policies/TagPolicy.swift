// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagPolicyHandler: OperationHandler {
    typealias Operation = IAM.TagPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.TagPolicyInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "TagPolicy", request, .tags(input.tags))
    }

    func perform(
        _ input: IAM.TagPolicyInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.TagPolicyOutput> {
        var policy = try authorized.ownPolicy(request)
        policy.value.tags = try IAMTags.merged(policy.value.tags, with: input.tags, exactly: true)
        return .update(policy, IAM.TagPolicyOutput())
    }

    func trailParameters(_ input: IAM.TagPolicyInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("tags", input.tags))
    }
}
