// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Short-lived credentials of the caller's own rights: 15 minutes to 36 hours (an hour for the account's root).
struct GetSessionTokenHandler: OperationHandler {
    typealias Operation = STS.GetSessionToken
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: STS.GetSessionTokenInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [])
    }

    func perform(
        _ input: STS.GetSessionTokenInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<STS.GetSessionTokenOutput> {
        guard request.caller.session == nil else {
            throw AWSError("AccessDenied", "Cannot call GetSessionToken with session credentials", status: 403)
        }
        var seconds = input.durationSeconds ?? 43_200
        let subject: SessionClaims.Subject
        switch request.caller.kind {
        case .root:
            seconds = min(seconds, 3600)
            subject = .root
        case .user(let name): subject = .user(name: name, userID: request.caller.userID)
        case .roleSession, .federatedUser: throw AWSError("AccessDenied", "Cannot call GetSessionToken with session credentials", status: 403)
        }
        let credentials = try SessionIssuer(vault: vault).issue(subject, for: .seconds(seconds), request)
        return .reply(STS.GetSessionTokenOutput(credentials: credentials))
    }

    func trailParameters(_ input: STS.GetSessionTokenInput) -> JSONValue? {
        input.durationSeconds.map { ["durationSeconds": .integer(Int64($0))] }
    }
}
