// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Why a call was refused, from the sealed message that came beside the refusal.
/// Source: STS API Reference, DecodeAuthorizationMessage.
struct DecodeAuthorizationMessageHandler: OperationHandler {
    typealias Operation = STS.DecodeAuthorizationMessage
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: STS.DecodeAuthorizationMessageInput, _ request: Authenticated) throws -> Located<Void> {
        let check = AccessCheck(
            action: "sts:DecodeAuthorizationMessage", resource: "*", resourceAccount: request.scope.account)
        return Located((), checks: [check])
    }

    func perform(
        _ input: STS.DecodeAuthorizationMessageInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<STS.DecodeAuthorizationMessageOutput> {
        guard let message = AuthorizationMessage.open(input.encodedMessage, of: request.scope.account, vault.keyring) else {
            throw AWSError("InvalidAuthorizationMessageException", "Message is not valid")
        }
        return .reply(STS.DecodeAuthorizationMessageOutput(decodedMessage: message))
    }

    /// The message is long, and says nothing to whoever reads the log.
    func trailParameters(_ input: STS.DecodeAuthorizationMessageInput) -> JSONValue? { nil }
}
