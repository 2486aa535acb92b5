// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// There is no console to sign in to, so nobody has a password.
struct GetLoginProfileHandler: OperationHandler {
    typealias Operation = IAM.GetLoginProfile
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetLoginProfileInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        let directory = IAMDirectory(vault: vault)
        return try directory.located(
            UserRecord.self, try directory.userName(input.userName, request), "GetLoginProfile", request)
    }

    func perform(
        _ input: IAM.GetLoginProfileInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetLoginProfileOutput> {
        let user = try authorized.entity(input.userName ?? "")
        throw AWSError.missing("Login Profile for User \(user.value.name) cannot be found.")
    }

    func trailParameters(_ input: IAM.GetLoginProfileInput) -> JSONValue? { .fields(("userName", input.userName)) }
}
