// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutGroupPolicyHandler: OperationHandler {
    typealias Operation = IAM.PutGroupPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.PutGroupPolicyInput, _ request: Authenticated) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "PutGroupPolicy", request)
    }

    func perform(
        _ input: IAM.PutGroupPolicyInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.PutGroupPolicyOutput> {
        var group = try authorized.entity(input.groupName)
        try group.value.put(input.policyDocument, named: input.policyName, vault)
        return .update(group, IAM.PutGroupPolicyOutput())
    }

    func trailParameters(_ input: IAM.PutGroupPolicyInput) -> JSONValue? {
        .fields(
            ("groupName", input.groupName), ("policyName", input.policyName),
            ("policyDocument", input.policyDocument))
    }
}
