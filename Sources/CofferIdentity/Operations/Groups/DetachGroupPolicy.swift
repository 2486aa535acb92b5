// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DetachGroupPolicyHandler: OperationHandler {
    typealias Operation = IAM.DetachGroupPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DetachGroupPolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(
            GroupRecord.self, input.groupName, "DetachGroupPolicy", request, .policy(input.policyArn))
    }

    func perform(
        _ input: IAM.DetachGroupPolicyInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DetachGroupPolicyOutput> {
        var group = try authorized.entity(input.groupName)
        try group.value.detach(input.policyArn)
        return .update(group, IAM.DetachGroupPolicyOutput())
    }

    func trailParameters(_ input: IAM.DetachGroupPolicyInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("policyArn", input.policyArn))
    }
}
