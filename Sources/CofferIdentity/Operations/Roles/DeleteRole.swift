// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DeleteRoleHandler: OperationHandler {
    typealias Operation = IAM.DeleteRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "DeleteRole", request)
    }

    func perform(
        _ input: IAM.DeleteRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteRoleOutput> {
        let role = try authorized.entity(input.roleName)
        try role.value.checkModifiable()
        return .change { writer in
            let index = IndexEntry(name: InstanceProfileRecord.roleIndex, value: role.value.name)
            let profiles = try writer.records(
                in: role.key.scope, kind: InstanceProfileRecord.kind, index: index, after: nil, limit: 1)
            guard profiles.isEmpty else {
                throw AWSError.deleteConflict("Cannot delete entity, must remove roles from instance profile first.")
            }
            try role.value.checkFreeOfPolicies()
            try writer.erase(role)
            try LastUse.forget(role: role.value.roleID, writer)
            return IAM.DeleteRoleOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteRoleInput) -> JSONValue? { .fields(("roleName", input.roleName)) }
}
