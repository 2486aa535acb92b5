// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreatePolicyVersionHandler: OperationHandler {
    typealias Operation = IAM.CreatePolicyVersion
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreatePolicyVersionInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "CreatePolicyVersion", request)
    }

    func perform(
        _ input: IAM.CreatePolicyVersionInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.CreatePolicyVersionOutput> {
        var policy = try authorized.ownPolicy(request, orElse: "Policy ARN does not exist or is not attachable.")
        try IAMDirectory(vault: vault).validateManaged(input.policyDocument)
        guard policy.value.versions.count < IAMQuota.policyVersions else {
            throw AWSError(
                "LimitExceeded",
                "A managed policy can have up to \(IAMQuota.policyVersions) versions. "
                    + "Before you create a new version, you must delete an existing version.",
                status: 409)
        }
        policy.value.lastVersion += 1
        let version = ManagedPolicyRecord.Version(
            number: policy.value.lastVersion, document: input.policyDocument,
            createdAt: request.receivedAt.wholeSeconds.milliseconds)
        policy.value.versions.append(version)
        policy.value.updatedAt = version.createdAt
        if input.setAsDefault == true { policy.value.defaultVersion = version.number }
        let shape = version.shape(default: policy.value.defaultVersion, withDocument: false)
        let trail = TrailNotes(
            response: [
                "policyVersion": [
                    "versionId": .string(version.id), "isDefaultVersion": .bool(input.setAsDefault == true),
                ]
            ])
        return .update(policy, IAM.CreatePolicyVersionOutput(policyVersion: shape), trail)
    }

    func trailParameters(_ input: IAM.CreatePolicyVersionInput) -> JSONValue? {
        .fields(
            ("policyArn", input.policyArn), ("policyDocument", input.policyDocument),
            ("setAsDefault", input.setAsDefault))
    }
}
