// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListPolicyVersionsHandler: OperationHandler {
    typealias Operation = IAM.ListPolicyVersions
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListPolicyVersionsInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "ListPolicyVersions", request)
    }

    func perform(
        _ input: IAM.ListPolicyVersionsInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListPolicyVersionsOutput> {
        let policy = try authorized.policy(orElse: "Policy ARN does not exist or is not attachable.")
        // The newest first: their ids count down.
        let page = try IAMPage.items(policy.versions.reversed(), marker: input.marker, limit: input.maxItems) {
            String(Int.max - $0.number)
        }
        let versions = page.items.map { $0.shape(default: policy.defaultVersion, withDocument: false) }
        return .reply(
            IAM.ListPolicyVersionsOutput(versions: versions, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListPolicyVersionsInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
