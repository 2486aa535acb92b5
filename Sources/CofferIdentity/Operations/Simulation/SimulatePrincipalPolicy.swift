// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

struct SimulatePrincipalPolicyHandler: OperationHandler {
    typealias Operation = IAM.SimulatePrincipalPolicy
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.SimulatePrincipalPolicyInput) -> Workload { .scanning }

    func locate(
        _ input: IAM.SimulatePrincipalPolicyInput, _ request: Authenticated
    ) throws -> Located<PolicySource?> {
        try IAMDirectory(vault: vault).locatedSource(input.policySourceArn, "SimulatePrincipalPolicy", request)
    }

    func perform(
        _ input: IAM.SimulatePrincipalPolicyInput, _ authorized: Authorized<PolicySource?>, _ request: Authenticated
    ) throws -> Performed<IAM.SimulatePrincipalPolicyOutput> {
        let source = try authorized.source(input.policySourceArn)
        let excluded = input.policyExclusionList ?? []
        func counts(_ policy: SimulatedPolicy) -> Bool { !excluded.contains { $0.matches(policy) } }
        let own = source.caller(in: request.scope)
        let isOwn = input.callerArn == nil || input.callerArn == own?.principal.principalARN
        var isUser = false
        if case .user = source { isUser = true }
        guard isUser || input.resourcePolicy == nil || input.callerArn != nil else {
            throw AWSError.invalidInput("CallerArn is required where ResourcePolicy is given and no user is simulated.")
        }
        let simulation = try PolicySimulation(
            .init(
                actions: input.actionNames, resources: input.resourceArns, resourcePolicy: input.resourcePolicy,
                resourceOwner: input.resourceOwner, entries: input.contextEntries, limit: input.maxItems,
                marker: input.marker),
            policies: source.policies(vault, in: request.scope).filter(counts)
                + SimulatedPolicy.inputs(input.policyInputList),
            boundary: SimulatedPolicy.boundary(input.permissionsBoundaryPolicyInputList)
                ?? source.boundary(vault, in: request.scope).flatMap { counts($0) ? $0 : nil },
            caller: isOwn ? own : input.callerArn.map { try SimulatedCaller.named($0) }, in: request.scope.account)
        let page = try simulation.page()
        return .reply(
            IAM.SimulatePrincipalPolicyOutput(
                evaluationResults: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.SimulatePrincipalPolicyInput) -> JSONValue? {
        .fields(
            ("policySourceArn", input.policySourceArn), ("policyInputList", input.policyInputList),
            ("actionNames", input.actionNames), ("resourceArns", input.resourceArns),
            ("resourceOwner", input.resourceOwner), ("callerArn", input.callerArn), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
