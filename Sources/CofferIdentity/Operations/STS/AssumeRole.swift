// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Temporary credentials of a role. Source: STS API Reference, AssumeRole.
struct AssumeRoleHandler: OperationHandler {
    typealias Operation = STS.AssumeRole
    let vault: Vault
    let isReadOnly = true

    struct Assumption: Sendable {
        let role: AssumedRole
        let bounds: SessionBounds
        let sourceIdentity: String?
    }

    func locate(_ input: STS.AssumeRoleInput, _ request: Authenticated) throws -> Located<Assumption?> {
        if case .federatedUser = request.caller.kind {
            throw AWSError("AccessDenied", "Cannot call AssumeRole with federated user credentials", status: 403)
        }
        let trusted = try TrustedRole(input.roleArn, request, vault)
        let session = request.caller.session
        let bounds = try SessionBounds(
            policy: input.policy, policyARNs: input.policyArns, tags: input.tags, transitiveTagKeys: input.transitiveTagKeys,
            inheriting: session, vault)
        // Once set, it stays through every role that is assumed from there.
        let sourceIdentity = session?.sourceIdentity ?? input.sourceIdentity
        if let asked = input.sourceIdentity, asked != sourceIdentity {
            throw AWSError("AccessDenied", "The source identity of a session cannot be changed.", status: 403)
        }
        var actions = ["sts:AssumeRole"]
        if !bounds.tags.isEmpty { actions.append("sts:TagSession") }
        if sourceIdentity != nil { actions.append("sts:SetSourceIdentity") }
        let checks = try trusted.checks(actions, vault) {
            var conditions = sessionTagConditions(input.tags, transitive: input.transitiveTagKeys)
            conditions["sts:RoleSessionName"] = [input.roleSessionName]
            if let external = input.externalId { conditions["sts:ExternalId"] = [external] }
            if let sourceIdentity { conditions["sts:SourceIdentity"] = [sourceIdentity] }
            return conditions
        }
        let target = trusted.record.map {
            Assumption(role: AssumedRole(role: $0, session: input.roleSessionName), bounds: bounds, sourceIdentity: sourceIdentity)
        }
        return Located(target, checks: checks, preconditions: [trusted.precondition])
    }

    func perform(
        _ input: STS.AssumeRoleInput, _ authorized: Authorized<Assumption?>, _ request: Authenticated
    ) throws -> Performed<STS.AssumeRoleOutput> {
        // Nothing allows assuming a role that isn't there.
        guard let target = authorized.target else { throw AWSError.internalFailure }
        let isChained = request.caller.session != nil && !request.caller.isOwner
        let seconds = try target.role.duration(input.durationSeconds, isChained: isChained)
        let credentials = try SessionIssuer(vault: vault).issue(
            target.role.subject, seconds: seconds, in: target.role.scope, request, bounds: target.bounds,
            sourceIdentity: target.sourceIdentity, federatedProvider: request.caller.session?.federatedProvider)
        return .reply(
            STS.AssumeRoleOutput(
                credentials: credentials, assumedRoleUser: target.role.shape, packedPolicySize: target.bounds.packedSize,
                sourceIdentity: target.sourceIdentity),
            target.role.trail(credentials, roleARN: input.roleArn))
    }

    func trailParameters(_ input: STS.AssumeRoleInput) -> JSONValue? {
        .fields(
            ("roleArn", input.roleArn), ("roleSessionName", input.roleSessionName),
            ("durationSeconds", input.durationSeconds), ("policy", input.policy), ("policyArns", input.policyArns),
            ("tags", input.tags), ("transitiveTagKeys", input.transitiveTagKeys), ("externalId", input.externalId),
            ("sourceIdentity", input.sourceIdentity))
    }
}
