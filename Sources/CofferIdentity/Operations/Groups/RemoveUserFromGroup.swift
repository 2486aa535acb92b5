// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Of one who is not in the group, too.
struct RemoveUserFromGroupHandler: OperationHandler {
    typealias Operation = IAM.RemoveUserFromGroup
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.RemoveUserFromGroupInput, _ request: Authenticated) throws -> Located<GroupMembership> {
        try IAMDirectory(vault: vault).locatedMembership(
            input.userName, input.groupName, "RemoveUserFromGroup", request)
    }

    func perform(
        _ input: IAM.RemoveUserFromGroupInput, _ authorized: Authorized<GroupMembership>, _ request: Authenticated
    ) throws -> Performed<IAM.RemoveUserFromGroupOutput> {
        var (user, group) = try authorized.target.found(input.userName, input.groupName)
        user.value.groups.removeAll { $0 == group.value.name }
        return .update(user, IAM.RemoveUserFromGroupOutput())
    }

    func trailParameters(_ input: IAM.RemoveUserFromGroupInput) -> JSONValue? {
        .fields(("userName", input.userName), ("groupName", input.groupName))
    }
}
