// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetUserPolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetUserPolicyInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "GetUserPolicy", request)
    }

    func perform(
        _ input: IAM.GetUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetUserPolicyOutput> {
        guard let user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        guard let text = user.value.policies[input.policyName] else {
            throw IAMDirectory.missingPolicy("user", input.policyName)
        }
        return .reply(
            IAM.GetUserPolicyOutput(
                userName: input.userName, policyName: input.policyName, policyDocument: PolicyText.encoded(text)))
    }

    func trailParameters(_ input: IAM.GetUserPolicyInput) -> JSONValue? {
        ["userName": .string(input.userName), "policyName": .string(input.policyName)]
    }
}
