// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Coffer knows no second factors. A user has none.
struct ListMFADevicesHandler: OperationHandler {
    typealias Operation = IAM.ListMFADevices
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListMFADevicesInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedSelf(input.userName, "ListMFADevices", request)
    }

    func perform(
        _ input: IAM.ListMFADevicesInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListMFADevicesOutput> {
        if let name = input.userName { _ = try authorized.entity(name) }
        return .reply(IAM.ListMFADevicesOutput(mfaDevices: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListMFADevicesInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
