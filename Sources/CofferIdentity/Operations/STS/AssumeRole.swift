// SPDX-License-Identifier: Apache-2.0
internal import CofferStore
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy

/// Temporary credentials of a role. Source: STS API Reference, AssumeRole.
struct AssumeRoleHandler: OperationHandler {
    typealias Operation = STS.AssumeRole
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: STS.AssumeRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        guard let arn = ARN(input.roleArn), arn.service == "iam", arn.resource.hasPrefix("role/"),
            let account = AccountID(arn.account), arn.partition == request.scope.partition.rawValue
        else { throw AWSError("ValidationError", "\(input.roleArn) is invalid") }
        let scope = Scope(account: account, region: request.scope.region).global
        let name = arn.resource.split(separator: "/").last.map(String.init) ?? ""
        var role = try vault.load(RoleRecord.self, name, in: scope)
        // A name with another path is another ARN, and ARNs compare exactly.
        if role?.value.arn(in: scope) != arn { role = nil }
        let trust = try role.map { try vault.policies.policy($0.value.trustPolicy, .trust) }
        var conditions: [ExactString: [String]] = ["sts:RoleSessionName": [input.roleSessionName]]
        if let external = input.externalId { conditions["sts:ExternalId"] = [external] }
        if let source = input.sourceIdentity { conditions["sts:SourceIdentity"] = [source] }
        for (key, value) in role?.value.tags ?? [:] { conditions["aws:ResourceTag/\(key)"] = [value] }
        for tag in input.tags ?? [] { conditions["aws:RequestTag/\(tag.key)"] = [tag.value] }
        if let tags = input.tags { conditions["aws:TagKeys"] = tags.map(\.key) }
        let asked = conditions
        // A role that isn't there has no trust policy: the answer is AccessDenied, so that names can't be probed.
        var check = AccessCheck(
            action: "sts:AssumeRole", resource: input.roleArn, resourceAccount: account, resourcePolicy: trust,
            rules: .trustPolicy, conditions: asked)
        var checks = [check]
        if input.tags?.isEmpty == false {
            check.action = "sts:TagSession"
            checks.append(check)
        }
        if input.sourceIdentity != nil {
            check.action = "sts:SetSourceIdentity"
            checks.append(check)
        }
        return Located(
            role, checks: checks,
            preconditions: [role?.precondition ?? Precondition(key: RoleRecord.key(name, in: scope), revision: nil)])
    }

    func perform(
        _ input: STS.AssumeRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<STS.AssumeRoleOutput> {
        guard let role = authorized.target, let account = ARN(input.roleArn).flatMap({ AccountID($0.account) }) else {
            throw AWSError("AccessDenied", "User: \(request.caller.arn) is not authorized to perform: sts:AssumeRole on resource: \(input.roleArn)", status: 403)
        }
        let seconds = try duration(input, role.value, request)
        guard input.policyArns?.isEmpty ?? true else {
            throw AWSError("ValidationError", "Managed session policies are not supported: pass the policy itself as Policy.")
        }
        if let policy = input.policy {
            guard policy.utf8.count <= 2048 else {
                throw AWSError("PackedPolicyTooLarge", "Packed policy consumes more than 100% of allotted space, please use smaller policy.")
            }
            try IAMDirectory(vault: vault).validate(policy, .session)
        }
        let subject = SessionClaims.Subject.role(name: role.value.name, roleID: role.value.roleID, session: input.roleSessionName)
        let expires = (request.receivedAt + .seconds(seconds)).wholeSeconds
        let claims = SessionClaims(
            account: account, partition: request.scope.partition, accessKeyID: UniqueID.iam(prefix: "ASIA"), subject: subject,
            issuedAt: request.receivedAt.wholeSeconds, expiresAt: expires, policies: input.policy.map { [$0] } ?? [],
            tags: Dictionary((input.tags ?? []).map { (ExactString($0.key), $0.value) }) { _, last in last },
            sourceIdentity: input.sourceIdentity)
        let issued = try vault.keyring.issueSession(claims)
        let scope = role.key.scope
        let session = ARN(service: "sts", scope: scope, resource: "assumed-role/\(role.value.name)/\(input.roleSessionName)")
        let assumedID = "\(role.value.roleID):\(input.roleSessionName)"
        let output = STS.AssumeRoleOutput(
            credentials: STS.Credentials(
                accessKeyId: claims.accessKeyID, secretAccessKey: issued.secret, sessionToken: issued.token, expiration: expires),
            assumedRoleUser: STS.AssumedRoleUser(assumedRoleId: assumedID, arn: session.description),
            packedPolicySize: input.policy.map { max(1, $0.utf8.count * 100 / 2048) }, sourceIdentity: input.sourceIdentity)
        let response: JSONValue = [
            "credentials": ["accessKeyId": .string(claims.accessKeyID), "expiration": .string(expires.iso8601)],
            "assumedRoleUser": ["assumedRoleId": .string(assumedID), "arn": .string(session.description)],
        ]
        return .reply(
            output,
            TrailNotes(
                response: response,
                resources: [TrailResource(arn: input.roleArn, accountID: account.description, type: "AWS::IAM::Role")]))
    }

    private func duration(_ input: STS.AssumeRoleInput, _ role: RoleRecord, _ request: Authenticated) throws -> Int {
        let seconds = input.durationSeconds ?? 3600
        // Role chaining: a session may not outlive an hour, whatever the role allows.
        if case .roleSession = request.caller.kind, seconds > 3600 {
            throw AWSError(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining")
        }
        guard seconds <= role.maxSessionDuration else {
            throw AWSError("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
        }
        return seconds
    }

    func trailParameters(_ input: STS.AssumeRoleInput) -> JSONValue? {
        var parameters: JSONObject = JSONObject([
            (name: "roleArn", value: .string(input.roleArn)), (name: "roleSessionName", value: .string(input.roleSessionName)),
        ])
        if let seconds = input.durationSeconds { parameters["durationSeconds"] = .integer(Int64(seconds)) }
        if let policy = input.policy { parameters["policy"] = .string(policy) }
        return .object(parameters)
    }
}
