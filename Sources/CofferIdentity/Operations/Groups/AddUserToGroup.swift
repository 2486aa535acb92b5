// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct AddUserToGroupHandler: OperationHandler {
    typealias Operation = IAM.AddUserToGroup
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.AddUserToGroupInput, _ request: Authenticated) throws -> Located<GroupMembership> {
        try IAMDirectory(vault: vault).locatedMembership(input.userName, input.groupName, "AddUserToGroup", request)
    }

    func perform(
        _ input: IAM.AddUserToGroupInput, _ authorized: Authorized<GroupMembership>, _ request: Authenticated
    ) throws -> Performed<IAM.AddUserToGroupOutput> {
        var (user, group) = try authorized.target.found(input.userName, input.groupName)
        if !user.value.groups.contains(group.value.name) {
            user.value.groups.append(group.value.name)
            try IAMQuota.groupsPerUser.check(user.value.groups.count)
        }
        return .update(user, IAM.AddUserToGroupOutput())
    }

    func trailParameters(_ input: IAM.AddUserToGroupInput) -> JSONValue? {
        .fields(("userName", input.userName), ("groupName", input.groupName))
    }
}
