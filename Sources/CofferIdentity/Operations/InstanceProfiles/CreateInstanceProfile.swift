// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreateInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.CreateInstanceProfile
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateInstanceProfileInput, _ request: Authenticated) throws -> Located<Void> {
        let checks = request.creationChecks(
            "CreateInstanceProfile", tagging: "TagInstanceProfile",
            "instance-profile\(input.path ?? "/")\(input.instanceProfileName)", tags: input.tags)
        return Located((), checks: checks)
    }

    func perform(
        _ input: IAM.CreateInstanceProfileInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateInstanceProfileOutput> {
        let profile = InstanceProfileRecord(
            name: input.instanceProfileName, path: input.path ?? "/", profileID: UniqueID.iam(prefix: "AIPA"),
            createdAt: request.receivedAt.wholeSeconds.milliseconds, tags: try IAMTags.merged([:], with: input.tags))
        var shape = try profile.summary(vault, in: request.scope)
        shape.tags = IAMTags.present(profile.tags)
        let trail = TrailNotes(
            response: [
                "instanceProfile": [
                    "path": .string(profile.path), "instanceProfileName": .string(profile.name),
                    "instanceProfileId": .string(profile.profileID), "arn": .string(shape.arn),
                ]
            ])
        return .creation(
            of: profile, in: request.scope, IAM.CreateInstanceProfileOutput(instanceProfile: shape), trail)
    }

    func trailParameters(_ input: IAM.CreateInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName), ("path", input.path), ("tags", input.tags))
    }
}
