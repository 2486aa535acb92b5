// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListInstanceProfilesForRoleHandler: OperationHandler {
    typealias Operation = IAM.ListInstanceProfilesForRole
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListInstanceProfilesForRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "ListInstanceProfilesForRole", request)
    }

    func perform(
        _ input: IAM.ListInstanceProfilesForRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListInstanceProfilesForRoleOutput> {
        guard authorized.target != nil else { throw IAMDirectory.missing("role", input.roleName) }
        return .reply(IAM.ListInstanceProfilesForRoleOutput(instanceProfiles: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListInstanceProfilesForRoleInput) -> JSONValue? { ["roleName": .string(input.roleName)] }
}
