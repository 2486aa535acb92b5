// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListPoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListPolicies
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.ListPoliciesInput) -> Workload { .scanning }

    func locate(_ input: IAM.ListPoliciesInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListPolicies", "*")])
    }

    func perform(
        _ input: IAM.ListPoliciesInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListPoliciesOutput> {
        let scope = request.scope.global
        func listed(_ policy: ManagedPolicy, path: String) throws -> IAM.Policy? {
            guard path.hasPrefix(input.pathPrefix ?? "/") else { return nil }
            let usage = PolicyUsage(policy.arn(in: scope), in: scope)
            let counts = try vault.store.read { try usage.counts($0) }
            guard isWanted(counts, input) else { return nil }
            return policy.shape(counts, in: scope)
        }
        var sections: [IAMPage.Section<IAM.Policy>] = []
        if input.scope != "AWS" {
            sections.append(
                .versioned(ManagedPolicyRecord.self, vault, request) { try listed(.own($0), path: $0.value.path) })
        }
        if input.scope != "Local" {
            sections.append(.fixed(AWSManagedPolicy.all) { try listed(.aws($0), path: $0.path) })
        }
        let page = try IAMPage.sections(sections, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListPoliciesOutput(policies: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    private func isWanted(_ usage: PolicyUsage.Counts, _ input: IAM.ListPoliciesInput) -> Bool {
        let isAttached = usage.attachments > 0
        let isBoundary = usage.boundaries > 0
        return switch input.policyUsageFilter {
        case "PermissionsPolicy": isAttached
        case "PermissionsBoundary": isBoundary
        default: input.onlyAttached != true || isAttached || isBoundary
        }
    }

    func trailParameters(_ input: IAM.ListPoliciesInput) -> JSONValue? {
        .fields(
            ("scope", input.scope), ("onlyAttached", input.onlyAttached), ("pathPrefix", input.pathPrefix),
            ("policyUsageFilter", input.policyUsageFilter), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
