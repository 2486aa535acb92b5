// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListAttachedRolePoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListAttachedRolePolicies
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListAttachedRolePoliciesInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "ListAttachedRolePolicies", request)
    }

    func perform(
        _ input: IAM.ListAttachedRolePoliciesInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListAttachedRolePoliciesOutput> {
        guard authorized.target != nil else { throw IAMDirectory.missing("role", input.roleName) }
        // Managed policies can't be attached here, so there are none.
        return .reply(IAM.ListAttachedRolePoliciesOutput(attachedPolicies: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListAttachedRolePoliciesInput) -> JSONValue? {
        ["roleName": .string(input.roleName)]
    }
}
