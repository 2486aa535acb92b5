// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreateUserHandler: OperationHandler {
    typealias Operation = IAM.CreateUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateUserInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        let boundary = try IAMDirectory(vault: vault).newBoundary(input.permissionsBoundary, request)
        let checks = request.creationChecks(
            "CreateUser", tagging: "TagUser", "user\(input.path ?? "/")\(input.userName)", tags: input.tags,
            .boundary(input.permissionsBoundary))
        return Located(boundary.policy, checks: checks, preconditions: boundary.preconditions)
    }

    func perform(
        _ input: IAM.CreateUserInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateUserOutput> {
        if input.permissionsBoundary != nil, authorized.target == nil { throw AWSError.missingBoundary }
        var user = UserRecord(
            name: input.userName, path: input.path ?? "/", userID: UniqueID.iam(prefix: "AIDA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds, tags: try IAMTags.merged([:], with: input.tags))
        user.boundary = input.permissionsBoundary
        let shape = user.shape(in: request.scope)
        let trail = TrailNotes(
            response: [
                "user": [
                    "path": .string(user.path), "userName": .string(user.name), "userId": .string(user.userID),
                    "arn": .string(shape.arn),
                ]
            ])
        return .creation(of: user, in: request.scope, IAM.CreateUserOutput(user: shape), trail)
    }

    func trailParameters(_ input: IAM.CreateUserInput) -> JSONValue? {
        .fields(
            ("userName", input.userName), ("path", input.path), ("permissionsBoundary", input.permissionsBoundary),
            ("tags", input.tags))
    }
}
