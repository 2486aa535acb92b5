// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetUserHandler: OperationHandler {
    typealias Operation = IAM.GetUser
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        if input.userName == nil, request.caller.isRoot {
            return Located(nil, checks: [request.check("iam:GetUser", request.caller.arn.description)])
        }
        let directory = IAMDirectory(vault: vault)
        return try directory.locatedUser(try directory.userName(input.userName, request), "GetUser", request)
    }

    func perform(
        _ input: IAM.GetUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetUserOutput> {
        if let user = authorized.target { return .reply(IAM.GetUserOutput(user: user.value.shape(in: request.scope))) }
        if let name = input.userName { throw IAMDirectory.missing("user", name) }
        // The account itself asks: AWS answers with the root user, which has no name.
        return .reply(
            IAM.GetUserOutput(
                user: IAM.User(
                    path: "/", userName: "root", userId: request.caller.account.description,
                    arn: request.caller.arn.description, createDate: request.receivedAt.wholeSeconds)))
    }

    func trailParameters(_ input: IAM.GetUserInput) -> JSONValue? { input.userName.map { ["userName": .string($0)] } }
}
