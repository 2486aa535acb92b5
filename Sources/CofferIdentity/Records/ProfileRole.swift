// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline

/// An instance profile and a role, as the target of an action on the profile.
struct ProfileRole: Sendable {
    let profile: Versioned<InstanceProfileRecord>?
    let role: Versioned<RoleRecord>?

    /// Both; where neither is there, AWS names the profile.
    func found(
        _ profileName: String, _ roleName: String
    ) throws -> (Versioned<InstanceProfileRecord>, Versioned<RoleRecord>) {
        guard let profile else { throw InstanceProfileRecord.missing(profileName) }
        guard let role else { throw RoleRecord.missing(roleName) }
        return (profile, role)
    }
}

extension IAMDirectory {
    /// - Parameter passing: whether the role is handed on, which takes a permission of its own.
    func locatedProfileRole(
        _ profileName: String, _ roleName: String, _ action: String, _ request: Authenticated, passing: Bool
    ) throws -> Located<ProfileRole> {
        let profile = try located(InstanceProfileRecord.self, profileName, action, request)
        let role = try located(
            RoleRecord.self, roleName, "PassRole", request, ["iam:PassedToService": ["ec2.amazonaws.com"]])
        var found = profile.with(ProfileRole(profile: profile.target, role: role.target))
        found.preconditions += role.preconditions
        if passing { found.checks += role.checks }
        return found
    }
}
