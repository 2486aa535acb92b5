// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteUserPermissionsBoundaryHandler: OperationHandler {
    typealias Operation = IAM.DeleteUserPermissionsBoundary
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteUserPermissionsBoundaryInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(
            UserRecord.self, input.userName, "DeleteUserPermissionsBoundary", request)
    }

    func perform(
        _ input: IAM.DeleteUserPermissionsBoundaryInput, _ authorized: Authorized<Versioned<UserRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.DeleteUserPermissionsBoundaryOutput> {
        var user = try authorized.entity(input.userName)
        try user.value.checkModifiable()
        user.value.boundary = nil
        return .update(user, IAM.DeleteUserPermissionsBoundaryOutput())
    }

    func trailParameters(_ input: IAM.DeleteUserPermissionsBoundaryInput) -> JSONValue? {
        .fields(("userName", input.userName))
    }
}
