// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteGroupPolicyHandler: OperationHandler {
    typealias Operation = IAM.DeleteGroupPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteGroupPolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "DeleteGroupPolicy", request)
    }

    func perform(
        _ input: IAM.DeleteGroupPolicyInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteGroupPolicyOutput> {
        var group = try authorized.entity(input.groupName)
        try group.value.removePolicy(input.policyName)
        return .update(group, IAM.DeleteGroupPolicyOutput())
    }

    func trailParameters(_ input: IAM.DeleteGroupPolicyInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("policyName", input.policyName))
    }
}
