// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.DeleteOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteOpenIDConnectProviderInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "DeleteOpenIDConnectProvider", request)
    }

    func perform(
        _ input: IAM.DeleteOpenIDConnectProviderInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.DeleteOpenIDConnectProviderOutput> {
        guard let provider = authorized.target else {
            throw AWSError.missing("OpenId connect Provider ARN cannot be found.")
        }
        return .change { writer in
            try writer.erase(provider)
            return IAM.DeleteOpenIDConnectProviderOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteOpenIDConnectProviderInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn))
    }
}
