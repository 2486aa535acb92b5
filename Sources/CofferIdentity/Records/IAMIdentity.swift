// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// A user, a group or a role: what policies are put on and attached to.
protocol IAMIdentity: PolicyHolder, IAMEntity {
    /// How large inline policies may be together, white space left out.
    static var inlineSize: Int { get }
    static var attachedPolicies: IAMQuota { get }
}

/// A user or a role: what a permissions boundary is set for.
protocol BoundedIdentity: IAMIdentity {
    var boundary: String? { get set }
}

extension UserRecord: BoundedIdentity {
    static let inlineSize = 2048
    static let attachedPolicies = IAMQuota("PoliciesPerUser", 10)
}

extension GroupRecord: IAMIdentity {
    static let inlineSize = 5120
    static let attachedPolicies = IAMQuota("PoliciesPerGroup", 10)
}

extension RoleRecord: BoundedIdentity {
    static let inlineSize = 10_240
    static let attachedPolicies = IAMQuota("PoliciesPerRole", 10)
}

extension IAMIdentity {
    /// Whether AWS's services alone may change it.
    var isServiceLinked: Bool { Self.resourceType == RoleRecord.resourceType && path.hasPrefix(ServiceLinkedRole.path) }

    func isAttached(_ arn: String) -> Bool { managedPolicies.contains { ExactString($0) == ExactString(arn) } }

    func checkModifiable() throws {
        guard isServiceLinked else { return }
        throw AWSError(
            "UnmodifiableEntity",
            "Cannot perform the operation on the protected role '\(name)' - this role is only modifiable by AWS")
    }

    mutating func put(_ text: String, named policy: String, _ vault: Vault) throws {
        try checkModifiable()
        policies[policy] = text
        guard policies.values.reduce(0, { $0 + $1.sizeWithoutWhiteSpace }) <= Self.inlineSize else {
            throw AWSError(
                "LimitExceeded",
                "Maximum policy size of \(Self.inlineSize) bytes exceeded for \(Self.resourceType) \(name)",
                status: 409)
        }
        try IAMDirectory(vault: vault).validate(text, .identity)
    }

    mutating func removePolicy(_ policy: String) throws {
        try checkModifiable()
        guard policies.removeValue(forKey: policy) != nil else { throw Self.missingPolicy(policy) }
    }

    /// An inline policy as it is returned.
    func encodedPolicy(_ policy: String) throws -> String {
        guard let text = policies[policy] else { throw Self.missingPolicy(policy) }
        return PolicyText.encoded(text)
    }

    private static func missingPolicy(_ policy: String) -> AWSError {
        .missing("The \(resourceType) policy with name \(policy) cannot be found.")
    }

    /// What must go before a user, group or role is deleted.
    func checkFreeOfPolicies() throws {
        guard managedPolicies.isEmpty else {
            throw AWSError.deleteConflict("Cannot delete entity, must detach all policies first.")
        }
        guard policies.isEmpty else {
            throw AWSError.deleteConflict("Cannot delete entity, must delete policies first.")
        }
    }

    /// Inline policies in order of their names.
    var policyDetails: [IAM.PolicyDetail] {
        policies.sorted { $0.key < $1.key }.map {
            IAM.PolicyDetail(policyName: $0.key, policyDocument: PolicyText.encoded($0.value))
        }
    }

    /// Attached policies in order of their names.
    var attachedList: [IAM.AttachedPolicy] {
        managedPolicies.sorted { PolicyARN.order($0) < PolicyARN.order($1) }
            .map { IAM.AttachedPolicy(policyName: PolicyARN.name($0), policyArn: $0) }
    }

    /// A page of the attached policies below a path.
    func attachedPage(
        _ prefix: String?, marker: String?, limit: Int?
    ) throws -> (items: [IAM.AttachedPolicy], marker: String?) {
        let below = attachedList.filter { PolicyARN.path($0.policyArn ?? "").hasPrefix(prefix ?? "/") }
        return try IAMPage.items(below, marker: marker, limit: limit) { PolicyARN.order($0.policyArn ?? "") }
    }
}

extension BoundedIdentity {
    var boundaryShape: IAM.AttachedPermissionsBoundary? {
        boundary.map { IAM.AttachedPermissionsBoundary(permissionsBoundaryType: "Policy", permissionsBoundaryArn: $0) }
    }
}

extension String {
    /// In bytes, as IAM counts policies.
    var sizeWithoutWhiteSpace: Int {
        utf8.lazy.filter { $0 != 0x20 && $0 != 0x0a && $0 != 0x0d && $0 != 0x09 }.count
    }
}
