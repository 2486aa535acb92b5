// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct AttachGroupPolicyHandler: OperationHandler {
    typealias Operation = IAM.AttachGroupPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.AttachGroupPolicyInput, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<GroupRecord>> {
        try IAMDirectory(vault: vault).locatedAttachment(
            GroupRecord.self, input.groupName, input.policyArn, "AttachGroupPolicy", request)
    }

    func perform(
        _ input: IAM.AttachGroupPolicyInput, _ authorized: Authorized<PolicyAttachment<GroupRecord>>,
        _ request: Authenticated
    ) throws -> Performed<IAM.AttachGroupPolicyOutput> {
        .update(try authorized.target.attached(to: input.groupName), IAM.AttachGroupPolicyOutput())
    }

    func trailParameters(_ input: IAM.AttachGroupPolicyInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("policyArn", input.policyArn))
    }
}
