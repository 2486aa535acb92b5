// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetContextKeysForPrincipalPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetContextKeysForPrincipalPolicy
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.GetContextKeysForPrincipalPolicyInput) -> Workload { .scanning }

    func locate(
        _ input: IAM.GetContextKeysForPrincipalPolicyInput, _ request: Authenticated
    ) throws -> Located<PolicySource?> {
        try IAMDirectory(vault: vault).locatedSource(input.policySourceArn, "GetContextKeysForPrincipalPolicy", request)
    }

    func perform(
        _ input: IAM.GetContextKeysForPrincipalPolicyInput, _ authorized: Authorized<PolicySource?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.GetContextKeysForPrincipalPolicyOutput> {
        let source = try authorized.source(input.policySourceArn)
        let boundary = try source.boundary(vault, in: request.scope).map { [$0] } ?? []
        let policies = try source.policies(vault, in: request.scope) + SimulatedPolicy.inputs(input.policyInputList)
        return .reply(IAM.GetContextKeysForPrincipalPolicyOutput(contextKeyNames: (policies + boundary).contextKeys))
    }

    func trailParameters(_ input: IAM.GetContextKeysForPrincipalPolicyInput) -> JSONValue? {
        .fields(("policySourceArn", input.policySourceArn), ("policyInputList", input.policyInputList))
    }
}
