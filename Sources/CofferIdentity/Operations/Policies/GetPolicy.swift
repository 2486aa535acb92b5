// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetPolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetPolicyInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "GetPolicy", request)
    }

    func perform(
        _ input: IAM.GetPolicyInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetPolicyOutput> {
        let policy = try authorized.policy()
        let usage = PolicyUsage(input.policyArn, in: request.scope)
        var shape = policy.shape(try vault.store.read { try usage.counts($0) }, in: request.scope)
        shape.description = policy.description
        shape.tags = IAMTags.list(policy.tags)
        return .reply(IAM.GetPolicyOutput(policy: shape))
    }

    func trailParameters(_ input: IAM.GetPolicyInput) -> JSONValue? { .fields(("policyArn", input.policyArn)) }
}
