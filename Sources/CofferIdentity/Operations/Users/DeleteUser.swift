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
        try IAMDirectory(vault: vault).locatedUser(input.userName, "DeleteUser", request)
    }

    func perform(
        _ input: IAM.DeleteUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteUserOutput> {
        guard let user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        guard user.value.policies.isEmpty else {
            throw AWSError("DeleteConflict", "Cannot delete entity, must delete policies first.", status: 409)
        }
        return .change { writer in
            let keys = try writer.list(
                AccessKeyRecord.self, in: user.key.scope, where: IndexEntry(name: "user", value: user.value.name), after: nil,
                limit: 1)
            guard keys.isEmpty else {
                throw AWSError("DeleteConflict", "Cannot delete entity, must delete access keys first.", status: 409)
            }
            try writer.remove(user)
            return IAM.DeleteUserOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteUserInput) -> JSONValue? { ["userName": .string(input.userName)] }
}
