// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListGroupsForUserHandler: OperationHandler {
    typealias Operation = IAM.ListGroupsForUser
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListGroupsForUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "ListGroupsForUser", request)
    }

    func perform(
        _ input: IAM.ListGroupsForUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListGroupsForUserOutput> {
        guard authorized.target != nil else { throw IAMDirectory.missing("user", input.userName) }
        return .reply(IAM.ListGroupsForUserOutput(groups: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListGroupsForUserInput) -> JSONValue? { ["userName": .string(input.userName)] }
}
