// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DeletePolicyHandler: OperationHandler {
    typealias Operation = IAM.DeletePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeletePolicyInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "DeletePolicy", request)
    }

    func perform(
        _ input: IAM.DeletePolicyInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeletePolicyOutput> {
        let policy = try authorized.ownPolicy(request)
        return .change { writer in
            guard try !PolicyUsage(input.policyArn, in: policy.key.scope).isUsed(writer) else {
                throw AWSError.deleteConflict("Cannot delete a policy attached to entities.")
            }
            guard policy.value.versions.count == 1 else {
                throw AWSError.deleteConflict(
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's "
                        + "versions. The default version is deleted with the policy."
                )
            }
            try writer.erase(policy)
            return IAM.DeletePolicyOutput()
        }
    }

    func trailParameters(_ input: IAM.DeletePolicyInput) -> JSONValue? { .fields(("policyArn", input.policyArn)) }
}
