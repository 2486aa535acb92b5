// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListAttachedUserPoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListAttachedUserPolicies
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListAttachedUserPoliciesInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "ListAttachedUserPolicies", request)
    }

    func perform(
        _ input: IAM.ListAttachedUserPoliciesInput, _ authorized: Authorized<Versioned<UserRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListAttachedUserPoliciesOutput> {
        let user = try authorized.entity(input.userName)
        let page = try user.value.attachedPage(input.pathPrefix, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListAttachedUserPoliciesOutput(
                attachedPolicies: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListAttachedUserPoliciesInput) -> JSONValue? {
        .fields(
            ("userName", input.userName), ("pathPrefix", input.pathPrefix), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
