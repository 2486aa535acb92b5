// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension UserRecord {
    func shape(in scope: Scope) -> IAM.User {
        IAM.User(
            path: path, userName: name, userId: userID, arn: arn(in: scope).description,
            createDate: Timestamp(milliseconds: createdAt), tags: tags.isEmpty ? nil : IAMTags.list(tags))
    }
}

extension RoleRecord {
    func shape(in scope: Scope) -> IAM.Role {
        IAM.Role(
            path: path, roleName: name, roleId: roleID, arn: arn(in: scope).description,
            createDate: Timestamp(milliseconds: createdAt), assumeRolePolicyDocument: PolicyText.encoded(trustPolicy),
            description: description, maxSessionDuration: maxSessionDuration, tags: tags.isEmpty ? nil : IAMTags.list(tags),
            roleLastUsed: IAM.RoleLastUsed())
    }
}
