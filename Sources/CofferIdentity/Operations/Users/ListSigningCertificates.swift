// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Certificates for SOAP, which no operation here takes. A user has none.
struct ListSigningCertificatesHandler: OperationHandler {
    typealias Operation = IAM.ListSigningCertificates
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListSigningCertificatesInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedSelf(input.userName, "ListSigningCertificates", request)
    }

    func perform(
        _ input: IAM.ListSigningCertificatesInput, _ authorized: Authorized<Versioned<UserRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListSigningCertificatesOutput> {
        if let name = input.userName { _ = try authorized.entity(name) }
        return .reply(IAM.ListSigningCertificatesOutput(certificates: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListSigningCertificatesInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
