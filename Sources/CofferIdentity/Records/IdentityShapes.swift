// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension UserRecord {
    /// As lists show it.
    func summary(in scope: Scope) -> IAM.User {
        IAM.User(
            path: path, userName: name, userId: userID, arn: arn(in: scope).description,
            createDate: Timestamp(milliseconds: createdAt))
    }

    func shape(in scope: Scope) -> IAM.User {
        var shape = summary(in: scope)
        shape.permissionsBoundary = boundaryShape
        shape.tags = IAMTags.present(tags)
        return shape
    }
}

extension GroupRecord {
    func shape(in scope: Scope) -> IAM.Group {
        IAM.Group(
            path: path, groupName: name, groupId: groupID, arn: arn(in: scope).description,
            createDate: Timestamp(milliseconds: createdAt))
    }
}

extension RoleRecord {
    /// As instance profiles show it.
    func core(_ vault: Vault, in scope: Scope) throws -> IAM.Role {
        IAM.Role(
            path: path, roleName: name, roleId: roleID, arn: arn(in: scope).description,
            createDate: Timestamp(milliseconds: createdAt),
            assumeRolePolicyDocument: PolicyText.encoded(try PolicyPrincipals(vault: vault).shown(trustPolicy)))
    }

    /// As lists show it.
    func summary(_ vault: Vault, in scope: Scope) throws -> IAM.Role {
        var shape = try core(vault, in: scope)
        shape.description = description
        shape.maxSessionDuration = maxSessionDuration
        return shape
    }

    /// As the call that makes it shows it.
    func created(_ vault: Vault, in scope: Scope) throws -> IAM.Role {
        var shape = try core(vault, in: scope)
        shape.permissionsBoundary = boundaryShape
        shape.tags = IAMTags.present(tags)
        return shape
    }

    func shape(_ vault: Vault, in scope: Scope, lastUse: LastUse?) throws -> IAM.Role {
        var shape = try summary(vault, in: scope)
        shape.permissionsBoundary = boundaryShape
        shape.tags = IAMTags.present(tags)
        shape.roleLastUsed = lastUse.roleShape
        return shape
    }
}

extension LastUse? {
    /// Empty, not absent, where the role was never used.
    var roleShape: IAM.RoleLastUsed { IAM.RoleLastUsed(lastUsedDate: self?.date, region: self?.region) }
}

extension InstanceProfileRecord {
    /// As lists show it.
    func summary(_ vault: Vault, in scope: Scope) throws -> IAM.InstanceProfile {
        let role = try role.flatMap { try vault.load(RoleRecord.self, $0, in: scope.global)?.value.core(vault, in: scope) }
        return IAM.InstanceProfile(
            path: path, instanceProfileName: name, instanceProfileId: profileID, arn: arn(in: scope).description,
            createDate: Timestamp(milliseconds: createdAt), roles: role.map { [$0] } ?? [])
    }
}
