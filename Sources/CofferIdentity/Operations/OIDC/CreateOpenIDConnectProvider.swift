// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct CreateOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.CreateOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateOpenIDConnectProviderInput, _ request: Authenticated) throws -> Located<Void> {
        let checks = request.creationChecks(
            "CreateOpenIDConnectProvider", tagging: "TagOpenIDConnectProvider",
            "oidc-provider/\(OIDCProviderRecord.host(of: input.url) ?? "")", tags: input.tags)
        return Located((), checks: checks)
    }

    func perform(
        _ input: IAM.CreateOpenIDConnectProviderInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateOpenIDConnectProviderOutput> {
        guard let host = OIDCProviderRecord.host(of: input.url) else {
            throw AWSError("ValidationError", "Invalid Open ID Connect Provider URL")
        }
        let clientIDs = input.clientIDList ?? []
        let thumbprints = input.thumbprintList ?? []
        try OIDCProviderRecord.check(thumbprints: thumbprints)
        try IAMQuota.clientIDs.check(clientIDs.count)
        let provider = OIDCProviderRecord(
            host: host, createdAt: request.receivedAt.wholeSeconds.milliseconds, clientIDs: clientIDs,
            thumbprints: thumbprints, tags: try IAMTags.merged([:], with: input.tags))
        let arn = provider.arn(in: request.scope).description
        let output = IAM.CreateOpenIDConnectProviderOutput(
            openIDConnectProviderArn: arn, tags: IAMTags.present(provider.tags))
        return .creation(
            of: provider, in: request.scope, output, TrailNotes(response: ["openIDConnectProviderArn": .string(arn)]))
    }

    func trailParameters(_ input: IAM.CreateOpenIDConnectProviderInput) -> JSONValue? {
        .fields(
            ("url", input.url), ("clientIDList", input.clientIDList), ("thumbprintList", input.thumbprintList),
            ("tags", input.tags))
    }
}
