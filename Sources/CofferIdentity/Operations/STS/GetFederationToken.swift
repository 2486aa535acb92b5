// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Credentials of the caller's rights, as far as the policies that are passed let them through: 15 minutes to 36 hours
/// (an hour for the account's root). Source: STS API Reference, GetFederationToken.
struct GetFederationTokenHandler: OperationHandler {
    typealias Operation = STS.GetFederationToken
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: STS.GetFederationTokenInput, _ request: Authenticated) throws -> Located<SessionBounds> {
        let bounds = try SessionBounds(
            policy: input.policy, policyARNs: input.policyArns, tags: input.tags, vault)
        var check = AccessCheck(
            action: "sts:GetFederationToken", resource: Self.arn(input.name, request).description,
            resourceAccount: request.scope.account, conditions: sessionTagConditions(input.tags, transitive: nil))
        var checks = [check]
        if !bounds.tags.isEmpty {
            check.action = "sts:TagSession"
            checks.append(check)
        }
        return Located(bounds, checks: checks)
    }

    func perform(
        _ input: STS.GetFederationTokenInput, _ authorized: Authorized<SessionBounds>, _ request: Authenticated
    ) throws -> Performed<STS.GetFederationTokenOutput> {
        guard request.caller.session == nil else {
            throw AWSError("AccessDenied", "Cannot call GetFederationToken with session credentials", status: 403)
        }
        var seconds = input.durationSeconds ?? 43_200
        var user: SessionClaims.Subject.User?
        if case .user(let name) = request.caller.kind { user = .init(name: name, id: request.caller.userID) }
        if user == nil { seconds = min(seconds, 3600) }
        let bounds = authorized.target
        let credentials = try SessionIssuer(vault: vault).issue(
            .federated(name: input.name, user: user), seconds: seconds, in: request.scope, request, bounds: bounds)
        let shape = STS.FederatedUser(
            federatedUserId: "\(request.scope.account):\(input.name)", arn: Self.arn(input.name, request).description)
        return .reply(
            STS.GetFederationTokenOutput(
                credentials: credentials, federatedUser: shape, packedPolicySize: bounds.packedSize ?? 0),
            TrailNotes(response: [
                "credentials": credentials.json,
                "federatedUser": ["federatedUserId": .string(shape.federatedUserId), "arn": .string(shape.arn)],
            ]))
    }

    private static func arn(_ name: String, _ request: Authenticated) -> ARN {
        ARN(service: "sts", scope: request.scope.global, resource: "federated-user/\(name)")
    }

    func trailParameters(_ input: STS.GetFederationTokenInput) -> JSONValue? {
        .fields(
            ("name", input.name), ("durationSeconds", input.durationSeconds), ("policy", input.policy),
            ("policyArns", input.policyArns), ("tags", input.tags))
    }
}
