// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetUserHandler: OperationHandler {
    typealias Operation = IAM.GetUser
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedSelf(input.userName, "GetUser", request)
    }

    func perform(
        _ input: IAM.GetUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetUserOutput> {
        if let user = authorized.target { return .reply(IAM.GetUserOutput(user: user.value.shape(in: request.scope))) }
        if let name = input.userName { throw UserRecord.missing(name) }
        // The account itself asks: AWS answers with the root user, which has no name.
        return .reply(
            IAM.GetUserOutput(
                user: IAM.User(
                    path: "/", userName: "root", userId: request.caller.account.description,
                    arn: request.caller.arn.description, createDate: request.receivedAt.wholeSeconds)))
    }

    func trailParameters(_ input: IAM.GetUserInput) -> JSONValue? { .fields(("userName", input.userName)) }
}
