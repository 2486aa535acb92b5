// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UpdateOpenIDConnectProviderThumbprintHandler: OperationHandler {
    typealias Operation = IAM.UpdateOpenIDConnectProviderThumbprint
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.UpdateOpenIDConnectProviderThumbprintInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "UpdateOpenIDConnectProviderThumbprint", request)
    }

    func perform(
        _ input: IAM.UpdateOpenIDConnectProviderThumbprintInput,
        _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.UpdateOpenIDConnectProviderThumbprintOutput> {
        var provider = try authorized.entity(input.openIDConnectProviderArn)
        try OIDCProviderRecord.check(thumbprints: input.thumbprintList)
        provider.value.thumbprints = input.thumbprintList
        return .update(provider, IAM.UpdateOpenIDConnectProviderThumbprintOutput())
    }

    func trailParameters(_ input: IAM.UpdateOpenIDConnectProviderThumbprintInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn), ("thumbprintList", input.thumbprintList))
    }
}
