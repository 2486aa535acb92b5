// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DetachUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.DetachUserPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DetachUserPolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(
            UserRecord.self, input.userName, "DetachUserPolicy", request, .policy(input.policyArn))
    }

    func perform(
        _ input: IAM.DetachUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DetachUserPolicyOutput> {
        var user = try authorized.entity(input.userName)
        try user.value.detach(input.policyArn)
        return .update(user, IAM.DetachUserPolicyOutput())
    }

    func trailParameters(_ input: IAM.DetachUserPolicyInput) -> JSONValue? {
        .fields(("userName", input.userName), ("policyArn", input.policyArn))
    }
}
