// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct SetDefaultPolicyVersionHandler: OperationHandler {
    typealias Operation = IAM.SetDefaultPolicyVersion
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.SetDefaultPolicyVersionInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "SetDefaultPolicyVersion", request)
    }

    func perform(
        _ input: IAM.SetDefaultPolicyVersionInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.SetDefaultPolicyVersionOutput> {
        guard var policy = try authorized.target?.own(request),
            let version = policy.value.versions.first(where: { $0.id == input.versionId })
        else { throw AWSError.missingVersion(input.versionId) }
        policy.value.defaultVersion = version.number
        policy.value.updatedAt = request.receivedAt.wholeSeconds.milliseconds
        return .update(policy, IAM.SetDefaultPolicyVersionOutput())
    }

    func trailParameters(_ input: IAM.SetDefaultPolicyVersionInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("versionId", input.versionId))
    }
}
