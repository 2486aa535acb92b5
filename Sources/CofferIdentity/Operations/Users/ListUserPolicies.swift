// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListUserPoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListUserPolicies
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListUserPoliciesInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "ListUserPolicies", request)
    }

    func perform(
        _ input: IAM.ListUserPoliciesInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListUserPoliciesOutput> {
        let user = try authorized.entity(input.userName)
        let page = try IAMPage.names(user.value.policies.keys, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListUserPoliciesOutput(policyNames: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListUserPoliciesInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
