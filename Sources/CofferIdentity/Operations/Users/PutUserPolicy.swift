// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.PutUserPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.PutUserPolicyInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "PutUserPolicy", request)
    }

    func perform(
        _ input: IAM.PutUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.PutUserPolicyOutput> {
        var user = try authorized.entity(input.userName)
        try user.value.put(input.policyDocument, named: input.policyName, vault)
        return .update(user, IAM.PutUserPolicyOutput())
    }

    func trailParameters(_ input: IAM.PutUserPolicyInput) -> JSONValue? {
        .fields(
            ("userName", input.userName), ("policyName", input.policyName), ("policyDocument", input.policyDocument))
    }
}
