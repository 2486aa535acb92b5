// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct DeleteUserHandler: OperationHandler {
    typealias Operation = IAM.DeleteUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "DeleteUser", request)
    }

    func perform(
        _ input: IAM.DeleteUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteUserOutput> {
        let user = try authorized.entity(input.userName)
        return .change { writer in
            let index = IndexEntry(name: "user", value: user.value.name)
            let keys = try writer.records(
                in: user.key.scope, kind: AccessKeyRecord.kind, index: index, after: nil, limit: 1)
            guard keys.isEmpty else {
                throw AWSError.deleteConflict("Cannot delete entity, must delete access keys first.")
            }
            guard user.value.groups.isEmpty else {
                throw AWSError.deleteConflict("Cannot delete entity, must remove users from group first.")
            }
            try user.value.checkFreeOfPolicies()
            try writer.erase(user)
            return IAM.DeleteUserOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteUserInput) -> JSONValue? { .fields(("userName", input.userName)) }
}
