// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct AttachUserPolicyHandler: OperationHandler {
    typealias Operation = IAM.AttachUserPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.AttachUserPolicyInput, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<UserRecord>> {
        try IAMDirectory(vault: vault).locatedAttachment(
            UserRecord.self, input.userName, input.policyArn, "AttachUserPolicy", request)
    }

    func perform(
        _ input: IAM.AttachUserPolicyInput, _ authorized: Authorized<PolicyAttachment<UserRecord>>,
        _ request: Authenticated
    ) throws -> Performed<IAM.AttachUserPolicyOutput> {
        .update(try authorized.target.attached(to: input.userName), IAM.AttachUserPolicyOutput())
    }

    func trailParameters(_ input: IAM.AttachUserPolicyInput) -> JSONValue? {
        .fields(("userName", input.userName), ("policyArn", input.policyArn))
    }
}
