// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreateGroupHandler: OperationHandler {
    typealias Operation = IAM.CreateGroup
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateGroupInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:CreateGroup", on: "group\(input.path ?? "/")\(input.groupName)")])
    }

    func perform(
        _ input: IAM.CreateGroupInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateGroupOutput> {
        let group = GroupRecord(
            name: input.groupName, path: input.path ?? "/", groupID: UniqueID.iam(prefix: "AGPA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds)
        let shape = group.shape(in: request.scope)
        let trail = TrailNotes(
            response: [
                "group": [
                    "path": .string(group.path), "groupName": .string(group.name), "groupId": .string(group.groupID),
                    "arn": .string(shape.arn),
                ]
            ])
        return .creation(of: group, in: request.scope, IAM.CreateGroupOutput(group: shape), trail)
    }

    func trailParameters(_ input: IAM.CreateGroupInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("path", input.path))
    }
}
