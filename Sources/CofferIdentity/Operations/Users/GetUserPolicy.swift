// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetUserPolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetUserPolicyInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "GetUserPolicy", request)
    }

    func perform(
        _ input: IAM.GetUserPolicyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetUserPolicyOutput> {
        let user = try authorized.entity(input.userName)
        let document = try user.value.encodedPolicy(input.policyName)
        return .reply(
            IAM.GetUserPolicyOutput(userName: input.userName, policyName: input.policyName, policyDocument: document))
    }

    func trailParameters(_ input: IAM.GetUserPolicyInput) -> JSONValue? {
        .fields(("userName", input.userName), ("policyName", input.policyName))
    }
}
