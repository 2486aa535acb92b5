// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeletePolicyVersionHandler: OperationHandler {
    typealias Operation = IAM.DeletePolicyVersion
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeletePolicyVersionInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "DeletePolicyVersion", request)
    }

    func perform(
        _ input: IAM.DeletePolicyVersionInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeletePolicyVersionOutput> {
        guard var policy = try authorized.target?.own(request),
            let index = policy.value.versions.firstIndex(where: { $0.id == input.versionId })
        else { throw AWSError.missingVersion(input.versionId) }
        guard policy.value.versions[index].number != policy.value.defaultVersion else {
            throw AWSError.deleteConflict("Cannot delete the default version of a policy.")
        }
        policy.value.versions.remove(at: index)
        policy.value.updatedAt = request.receivedAt.wholeSeconds.milliseconds
        return .update(policy, IAM.DeletePolicyVersionOutput())
    }

    func trailParameters(_ input: IAM.DeletePolicyVersionInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("versionId", input.versionId))
    }
}
