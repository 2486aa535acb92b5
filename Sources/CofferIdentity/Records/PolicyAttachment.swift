// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Somebody and a managed policy, as the target of attaching one to the other.
struct PolicyAttachment<Holder: IAMIdentity>: Sendable {
    let holder: Versioned<Holder>?
    let policy: ManagedPolicy?
    let arn: String

    /// The holder with the policy. A policy that is there already is no error.
    func attached(to name: String) throws -> Versioned<Holder> {
        guard var holder else { throw Holder.missing(name) }
        try holder.value.checkModifiable()
        guard policy != nil else { throw AWSError.unattachable }
        if PolicyARN.path(arn).hasPrefix(ServiceLinkedRole.path) {
            throw AWSError("PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.")
        }
        guard !holder.value.isAttached(arn) else { return holder }
        holder.value.managedPolicies.append(arn)
        try Holder.attachedPolicies.check(holder.value.managedPolicies.count)
        return holder
    }
}

extension PolicyAttachment where Holder: BoundedIdentity {
    /// The holder with the policy as its boundary.
    func bounding(_ name: String) throws -> Versioned<Holder> {
        guard var holder else { throw Holder.missing(name) }
        try holder.value.checkModifiable()
        guard policy != nil else { throw AWSError.missingBoundary }
        holder.value.boundary = arn
        return holder
    }
}

extension IAMIdentity {
    mutating func detach(_ arn: String) throws {
        try checkModifiable()
        guard isAttached(arn) else { throw AWSError.missing("Policy ARN was not found.") }
        managedPolicies.removeAll { ExactString($0) == ExactString(arn) }
    }
}

extension AWSError {
    static let missingBoundary = AWSError.missing("Scope ARN: ARN does not exist or is not attachable.")
}

extension IAMDirectory {
    /// Somebody whom a managed policy shall be attached to.
    func locatedAttachment<Holder: IAMIdentity>(
        _ type: Holder.Type, _ name: String, _ arn: String, _ action: String, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<Holder>> {
        try located(type, name, action, request, .policy(arn)).with(managedPolicy(arn, request), arn)
    }

    /// Somebody whose boundary a managed policy shall be.
    func locatedBoundary<Holder: BoundedIdentity>(
        _ type: Holder.Type, _ name: String, _ arn: String, _ action: String, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<Holder>> {
        try located(type, name, action, request, .boundary(arn))
            .with(managedPolicy(arn, request, malformed: "InvalidInput"), arn)
    }

    /// The policy that shall be the boundary of somebody who is made.
    func newBoundary(_ arn: String?, _ request: Authenticated) throws -> (
        policy: ManagedPolicy?, preconditions: [Precondition]
    ) {
        guard let arn else { return (nil, []) }
        return try managedPolicy(arn, request, malformed: "InvalidInput")
    }
}

extension Located {
    fileprivate func with<Holder: IAMIdentity>(
        _ found: (policy: ManagedPolicy?, preconditions: [Precondition]), _ arn: String
    ) -> Located<PolicyAttachment<Holder>> where Target == Versioned<Holder>? {
        Located<PolicyAttachment<Holder>>(
            PolicyAttachment(holder: target, policy: found.policy, arn: arn), checks: checks,
            preconditions: preconditions + found.preconditions)
    }
}
