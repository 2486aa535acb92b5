// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// Permissions that reach further than anybody needs.
extension VaultDoctor {
    /// A finding for each policy that does, of a user's or a role's own, of their groups, and managed ones.
    static func broadPermissions(of principal: AccountPolicies.Principal) -> [DoctorFinding] {
        principal.policies.filter { isBroad($0.document) }.map { policy in
            DoctorFinding(
                .permissions, "the \(principal.text) may do more than it needs (policy \(policy.text) holds *)",
                mend: narrowing(policy, of: principal))
        }
    }

    /// The commands that put what was really used in the policy's place.
    private static func narrowing(_ policy: AccountPolicies.Policy, of principal: AccountPolicies.Principal) -> String {
        let kind = principal.isRole ? "role" : "user"
        let whose = "--\(kind)-name \(principal.name)"
        func put(_ name: String) -> String {
            "coffer doctor --narrow \(kind)/\(principal.name) > narrow.json && aws iam put-\(kind)-policy \(whose) "
                + "--policy-name \(name) --policy-document file://narrow.json"
        }
        return switch policy.origin {
        case .inline: put(policy.name)
        case .managed(let arn): "\(put("narrow")) && aws iam detach-\(kind)-policy \(whose) --policy-arn \(arn)"
        case .group(let group, _):
            "\(put("narrow")) && aws iam remove-user-from-group --group-name \(group) --user-name \(principal.name)"
        }
    }

    /// True where an allowing statement names all actions of a service, or secrets or keys without saying which.
    static func isBroad(_ policy: String) -> Bool {
        guard let json = try? JSONValue(parsing: policy) else { return true }
        let statements = json["Statement"]?.array ?? json["Statement"].map { [$0] } ?? []
        return statements.contains { statement in
            guard statement["Effect"]?.string == "Allow" else { return false }
            if statement["NotAction"] != nil || statement["NotResource"] != nil { return true }
            let actions = statement["Action"]?.texts ?? []
            if actions.contains(where: { $0 == "*" || $0.hasSuffix(":*") }) { return true }
            let opens = actions.contains { $0.hasPrefix("kms:") || $0.hasPrefix("secretsmanager:") }
            return opens && statement["Resource"]?.texts.contains("*") == true && statement["Condition"] == nil
        }
    }
}
