// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetGroupPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetGroupPolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetGroupPolicyInput, _ request: Authenticated) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "GetGroupPolicy", request)
    }

    func perform(
        _ input: IAM.GetGroupPolicyInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetGroupPolicyOutput> {
        let group = try authorized.entity(input.groupName)
        let document = try group.value.encodedPolicy(input.policyName)
        return .reply(
            IAM.GetGroupPolicyOutput(groupName: input.groupName, policyName: input.policyName, policyDocument: document)
        )
    }

    func trailParameters(_ input: IAM.GetGroupPolicyInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("policyName", input.policyName))
    }
}
