// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Passwords for services that are no part of Coffer. A user has none.
struct ListServiceSpecificCredentialsHandler: OperationHandler {
    typealias Operation = IAM.ListServiceSpecificCredentials
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListServiceSpecificCredentialsInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedSelf(input.userName, "ListServiceSpecificCredentials", request)
    }

    func perform(
        _ input: IAM.ListServiceSpecificCredentialsInput, _ authorized: Authorized<Versioned<UserRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListServiceSpecificCredentialsOutput> {
        if let name = input.userName { _ = try authorized.entity(name) }
        return .reply(IAM.ListServiceSpecificCredentialsOutput(serviceSpecificCredentials: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListServiceSpecificCredentialsInput) -> JSONValue? {
        .fields(
            ("userName", input.userName), ("serviceName", input.serviceName), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
