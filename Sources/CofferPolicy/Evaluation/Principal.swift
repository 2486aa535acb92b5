// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Who makes a request, as policies see it.
public struct Principal: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case root, user, roleSession, federatedUser, federated, service
    }

    public let kind: Kind
    /// What messages and the log call it: the user's or session's ARN, `arn:…:root`, the provider or the service.
    public let arn: String
    /// Nil for a service and for somebody whom only an identity provider knows.
    public let account: AccountID?
    /// The unique ID, as `aws:userid` has it: `AIDA…`, `AROA…:session`, the account's number for root.
    public let userID: String
    /// The ARN that `aws:PrincipalArn` has: a role session's is its role's.
    public let principalARN: String

    /// What a Principal element may say to mean just this principal.
    let direct: [[UInt8]]
    /// What it may say to mean the role or user that this is a session of.
    let limited: [[UInt8]]
    let accountDigits: [UInt8]
    let accountARN: [UInt8]

    private init(
        _ kind: Kind, arn: String, account: AccountID?, userID: String, principalARN: String, direct: [String] = [],
        limited: [String] = []
    ) {
        self.kind = kind
        self.arn = arn
        self.account = account
        self.userID = userID
        self.principalARN = principalARN
        self.direct = direct.filter { !$0.isEmpty }.map { Array($0.utf8) }
        self.limited = limited.filter { !$0.isEmpty }.map { Array($0.utf8) }
        accountDigits = account.map { Array($0.description.utf8) } ?? []
        accountARN =
            if kind == .root { Array(arn.utf8) } else {
                account.map { Array("arn:\(ARN(arn)?.partition ?? "aws"):iam::\($0):root".utf8) } ?? []
            }
    }

    /// The account itself.
    public static func root(_ account: AccountID, partition: Partition = .aws) -> Principal {
        let arn = "arn:\(partition.rawValue):iam::\(account):root"
        return Principal(.root, arn: arn, account: account, userID: account.description, principalARN: arn)
    }

    /// - Parameter userID: the unique ID, `AIDA…`.
    public static func user(arn: String, userID: String, account: AccountID) -> Principal {
        Principal(.user, arn: arn, account: account, userID: userID, principalARN: arn, direct: [arn, userID])
    }

    /// Somebody who assumed a role.
    ///
    /// - Parameters:
    ///   - sessionARN: `arn:aws:sts::123456789012:assumed-role/app/session`.
    ///   - roleID: the role's unique ID, `AROA…`.
    public static func roleSession(
        roleARN: String, sessionARN: String, roleID: String, account: AccountID
    ) -> Principal {
        let session = sessionARN.split(separator: "/").last ?? ""
        return Principal(
            .roleSession, arn: sessionARN, account: account, userID: "\(roleID):\(session)", principalARN: roleARN,
            direct: [sessionARN], limited: [roleARN, roleID])
    }

    /// A session from GetFederationToken.
    ///
    /// - Parameter sessionARN: `arn:aws:sts::123456789012:federated-user/name`.
    public static func federatedUser(
        sessionARN: String, userARN: String, userID: String, account: AccountID
    ) -> Principal {
        let name = sessionARN.split(separator: "/").last ?? ""
        return Principal(
            .federatedUser, arn: sessionARN, account: account, userID: "\(account):\(name)", principalARN: sessionARN,
            direct: [sessionARN], limited: [userARN, userID])
    }

    /// Somebody whom an identity provider vouches for, before there is a session: the caller of
    /// AssumeRoleWithWebIdentity or AssumeRoleWithSAML.
    ///
    /// - Parameter provider: the provider's ARN or domain, as `Federated` names it.
    public static func federated(provider: String) -> Principal {
        Principal(.federated, arn: provider, account: nil, userID: "", principalARN: provider, direct: [provider])
    }

    /// - Parameter name: such as `secretsmanager.amazonaws.com`.
    public static func service(_ name: String) -> Principal {
        Principal(.service, arn: name, account: nil, userID: "", principalARN: name, direct: [name])
    }

    /// `AIDA…` of a user, `AROA…` of a role: what AWS shows, and matches, for a principal that it pinned by identity.
    public static func isUniqueID(_ name: String) -> Bool {
        (16...128).contains(name.utf8.count)
            && (name.utf8.starts(with: "AIDA".utf8) || name.utf8.starts(with: "AROA".utf8))
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) }
    }

    /// Adds what AWS says of the caller in every request: `aws:PrincipalArn`, `aws:PrincipalAccount`,
    /// `aws:PrincipalType`, `aws:userid`, `aws:username` (users only), `aws:PrincipalIsAWSService`.
    /// Source: IAM User Guide, "AWS global condition context keys".
    public func addConditionKeys(to context: inout ConditionContext) {
        context.add("aws:PrincipalIsAWSService", kind == .service ? "true" : "false")
        switch kind {
        case .federated: return
        case .service:
            context.add("aws:PrincipalServiceName", arn)
            return
        case .root: context.add("aws:PrincipalType", "Account")
        case .user:
            context.add("aws:PrincipalType", "User")
            if let name = arn.split(separator: "/").last { context.add("aws:username", String(name)) }
        case .roleSession: context.add("aws:PrincipalType", "AssumedRole")
        case .federatedUser: context.add("aws:PrincipalType", "FederatedUser")
        }
        context.add("aws:PrincipalArn", principalARN)
        context.add("aws:userid", userID)
        if let account { context.add("aws:PrincipalAccount", account.description) }
    }
}
