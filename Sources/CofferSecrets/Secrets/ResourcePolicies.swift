// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// What Secrets Manager asks of a resource policy.
struct ResourcePolicies: Sendable {
    let vault: Vault

    /// What is wrong with a policy; nil for a good one.
    enum Finding: Sendable {
        case syntax(String)
        case principal
        case broad

        /// As ValidateResourcePolicy calls it.
        var checkName: String {
            switch self {
            case .syntax: "SYNTAX_CHECK"
            case .principal: "PRINCIPAL_CHECK"
            case .broad: "PUBLIC_ACCESS_CHECK"
            }
        }

        var message: String {
            switch self {
            case .syntax(let detail): "This resource policy contains a syntax error: \(detail)"
            case .principal: "This resource policy contains an unsupported principal."
            case .broad: "You can't attach a resource-based policy that allows broad access to the secret."
            }
        }
    }

    func finding(_ text: String, blockingPublicAccess: Bool) throws -> Finding? {
        let policy: PolicyDocument
        let tree: JSONValue
        do {
            policy = try PolicyDocument.parse(text, kind: .resource(service: "secretsmanager"))
            tree = try JSONValue(parsing: text)
        } catch {
            return .syntax("\(error)")
        }
        if let key = OwnConditionKeys.unknown(in: policy) { return .syntax("there is no condition key \(key)") }
        for principal in policy.namedPrincipals where try PrincipalDirectory(vault: vault).entry(principal) == .missing {
            return .principal
        }
        return blockingPublicAccess && PublicAccess.isBroad(tree) ? .broad : nil
    }

    /// Throws MalformedPolicyDocumentException or PublicPolicyException.
    func check(_ text: String, blockingPublicAccess: Bool) throws {
        guard let finding = try finding(text, blockingPublicAccess: blockingPublicAccess) else { return }
        switch finding {
        case .syntax, .principal: throw AWSError.malformedPolicy(finding.message)
        case .broad: throw AWSError("PublicPolicyException", finding.message)
        }
    }
}
