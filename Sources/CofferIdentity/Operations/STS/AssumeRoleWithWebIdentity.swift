// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Temporary credentials of a role for whom an OpenID Connect provider vouches: a CI system's job, a Kubernetes service
/// account, a person. Nobody needs a stored key for it. Source: STS API Reference, AssumeRoleWithWebIdentity.
struct AssumeRoleWithWebIdentityHandler: OperationHandler {
    typealias Operation = STS.AssumeRoleWithWebIdentity
    let vault: Vault
    let isReadOnly = true

    struct Assumption: Sendable {
        let role: AssumedRole
        let bounds: SessionBounds
    }

    func locate(
        _ input: STS.AssumeRoleWithWebIdentityInput, _ request: Authenticated
    ) throws -> Located<Assumption?> {
        let identity = try vouched(request)
        let trusted = try TrustedRole(input.roleArn, request, vault)
        let tags = identity.tags.map { STS.Tag(key: $0.key, value: $0.value) }
        let bounds = try SessionBounds(
            policy: input.policy, policyARNs: input.policyArns, tags: tags,
            transitiveTagKeys: identity.transitiveTagKeys, vault)
        var actions = [Self.action]
        if !tags.isEmpty { actions.append("sts:TagSession") }
        if identity.sourceIdentity != nil { actions.append("sts:SetSourceIdentity") }
        var checks = try trusted.checks(actions, vault) {
            var conditions = sessionTagConditions(tags, transitive: identity.transitiveTagKeys)
            conditions.merge(identity.conditions) { own, _ in own }
            conditions["sts:RoleSessionName"] = [input.roleSessionName]
            if let source = identity.sourceIdentity { conditions["sts:SourceIdentity"] = [source] }
            return conditions
        }
        // Strangers learn nothing of which roles there are, nor why they may not.
        for index in checks.indices { checks[index].note = "Not authorized to perform \(checks[index].action)" }
        let target = trusted.record.map {
            Assumption(role: AssumedRole(role: $0, session: input.roleSessionName), bounds: bounds)
        }
        return Located(target, checks: checks, preconditions: [trusted.precondition])
    }

    func perform(
        _ input: STS.AssumeRoleWithWebIdentityInput, _ authorized: Authorized<Assumption?>, _ request: Authenticated
    ) throws -> Performed<STS.AssumeRoleWithWebIdentityOutput> {
        let identity = try vouched(request)
        guard let target = authorized.target else { throw AWSError.internalFailure }
        let seconds = try target.role.duration(input.durationSeconds)
        let credentials = try SessionIssuer(vault: vault).issue(
            target.role.subject, seconds: seconds, in: target.role.scope, request, bounds: target.bounds,
            sourceIdentity: identity.sourceIdentity, federatedProvider: identity.provider.description)
        var trail = target.role.trail(credentials, roleARN: input.roleArn)
        trail.additional = ["subjectFromWebIdentityToken": .string(identity.subject), "audience": .string(identity.audience)]
        return .reply(
            STS.AssumeRoleWithWebIdentityOutput(
                credentials: credentials, subjectFromWebIdentityToken: identity.subject,
                assumedRoleUser: target.role.shape, packedPolicySize: target.bounds.packedSize,
                provider: identity.provider.description, audience: identity.audience,
                sourceIdentity: identity.sourceIdentity),
            trail)
    }

    private static let action = "sts:AssumeRoleWithWebIdentity"

    /// INVARIANT 5: without a token that was verified nothing is done.
    private func vouched(_ request: Authenticated) throws -> WebIdentity {
        guard let identity = request.webIdentity else {
            throw AWSError("AccessDenied", "Not authorized to perform \(Self.action)", status: 403)
        }
        return identity
    }

    func trailParameters(_ input: STS.AssumeRoleWithWebIdentityInput) -> JSONValue? {
        .fields(
            ("roleArn", input.roleArn), ("roleSessionName", input.roleSessionName),
            ("durationSeconds", input.durationSeconds), ("policy", input.policy), ("policyArns", input.policyArns))
    }
}
