// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct SimulateCustomPolicyHandler: OperationHandler {
    typealias Operation = IAM.SimulateCustomPolicy
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.SimulateCustomPolicyInput) -> Workload { .scanning }

    func locate(_ input: IAM.SimulateCustomPolicyInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:SimulateCustomPolicy", "*")])
    }

    func perform(
        _ input: IAM.SimulateCustomPolicyInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.SimulateCustomPolicyOutput> {
        guard input.orderedOrganizationPolicyInputList?.isEmpty ?? true else {
            throw AWSError.invalidInput(
                "OrderedOrganizationPolicyInputList is not supported: there are no organizations.")
        }
        let simulation = try PolicySimulation(
            .init(
                actions: input.actionNames, resources: input.resourceArns, resourcePolicy: input.resourcePolicy,
                resourceOwner: input.resourceOwner, entries: input.contextEntries, limit: input.maxItems,
                marker: input.marker),
            policies: SimulatedPolicy.inputs(input.policyInputList),
            boundary: SimulatedPolicy.boundary(input.permissionsBoundaryPolicyInputList),
            caller: input.callerArn.map { try SimulatedCaller.named($0) }, in: request.scope.account)
        let page = try simulation.page()
        return .reply(
            IAM.SimulateCustomPolicyOutput(
                evaluationResults: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.SimulateCustomPolicyInput) -> JSONValue? {
        .fields(
            ("policyInputList", input.policyInputList), ("actionNames", input.actionNames),
            ("resourceArns", input.resourceArns), ("resourceOwner", input.resourceOwner),
            ("callerArn", input.callerArn), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
