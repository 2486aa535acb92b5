// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct RemoveClientIDFromOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.RemoveClientIDFromOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.RemoveClientIDFromOpenIDConnectProviderInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "RemoveClientIDFromOpenIDConnectProvider", request)
    }

    func perform(
        _ input: IAM.RemoveClientIDFromOpenIDConnectProviderInput,
        _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.RemoveClientIDFromOpenIDConnectProviderOutput> {
        var provider = try authorized.entity(input.openIDConnectProviderArn)
        provider.value.clientIDs.removeAll { ExactString($0) == ExactString(input.clientID) }
        return .update(provider, IAM.RemoveClientIDFromOpenIDConnectProviderOutput())
    }

    func trailParameters(_ input: IAM.RemoveClientIDFromOpenIDConnectProviderInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn), ("clientID", input.clientID))
    }
}
