// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPolicy

/// Whom a stored policy names.
///
/// As on AWS, users and roles of this vault stand in it by their unique IDs, so that a name which is given again gives
/// nobody the old one's rights, and a new name takes none away. Whoever reads the policy sees the ARNs that are current;
/// of those who are gone, the ID. Source: IAM User Guide, "AWS JSON policy elements: Principal".
public struct PolicyPrincipals: Sendable {
    private let directory: PrincipalDirectory

    public init(vault: Vault) { directory = PrincipalDirectory(vault: vault) }

    /// The text to keep of a policy that was accepted.
    public func stored(_ policy: String) throws -> String {
        try PolicyDocument.rewritingPrincipals(of: policy) { name in
            guard case .known(let id) = try directory.entry(name), try directory.arn(of: id) != nil else { return nil }
            return id
        }
    }

    /// The text to show of a policy that is kept.
    public func shown(_ policy: String) throws -> String {
        try PolicyDocument.rewritingPrincipals(of: policy) { name in
            Principal.isUniqueID(name) ? try directory.arn(of: name)?.description : nil
        }
    }
}
