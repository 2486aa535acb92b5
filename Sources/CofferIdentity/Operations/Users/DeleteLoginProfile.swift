// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// There is no console to sign in to, so nobody has a password.
struct DeleteLoginProfileHandler: OperationHandler {
    typealias Operation = IAM.DeleteLoginProfile
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteLoginProfileInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        let directory = IAMDirectory(vault: vault)
        return try directory.located(
            UserRecord.self, try directory.userName(input.userName, request), "DeleteLoginProfile", request)
    }

    func perform(
        _ input: IAM.DeleteLoginProfileInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteLoginProfileOutput> {
        let user = try authorized.entity(input.userName ?? "")
        throw AWSError.missing("Login Profile for User \(user.value.name) cannot be found.")
    }

    func trailParameters(_ input: IAM.DeleteLoginProfileInput) -> JSONValue? { .fields(("userName", input.userName)) }
}
