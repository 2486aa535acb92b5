// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListUserTagsHandler: OperationHandler {
    typealias Operation = IAM.ListUserTags
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListUserTagsInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "ListUserTags", request)
    }

    func perform(
        _ input: IAM.ListUserTagsInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListUserTagsOutput> {
        let user = try authorized.entity(input.userName)
        let page = try IAMTags.page(user.value.tags, marker: input.marker, limit: input.maxItems)
        return .reply(IAM.ListUserTagsOutput(tags: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListUserTagsInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
