// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct RemoveRoleFromInstanceProfileHandler: OperationHandler {
    typealias Operation = IAM.RemoveRoleFromInstanceProfile
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.RemoveRoleFromInstanceProfileInput, _ request: Authenticated
    ) throws -> Located<ProfileRole> {
        try IAMDirectory(vault: vault).locatedProfileRole(
            input.instanceProfileName, input.roleName, "RemoveRoleFromInstanceProfile", request, passing: false)
    }

    func perform(
        _ input: IAM.RemoveRoleFromInstanceProfileInput, _ authorized: Authorized<ProfileRole>, _ request: Authenticated
    ) throws -> Performed<IAM.RemoveRoleFromInstanceProfileOutput> {
        var (profile, role) = try authorized.target.found(input.instanceProfileName, input.roleName)
        guard profile.value.role == role.value.name else {
            throw AWSError.missing(
                "Role \(input.roleName) in Instance Profile \(input.instanceProfileName) cannot be found.")
        }
        profile.value.role = nil
        return .update(profile, IAM.RemoveRoleFromInstanceProfileOutput())
    }

    func trailParameters(_ input: IAM.RemoveRoleFromInstanceProfileInput) -> JSONValue? {
        .fields(("instanceProfileName", input.instanceProfileName), ("roleName", input.roleName))
    }
}
