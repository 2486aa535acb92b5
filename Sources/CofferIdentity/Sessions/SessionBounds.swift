// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// What a session is given beside its issuer's rights: policies that narrow it, and tags.
///
/// Source: IAM User Guide, "Session policies" and "Pass session tags in AWS STS".
struct SessionBounds: Sendable {
    var policies: [String] = []
    var policyARNs: [String] = []
    /// With those that the caller's own session hands on.
    var tags: [ExactString: String] = [:]
    var transitiveTagKeys: [ExactString] = []
    /// In percent of what is allowed; nil where neither a policy nor a tag was passed.
    var packedSize: Int?

    /// The quota on a policy and the ARNs together, in characters.
    private static let mostPolicyBytes = 2048
    private static let mostTagBytes = 6144

    init(
        policy: String?, policyARNs: [STS.PolicyDescriptorType]?, tags: [STS.Tag]? = nil,
        transitiveTagKeys: [String]? = nil, inheriting session: SessionFacts? = nil, _ vault: Vault
    ) throws {
        try add(policy, (policyARNs ?? []).compactMap(\.arn), vault)
        try add(tags ?? [], transitiveTagKeys ?? [], session?.transitiveTags ?? [:])
        let policySize = self.policies.reduce(0) { $0 + $1.utf8.count } + self.policyARNs.reduce(0) { $0 + $1.utf8.count }
        let tagSize = self.tags.reduce(0) { $0 + $1.key.text.utf8.count + $1.value.utf8.count }
        guard policySize <= Self.mostPolicyBytes else {
            throw Self.tooLarge(
                "Packed policy consumes \(policySize * 100 / Self.mostPolicyBytes)% of allotted space, please use smaller policy.")
        }
        guard tagSize <= Self.mostTagBytes else {
            throw Self.tooLarge("Packed size of session tags consumes \(tagSize * 100 / Self.mostTagBytes)% of allotted space.")
        }
        if policySize + tagSize > 0 {
            packedSize = max(1, max(policySize * 100 / Self.mostPolicyBytes, tagSize * 100 / Self.mostTagBytes))
        }
    }

    private mutating func add(_ policy: String?, _ arns: [String], _ vault: Vault) throws {
        if let policy {
            guard policy.utf8.count <= Self.mostPolicyBytes else {
                throw Self.tooLarge("Packed policy consumes more than 100% of allotted space, please use smaller policy.")
            }
            try IAMDirectory(vault: vault).validate(policy, .session)
            policies = [policy]
        }
        guard arns.count <= 10 else {
            throw AWSError("ValidationError", "At most 10 managed policies can be passed as session policies.")
        }
        policyARNs = arns
    }

    /// Refuses a managed policy that isn't there. Asked once the call is allowed: a stranger must not learn which there
    /// are, and the role's account may be another than the caller's.
    func checkPolicies(in scope: Scope, _ vault: Vault) throws {
        for arn in policyARNs where try ManagedPolicies(vault: vault, in: scope).text(arn) == nil {
            throw AWSError("MalformedPolicyDocument", "The policy \(arn) does not exist or is not attachable.")
        }
    }

    private mutating func add(_ asked: [STS.Tag], _ transitive: [String], _ inherited: [ExactString: String]) throws {
        func folded(_ key: String) -> ExactString { ExactString(key.lowercased()) }
        func invalid(_ message: String) -> AWSError { AWSError("InvalidParameterValue", message) }
        guard asked.count <= 50 else {
            throw AWSError.validation("1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50")
        }
        var seen: Set<ExactString> = []
        let kept = Set(inherited.keys.map { folded($0.text) })
        for tag in asked {
            guard seen.insert(folded(tag.key)).inserted else {
                throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.")
            }
            guard !tag.key.lowercased().hasPrefix("aws:") else {
                throw invalid("Tag keys beginning with 'aws:' are reserved for system use.")
            }
            guard !kept.contains(folded(tag.key)) else {
                throw invalid(
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key "
                        + "from the calling session.")
            }
            tags[ExactString(tag.key)] = tag.value
        }
        for key in transitive {
            guard seen.contains(folded(key)) else {
                throw invalid("The specified transitive tag key must be included in the requested tags.")
            }
        }
        let handedOn = Set(transitive.map(folded))
        transitiveTagKeys = asked.map(\.key).filter { handedOn.contains(folded($0)) }.map { ExactString($0) } + inherited.keys
        tags.merge(inherited) { _, inherited in inherited }
    }

    private static func tooLarge(_ message: String) -> AWSError { AWSError("PackedPolicyTooLarge", message) }
}

/// Condition keys of tags that a session is given.
func sessionTagConditions(_ tags: [STS.Tag]?, transitive: [String]?) -> [ExactString: [String]] {
    var conditions: [ExactString: [String]] = [:]
    for tag in tags ?? [] { conditions["aws:RequestTag/\(tag.key)"] = [tag.value] }
    if let tags, !tags.isEmpty { conditions["aws:TagKeys"] = tags.map(\.key) }
    if let transitive, !transitive.isEmpty { conditions["sts:TransitiveTagKeys"] = transitive }
    return conditions
}
