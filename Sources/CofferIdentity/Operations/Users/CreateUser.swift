// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline

struct CreateUserHandler: OperationHandler {
    typealias Operation = IAM.CreateUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateUserInput, _ request: Authenticated) throws -> Located<Void> {
        let requestTags = Dictionary((input.tags ?? []).map { (ExactString($0.key), $0.value) }) { first, _ in first }
        let arn = ARN(service: "iam", scope: request.scope.global, resource: "user\(input.path ?? "/")\(input.userName)")
        return Located((), checks: [request.check("iam:CreateUser", arn.description, requestTags: requestTags)])
    }

    func perform(
        _ input: IAM.CreateUserInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateUserOutput> {
        let scope = request.scope.global
        if try vault.load(UserRecord.self, input.userName, in: scope) != nil {
            throw IAMDirectory.exists("User", input.userName)
        }
        let user = UserRecord(
            name: input.userName, path: input.path ?? "/", userID: UniqueID.iam(prefix: "AIDA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds, tags: try IAMTags.merged([:], with: input.tags ?? []))
        let shape = user.shape(in: request.scope)
        let trail = TrailNotes(response: ["user": ["userName": .string(user.name), "userId": .string(user.userID), "arn": .string(shape.arn)]])
        return .change(trail) { writer in
            try writer.insert(user, in: scope)
            return IAM.CreateUserOutput(user: shape)
        }
    }

    func trailParameters(_ input: IAM.CreateUserInput) -> JSONValue? { ["userName": .string(input.userName)] }
}
