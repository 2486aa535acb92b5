// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.DeleteUserPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteUserPolicyInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "DeleteUserPolicy", request)
    }

    func perform(
        _ input: IAM.DeleteUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteUserPolicyOutput> {
        guard var user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        guard user.value.policies.removeValue(forKey: input.policyName) != nil else {
            throw IAMDirectory.missingPolicy("user", input.policyName)
        }
        let changed = user
        return .change { writer in
            try writer.update(changed)
            return IAM.DeleteUserPolicyOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteUserPolicyInput) -> JSONValue? {
        ["userName": .string(input.userName), "policyName": .string(input.policyName)]
    }
}
