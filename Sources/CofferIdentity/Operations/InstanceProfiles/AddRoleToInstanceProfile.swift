// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct AddRoleToInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.AddRoleToInstanceProfile
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.AddRoleToInstanceProfileInput, _ request: Authenticated) throws -> Located<ProfileRole> {
        try IAMDirectory(vault: vault).locatedProfileRole(
            input.instanceProfileName, input.roleName, "AddRoleToInstanceProfile", request, passing: true)
    }

    func perform(
        _ input: IAM.AddRoleToInstanceProfileInput, _ authorized: Authorized<ProfileRole>, _ request: Authenticated
    ) throws -> Performed<IAM.AddRoleToInstanceProfileOutput> {
        var (profile, role) = try authorized.target.found(input.instanceProfileName, input.roleName)
        try role.value.checkModifiable()
        guard profile.value.role == nil else { throw IAMQuota.rolesPerProfile.exceeded }
        profile.value.role = role.value.name
        return .update(profile, IAM.AddRoleToInstanceProfileOutput())
    }

    func trailParameters(_ input: IAM.AddRoleToInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName), ("roleName", input.roleName))
    }
}
