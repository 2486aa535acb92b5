// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Needs no permission: who has signed may always ask who they are.
struct GetCallerIdentityHandler: OperationHandler {
    typealias Operation = STS.GetCallerIdentity
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: STS.GetCallerIdentityInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [])
    }

    func perform(
        _ input: STS.GetCallerIdentityInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<STS.GetCallerIdentityOutput> {
        .reply(
            STS.GetCallerIdentityOutput(
                userId: request.caller.userID, account: request.caller.account.description,
                arn: request.caller.arn.description))
    }

    func trailParameters(_ input: STS.GetCallerIdentityInput) -> JSONValue? { nil }
}
