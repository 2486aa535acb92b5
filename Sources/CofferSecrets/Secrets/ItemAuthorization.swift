internal import AWSAPI
// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// Decides for one item of a batch: there a refusal is the item's error, not the whole call's.
enum ItemAuthorization {
    /// The refusal of the first check that isn't allowed; nil where all are.
    static func refusal(of checks: [AccessCheck], _ request: Authenticated) -> AWSError? {
        let caller = request.caller
        for check in checks {
            var context = ConditionContext()
            addGlobalKeys(to: &context, request)
            for (key, values) in check.conditions { context.set(key, values) }
            let asked = AuthorizationRequest(
                principal: caller.principal, action: check.action, resource: check.resource, context: context)
            let policies = PolicySet(
                identity: caller.identityPolicies, session: caller.sessionPolicies, resource: check.resourcePolicy,
                resourceAccount: check.resourceAccount, grantAllows: check.grantAllows)
            let decision = Evaluator.decide(asked, policies, rules: check.rules)
            guard !decision.isAllowed else { continue }
            let message = decision.accessDeniedMessage(
                principalARN: caller.arn.description, action: check.action, resource: check.resource)
            return AWSError("AccessDeniedException", check.note ?? message)
        }
        return nil
    }

    /// Source: IAM User Guide, "AWS global condition context keys".
    private static func addGlobalKeys(to context: inout ConditionContext, _ request: Authenticated) {
        request.caller.principal.addConditionKeys(to: &context)
        context.set("aws:CurrentTime", [request.receivedAt.iso8601])
        context.set("aws:EpochTime", [String(request.receivedAt.milliseconds / 1000)])
        context.set("aws:SecureTransport", [request.source.isSecure ? "true" : "false"])
        context.set("aws:RequestedRegion", [request.scope.region.description])
        context.set("aws:UserAgent", [request.userAgent])
        context.set("aws:ViaAWSService", ["false"])
        if let address = request.source.address { context.set("aws:SourceIp", [address]) }
        if let issued = request.caller.tokenIssuedAt { context.set("aws:TokenIssueTime", [issued.iso8601]) }
        for (name, value) in request.caller.tags { context.set("aws:PrincipalTag/\(name)", [value]) }
    }
}
