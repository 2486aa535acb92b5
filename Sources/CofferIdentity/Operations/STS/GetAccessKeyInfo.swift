// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Whose account an access key is of. It stands in the id, so the key need not exist any more, nor be of this vault.
/// Source: STS API Reference, GetAccessKeyInfo.
struct GetAccessKeyInfoHandler: OperationHandler {
    typealias Operation = STS.GetAccessKeyInfo
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: STS.GetAccessKeyInfoInput, _ request: Authenticated) throws -> Located<Void> {
        Located(
            (), checks: [AccessCheck(action: "sts:GetAccessKeyInfo", resource: "*", resourceAccount: request.scope.account)])
    }

    func perform(
        _ input: STS.GetAccessKeyInfoInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<STS.GetAccessKeyInfoOutput> {
        // Keys of before, and those that were brought along, have no account in their id.
        let account = try vault.account(ofAccessKey: input.accessKeyId) ?? UniqueID.account(ofAccessKey: input.accessKeyId)
        guard let account else { throw AWSError("ValidationError", "\(input.accessKeyId) is invalid") }
        return .reply(STS.GetAccessKeyInfoOutput(account: account.description))
    }

    func trailParameters(_ input: STS.GetAccessKeyInfoInput) -> JSONValue? {
        ["accessKeyId": .string(input.accessKeyId)]
    }
}
