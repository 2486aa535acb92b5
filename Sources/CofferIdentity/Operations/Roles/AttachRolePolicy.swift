// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct AttachRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.AttachRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.AttachRolePolicyInput, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<RoleRecord>> {
        try IAMDirectory(vault: vault).locatedAttachment(
            RoleRecord.self, input.roleName, input.policyArn, "AttachRolePolicy", request)
    }

    func perform(
        _ input: IAM.AttachRolePolicyInput, _ authorized: Authorized<PolicyAttachment<RoleRecord>>,
        _ request: Authenticated
    ) throws -> Performed<IAM.AttachRolePolicyOutput> {
        .update(try authorized.target.attached(to: input.roleName), IAM.AttachRolePolicyOutput())
    }

    func trailParameters(_ input: IAM.AttachRolePolicyInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("policyArn", input.policyArn))
    }
}
