// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferPolicy

/// One question for the policies: may the caller do this action to this resource?
public struct AccessCheck: Sendable {
    /// Such as `kms:Decrypt`.
    public var action: String
    /// The resource's ARN, or `*` for actions without one.
    public var resource: String
    public var resourceAccount: AccountID
    /// The policy that hangs on the resource, compiled.
    public var resourcePolicy: PolicyDocument?
    public var rules: Evaluator.Rules
    /// Looks for a grant on the key that covers this call: asked only where no policy allows it. Explicit denies still
    /// win.
    public var grant: (@Sendable () throws -> GrantUse?)?
    /// Condition keys of the service, such as `kms:EncryptionContext:SecretARN`. Few policies read them, so they are
    /// worked out when one does.
    public var conditions: @Sendable () -> [ExactString: [String]]
    /// The message of a refusal where the policies' own would tell whether the resource exists; nil for theirs.
    public var note: String?
    /// What the caller called the resource, where its ARN tells more: strangers are told of nothing else.
    public var asked: String?

    public init(
        action: String, resource: String, resourceAccount: AccountID, resourcePolicy: PolicyDocument? = nil,
        rules: Evaluator.Rules = .standard,
        conditions: @autoclosure @escaping @Sendable () -> [ExactString: [String]] = [:]
    ) {
        self.action = action
        self.resource = resource
        self.resourceAccount = resourceAccount
        self.resourcePolicy = resourcePolicy
        self.rules = rules
        self.conditions = conditions
    }
}

/// A grant that covers a call.
public struct GrantUse: Sendable {
    public let coverage: GrantCoverage
    /// That the grant is still there when the call is committed.
    public let precondition: Precondition

    public init(coverage: GrantCoverage, precondition: Precondition) {
        self.coverage = coverage
        self.precondition = precondition
    }
}

/// What a handler found for a request, and what must be allowed before it goes on.
public struct Located<Target: Sendable>: Sendable {
    public var target: Target
    /// All must be allowed.
    public var checks: [AccessCheck]
    /// Records that the decision and the work depend on.
    public var preconditions: [Precondition]

    public init(_ target: Target, checks: [AccessCheck], preconditions: [Precondition] = []) {
        self.target = target
        self.checks = checks
        self.preconditions = preconditions
    }

    /// The same for a target that holds more.
    public func with<Other>(_ target: Other) -> Located<Other> {
        Located<Other>(target, checks: checks, preconditions: preconditions)
    }
}

/// A target that the caller may act on. Only the `Authorizer` makes it (invariant 2).
public struct Authorized<Target: Sendable>: Sendable {
    public let target: Target
    /// The grants that the decision rests on.
    let preconditions: [Precondition]
    let counts: [CallCount]
    let reasons: JSONObject

    init(target: Target, preconditions: [Precondition], counts: [CallCount], reasons: JSONObject) {
        self.target = target
        self.preconditions = preconditions
        self.counts = counts
        self.reasons = reasons
    }
}
