// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Another name or path. The group keeps its ID, its policies and its users.
struct UpdateGroupHandler: OperationHandler {
    typealias Operation = IAM.UpdateGroup
    let vault: Vault
    let isReadOnly = false
    func workload(_ input: IAM.UpdateGroupInput) -> Workload { .scanning }

    func locate(_ input: IAM.UpdateGroupInput, _ request: Authenticated) throws -> Located<Versioned<GroupRecord>?> {
        var located = try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "UpdateGroup", request)
        // Whoever renames a group may do so to the old name and to the new one.
        if let group = located.target?.value {
            let arn = renamed(group, input).arn(in: request.scope).description
            located.checks.append(request.check("iam:UpdateGroup", arn))
        }
        return located
    }

    func perform(
        _ input: IAM.UpdateGroupInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UpdateGroupOutput> {
        let group = try authorized.entity(input.groupName)
        let renamed = renamed(group.value, input)
        return .change { writer in
            if renamed.name == group.value.name {
                try writer.update(Versioned(key: group.key, revision: group.revision, value: renamed))
                return IAM.UpdateGroupOutput()
            }
            try writer.rename(group, to: renamed)
            let index = IndexEntry(name: UserRecord.groupIndex, value: group.value.name)
            while true {
                let members = try writer.list(
                    UserRecord.self, in: group.key.scope, where: index, after: nil, limit: 200)
                if members.isEmpty { return IAM.UpdateGroupOutput() }
                for var user in members {
                    user.value.groups = user.value.groups.map { $0 == group.value.name ? renamed.name : $0 }
                    try writer.update(user)
                }
            }
        }
    }

    private func renamed(_ group: GroupRecord, _ input: IAM.UpdateGroupInput) -> GroupRecord {
        var renamed = group
        renamed.name = input.newGroupName ?? group.name
        renamed.path = input.newPath ?? group.path
        return renamed
    }

    func trailParameters(_ input: IAM.UpdateGroupInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("newPath", input.newPath), ("newGroupName", input.newGroupName))
    }
}
