// SPDX-License-Identifier: Apache-2.0
internal import CofferPolicy
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.PutUserPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.PutUserPolicyInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "PutUserPolicy", request)
    }

    func perform(
        _ input: IAM.PutUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.PutUserPolicyOutput> {
        guard var user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        try IAMDirectory(vault: vault).validate(input.policyDocument, .identity)
        user.value.policies[input.policyName] = input.policyDocument
        try IAMDirectory.checkSize(user.value.policies, limit: 2048, "user", input.userName)
        let changed = user
        return .change { writer in
            try writer.update(changed)
            return IAM.PutUserPolicyOutput()
        }
    }

    func trailParameters(_ input: IAM.PutUserPolicyInput) -> JSONValue? {
        ["userName": .string(input.userName), "policyName": .string(input.policyName), "policyDocument": .string(input.policyDocument)]
    }
}
