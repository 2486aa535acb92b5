// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferVault

/// Who would do what, and what is supposed.
struct WhyQuestion {
    let who: AccountPolicies.Principal?
    let arn: String
    let action: String
    let resource: String?
    let supposed: [(key: String, values: [String])]
    let time: Timestamp?

    /// What the app's own policies say of the secret that is asked for.
    func entry(_ kind: AccessList.Kind) -> AccessList.Entry? {
        guard let who, who.isApp, let resource else { return nil }
        return who.entry(kind, of: resource)
    }

    /// The denial that decided, by the statement that matched.
    func denial(_ statement: Coffer.ExplainedStatement) -> AccessList.Entry? {
        guard let who, who.isApp, let resource, let sid = statement.sid else { return nil }
        return who.denial(sid, of: resource)
    }

    /// `the app bot`, `the user ann`.
    var name: String {
        guard let who else { return arn }
        return who.isApp ? "the app \(who.name)" : "the \(who.text)"
    }

    /// `read openai/bot`, `kms:Decrypt …`.
    var deed: String { Self.deed(action, resource ?? "*") }

    static func deed(_ action: String, _ resource: String) -> String {
        let what = resource.contains(":secret:") ? AppRole.shortName(ofSecret: resource) : resource
        if action == "secretsmanager:GetSecretValue" { return what == "*" ? "read all secrets" : "read \(what)" }
        return what == "*" ? action : "\(action) on \(what)"
    }
}
