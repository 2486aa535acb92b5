// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Nothing uses such a role here, so it is gone when the call returns.
struct DeleteServiceLinkedRoleHandler: OperationHandler {
    typealias Operation = IAM.DeleteServiceLinkedRole
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteServiceLinkedRoleInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "DeleteServiceLinkedRole", request)
    }

    func perform(
        _ input: IAM.DeleteServiceLinkedRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.DeleteServiceLinkedRoleOutput> {
        let role = try authorized.entity(input.roleName)
        guard role.value.isServiceLinked else {
            throw AWSError("InvalidInput", "The role \(input.roleName) is not a service-linked role.")
        }
        let task = DeletionTask(role: role.value)
        let trail = TrailNotes(response: ["deletionTaskId": .string(task.id)])
        return .change(trail) { writer in
            try writer.erase(role)
            try LastUse.forget(role: role.value.roleID, writer)
            try writer.set(task.setting(in: role.key.scope), Array("SUCCEEDED".utf8))
            return IAM.DeleteServiceLinkedRoleOutput(deletionTaskId: task.id)
        }
    }

    func trailParameters(_ input: IAM.DeleteServiceLinkedRoleInput) -> JSONValue? {
        .fields(("roleName", input.roleName))
    }
}
