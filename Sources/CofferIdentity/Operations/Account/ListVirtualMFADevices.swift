// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Coffer knows no second factors. There are none.
struct ListVirtualMFADevicesHandler: OperationHandler {
    typealias Operation = IAM.ListVirtualMFADevices
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListVirtualMFADevicesInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListVirtualMFADevices", on: "mfa/")])
    }

    func perform(
        _ input: IAM.ListVirtualMFADevicesInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListVirtualMFADevicesOutput> {
        .reply(IAM.ListVirtualMFADevicesOutput(virtualMFADevices: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListVirtualMFADevicesInput) -> JSONValue? {
        .fields(("assignmentStatus", input.assignmentStatus), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
