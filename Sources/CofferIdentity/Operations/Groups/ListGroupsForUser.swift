// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListGroupsForUserHandler: OperationHandler {
    typealias Operation = IAM.ListGroupsForUser
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListGroupsForUserInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "ListGroupsForUser", request)
    }

    func perform(
        _ input: IAM.ListGroupsForUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListGroupsForUserOutput> {
        let user = try authorized.entity(input.userName)
        let page = try IAMPage.names(user.value.groups, marker: input.marker, limit: input.maxItems)
        let groups = try page.items.compactMap { name in
            try vault.load(GroupRecord.self, name, in: user.key.scope)?.value.shape(in: request.scope)
        }
        return .reply(IAM.ListGroupsForUserOutput(groups: groups, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListGroupsForUserInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
