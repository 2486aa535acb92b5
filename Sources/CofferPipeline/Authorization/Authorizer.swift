// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPolicy

/// Asks the policies. The only maker of `Authorized`.
struct Authorizer: Sendable {
    let keyring: Keyring

    /// INVARIANT 5: what is not allowed is denied; a check that can't be decided throws. Throws `AccessRefusal`.
    func authorize<Target>(_ located: Located<Target>, _ request: Authenticated) throws -> Authorized<Target> {
        guard request.supposed == nil else { throw AWSError.internalFailure }
        let verdict = try request.verdict(on: located.checks)
        if let refused = verdict.refused {
            var error = refused.error
            if refused.mayBeTold {
                error.authorizationMessage = AuthorizationMessage.seal(refused.question, refused.decision, keyring)
            }
            throw AccessRefusal(error: error, reasons: verdict.reasons)
        }
        return Authorized(
            target: located.target, preconditions: verdict.preconditions, counts: verdict.counts, reasons: verdict.reasons)
    }
}

/// What the policies and grants say of some checks together.
public struct AccessVerdict: Sendable {
    /// The refusal of the first check that isn't allowed; nil where all are.
    public var refusal: AWSError? { refused?.error }
    /// The grants that allowed them: whatever is done on their strength must be committed with these.
    public let preconditions: [Precondition]
    /// To be counted when what was allowed is committed.
    public let counts: [CallCount]
    /// By action: which statement decided, or for want of what.
    let reasons: JSONObject
    let refused: Refused?

    struct Refused: Sendable {
        let error: AWSError
        let question: AuthorizationRequest
        let decision: Decision
        /// Of a resource of the caller's own account. The sealed reasons of others' would tell something by their length.
        let mayBeTold: Bool
    }
}

extension Authenticated {
    /// For one item of a batch, and for asking what would be allowed; a call's own checks go through `Authorizer`.
    ///
    /// - Parameter counted: what the request counts already, of a batch's earlier items.
    public func verdict(on checks: [AccessCheck], after counted: [CallCount] = []) throws -> AccessVerdict {
        var grants: [Precondition] = []
        var counts: [CallCount] = []
        var reasons = JSONObject()
        for check in checks {
            var question = try Question(check, self, after: counted + counts)
            var decision = question.decision
            if case .deny(.implicit) = decision, let use = try check.grant?() {
                question.policies.grant = use.coverage
                decision = question.decision
                if decision.isAllowed { grants.append(use.precondition) }
            }
            let isForeign = check.isForeign(to: caller)
            reasons[check.action] = .string(isForeign ? decision.explanationAcrossAccounts : decision.explanation)
            if decision.isAllowed {
                counts += question.counts
                continue
            }
            let message = check.message(decision, caller)
            let error = AWSError(
                service.wire.isQuery ? "AccessDenied" : "AccessDeniedException", message,
                status: service.wire.isQuery ? 403 : 400)
            if !question.policies.readsContext { question.request.context = context(of: check) }
            let mayBeTold = check.note == nil && !isForeign
            return AccessVerdict(
                preconditions: [], counts: [], reasons: reasons,
                refused: .init(error: error, question: question.request, decision: decision, mayBeTold: mayBeTold))
        }
        return AccessVerdict(preconditions: grants, counts: counts, reasons: reasons, refused: nil)
    }
}

extension AccessCheck {
    /// Whether the resource is another account's than the caller's.
    func isForeign(to caller: Caller) -> Bool { resourceAccount != caller.account }

    /// What a refused caller is told. Of another account's resource always the same: not whether it is there, nor
    /// whether a statement denies or none allows.
    func message(_ decision: Decision, _ caller: Caller) -> String? {
        if let note { return note }
        guard isForeign(to: caller), decision.isResources else {
            return decision.accessDeniedMessage(
                principalARN: caller.arn.description, action: action, resource: resource)
        }
        let type = rules == .trustPolicy ? PolicyType.roleTrust : .resourceBased
        return "User: \(caller.arn) is not authorized to perform: \(action) on resource: \(asked ?? resource) because no "
            + "\(type.rawValue) allows the \(action) action"
    }
}

extension WireProtocol {
    var isQuery: Bool { if case .query = self { true } else { false } }
}
