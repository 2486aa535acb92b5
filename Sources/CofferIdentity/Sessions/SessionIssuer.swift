// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore
internal import CofferPolicy
internal import CofferAudit

/// Makes temporary credentials. Nothing is stored of them: the token says all.
struct SessionIssuer {
    let vault: Vault

    /// - Parameter scope: the account that the session acts in.
    func issue(
        _ subject: SessionClaims.Subject, seconds: Int, in scope: Scope, _ request: Authenticated,
        bounds: SessionBounds? = nil, sourceIdentity: String? = nil, federatedProvider: String? = nil
    ) throws -> STS.Credentials {
        try bounds?.checkPolicies(in: scope, vault)
        let expires = (request.receivedAt + .seconds(seconds)).wholeSeconds
        var claims = SessionClaims(
            account: scope.account, partition: scope.partition,
            accessKeyID: UniqueID.accessKey(prefix: "ASIA", account: scope.account), subject: subject,
            issuedAt: request.receivedAt.wholeSeconds, expiresAt: expires, policies: bounds?.policies ?? [],
            policyARNs: bounds?.policyARNs ?? [], tags: bounds?.tags ?? [:],
            transitiveTagKeys: bounds?.transitiveTagKeys ?? [], sourceIdentity: sourceIdentity,
            federatedProvider: federatedProvider)
        if request.caller.isRoot, request.caller.session == nil { claims.rootKeyID = request.accessKeyID }
        let issued = try vault.keyring.issueSession(claims)
        return STS.Credentials(
            accessKeyId: claims.accessKeyID, secretAccessKey: issued.secret, sessionToken: issued.token, expiration: expires)
    }
}

/// A role that somebody is about to assume, and what every way of assuming one has in common.
struct AssumedRole: Sendable {
    let role: Versioned<RoleRecord>
    let session: String

    var scope: Scope { role.key.scope }
    /// `AROA…:session`.
    var id: String { "\(role.value.roleID):\(session)" }
    /// Without the role's path, as AWS has it.
    var arn: String {
        ARN(service: "sts", scope: scope, resource: "assumed-role/\(role.value.name)/\(session)").description
    }
    var shape: STS.AssumedRoleUser { STS.AssumedRoleUser(assumedRoleId: id, arn: arn) }
    var subject: SessionClaims.Subject { .role(name: role.value.name, roleID: role.value.roleID, session: session) }

    /// How long the session lasts, in seconds.
    ///
    /// - Parameter isChained: asked for by another session, whose roles last an hour at most.
    func duration(_ asked: Int?, isChained: Bool = false) throws -> Int {
        let seconds = asked ?? 3600
        guard !isChained || seconds <= 3600 else {
            throw AWSError(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.")
        }
        guard seconds <= role.value.maxSessionDuration else {
            throw AWSError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
        }
        return seconds
    }

    /// The event's answer and resource: never the secret, nor the token.
    func trail(_ credentials: STS.Credentials, roleARN: String) -> TrailNotes {
        TrailNotes(
            response: [
                "credentials": [
                    "accessKeyId": .string(credentials.accessKeyId), "expiration": .string(credentials.expiration.iso8601),
                ],
                "assumedRoleUser": ["assumedRoleId": .string(id), "arn": .string(arn)],
            ],
            resources: [TrailResource(arn: roleARN, accountID: scope.account.description, type: "AWS::IAM::Role")])
    }
}

/// The role that an ARN names, and its trust policy.
struct TrustedRole: Sendable {
    let arn: ARN
    let account: AccountID
    let key: RecordKey
    let record: Versioned<RoleRecord>?

    /// - Throws: ValidationError for what is no role's ARN of this partition.
    init(_ text: String, _ request: Authenticated, _ vault: Vault) throws {
        guard let arn = ARN(text), arn.service == "iam", arn.region.isEmpty, arn.resource.hasPrefix("role/"),
            let account = AccountID(arn.account), arn.partition == request.scope.partition.rawValue
        else { throw AWSError("ValidationError", "\(text) is invalid") }
        self.arn = arn
        self.account = account
        let scope = Scope(account: account, region: request.scope.region).global
        let name = arn.resource.split(separator: "/").last.map(String.init) ?? ""
        let role = try vault.load(RoleRecord.self, name, in: scope)
        key = RoleRecord.key(name, in: scope)
        // A name with another path is another ARN, and ARNs compare exactly.
        record = role?.value.arn(in: scope) == arn ? role : nil
    }

    var scope: Scope { key.scope }
    var precondition: Precondition { record?.precondition ?? Precondition(key: key, revision: nil) }

    /// One check for each action. A role that isn't there has no trust policy: the answer is AccessDenied, so that
    /// names can't be probed.
    func checks(
        _ actions: [String], _ vault: Vault, conditions: @escaping @Sendable () -> [ExactString: [String]]
    ) throws -> [AccessCheck] {
        let trust = try record.map { try vault.policies.policy($0.value.trustPolicy, .trust) }
        let tags = record?.value.tags ?? [:]
        return actions.map { action in
            AccessCheck(
                action: action, resource: arn.description, resourceAccount: account, resourcePolicy: trust,
                rules: .trustPolicy, conditions: conditions().merging(ConditionKeys.resourceTags(tags)) { own, _ in own })
        }
    }
}

/// Condition keys of tags that a session is given.
func sessionTagConditions(_ tags: [STS.Tag]?, transitive: [String]?) -> [ExactString: [String]] {
    var conditions: [ExactString: [String]] = [:]
    for tag in tags ?? [] { conditions["aws:RequestTag/\(tag.key)"] = [tag.value] }
    if let tags, !tags.isEmpty { conditions["aws:TagKeys"] = tags.map(\.key) }
    if let transitive, !transitive.isEmpty { conditions["sts:TransitiveTagKeys"] = transitive }
    return conditions
}
