// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreatePolicyHandler: OperationHandler {
    typealias Operation = IAM.CreatePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreatePolicyInput, _ request: Authenticated) throws -> Located<Void> {
        let checks = request.creationChecks(
            "CreatePolicy", tagging: "TagPolicy", "policy\(input.path ?? "/")\(input.policyName)", tags: input.tags)
        return Located((), checks: checks)
    }

    func perform(
        _ input: IAM.CreatePolicyInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreatePolicyOutput> {
        try IAMDirectory(vault: vault).validateManaged(input.policyDocument)
        let policy = ManagedPolicyRecord(
            name: input.policyName, path: input.path ?? "/", policyID: UniqueID.iam(prefix: "ANPA"),
            description: input.description, createdAt: request.receivedAt.wholeSeconds.milliseconds,
            document: input.policyDocument, tags: try IAMTags.merged([:], with: input.tags, exactly: true))
        var shape = policy.shape(PolicyUsage.Counts(), in: request.scope)
        shape.tags = input.tags?.isEmpty ?? true ? nil : input.tags
        let trail = TrailNotes(
            response: [
                "policy": [
                    "policyName": .string(policy.name), "policyId": .string(policy.policyID),
                    "arn": .string(policy.arn(in: request.scope).description), "path": .string(policy.path),
                    "defaultVersionId": "v1",
                ]
            ])
        return .creation(of: policy, in: request.scope, IAM.CreatePolicyOutput(policy: shape), trail)
    }

    func trailParameters(_ input: IAM.CreatePolicyInput) -> JSONValue? {
        .fields(
            ("policyName", input.policyName), ("path", input.path), ("policyDocument", input.policyDocument),
            ("description", input.description), ("tags", input.tags))
    }
}
