// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Another name or path. The user keeps its ID, and what hangs on the name follows: groups, access keys.
struct UpdateUserHandler: OperationHandler {
    typealias Operation = IAM.UpdateUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UpdateUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        var located = try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "UpdateUser", request)
        // Whoever renames a user may do so to the old name and to the new one.
        if let user = located.target?.value {
            let arn = renamed(user, input).arn(in: request.scope).description
            located.checks.append(request.check("iam:UpdateUser", arn, .resourceTags(user.tags)))
        }
        return located
    }

    func perform(
        _ input: IAM.UpdateUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UpdateUserOutput> {
        let user = try authorized.entity(input.userName)
        let renamed = renamed(user.value, input)
        return .change { writer in
            if renamed.name == user.value.name {
                try writer.update(Versioned(key: user.key, revision: user.revision, value: renamed))
                return IAM.UpdateUserOutput()
            }
            try writer.rename(user, to: renamed)
            let index = IndexEntry(name: "user", value: user.value.name)
            for var key in try writer.list(
                AccessKeyRecord.self, in: user.key.scope, where: index, after: nil, limit: IAMQuota.accessKeys.most)
            {
                key.value.owner = .user(name: renamed.name)
                try writer.update(key)
            }
            return IAM.UpdateUserOutput()
        }
    }

    private func renamed(_ user: UserRecord, _ input: IAM.UpdateUserInput) -> UserRecord {
        var renamed = user
        renamed.name = input.newUserName ?? user.name
        renamed.path = input.newPath ?? user.path
        return renamed
    }

    func trailParameters(_ input: IAM.UpdateUserInput) -> JSONValue? {
        .fields(("userName", input.userName), ("newPath", input.newPath), ("newUserName", input.newUserName))
    }
}
