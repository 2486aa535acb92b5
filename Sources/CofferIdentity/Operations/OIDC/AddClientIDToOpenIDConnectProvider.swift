// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct AddClientIDToOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.AddClientIDToOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.AddClientIDToOpenIDConnectProviderInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "AddClientIDToOpenIDConnectProvider", request)
    }

    func perform(
        _ input: IAM.AddClientIDToOpenIDConnectProviderInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.AddClientIDToOpenIDConnectProviderOutput> {
        var provider = try authorized.entity(input.openIDConnectProviderArn)
        if !provider.value.clientIDs.contains(where: { ExactString($0) == ExactString(input.clientID) }) {
            provider.value.clientIDs.append(input.clientID)
            try IAMQuota.clientIDs.check(provider.value.clientIDs.count)
        }
        return .update(provider, IAM.AddClientIDToOpenIDConnectProviderOutput())
    }

    func trailParameters(_ input: IAM.AddClientIDToOpenIDConnectProviderInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn), ("clientID", input.clientID))
    }
}
