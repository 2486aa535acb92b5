// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.DeleteUserPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteUserPolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "DeleteUserPolicy", request)
    }

    func perform(
        _ input: IAM.DeleteUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteUserPolicyOutput> {
        var user = try authorized.entity(input.userName)
        try user.value.removePolicy(input.policyName)
        return .update(user, IAM.DeleteUserPolicyOutput())
    }

    func trailParameters(_ input: IAM.DeleteUserPolicyInput) -> JSONValue? {
        .fields(("userName", input.userName), ("policyName", input.policyName))
    }
}
