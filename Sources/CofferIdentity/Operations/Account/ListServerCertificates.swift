// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Certificates of load balancers are no part of Coffer. There are none.
struct ListServerCertificatesHandler: OperationHandler {
    typealias Operation = IAM.ListServerCertificates
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListServerCertificatesInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListServerCertificates", on: "server-certificate/")])
    }

    func perform(
        _ input: IAM.ListServerCertificatesInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListServerCertificatesOutput> {
        .reply(IAM.ListServerCertificatesOutput(serverCertificateMetadataList: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListServerCertificatesInput) -> JSONValue? {
        .fields(("pathPrefix", input.pathPrefix), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
