// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListUserTagsHandler: OperationHandler {
    typealias Operation = IAM.ListUserTags
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListUserTagsInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "ListUserTags", request)
    }

    func perform(
        _ input: IAM.ListUserTagsInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListUserTagsOutput> {
        guard let user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        let page = try IAMPage.names(user.value.tags.keys.map(\.text), marker: input.marker, limit: input.maxItems)
        let tags = page.names.compactMap { name in user.value.tags[ExactString(name)].map { IAM.Tag(key: name, value: $0) } }
        return .reply(IAM.ListUserTagsOutput(tags: tags, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListUserTagsInput) -> JSONValue? {
        ["userName": .string(input.userName)]
    }
}
