// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// A secret that a request names, be it there or not.
struct FoundSecret: Sendable {
    let scope: Scope
    let name: String
    /// Complete where the secret is there.
    let arn: String
    let record: Versioned<SecretRecord>?
    /// What the decision and the work rest on: the revision, or the absence.
    let precondition: Precondition

    /// The secret, marked for deletion or not. Throws ResourceNotFoundException.
    func existing() throws -> Versioned<SecretRecord> {
        guard let record else { throw AWSError.noSecret }
        return record
    }

    /// Throws ResourceNotFoundException, and InvalidRequestException for a secret that is marked for deletion.
    func live() throws -> Versioned<SecretRecord> {
        let record = try existing()
        guard record.value.deletionDate == nil else { throw AWSError.markedForDeletion }
        return record
    }

    var trailResource: TrailResource {
        TrailResource(arn: arn, accountID: scope.account.description, type: "AWS::SecretsManager::Secret")
    }

    /// Whether the caller belongs to another account than the secret.
    func isForeign(to request: Authenticated) -> Bool { scope.account != request.scope.account }
}

/// Finds secrets and builds what must be asked about them.
struct SecretFinder: Sendable {
    let vault: Vault

    func find(_ secretID: String, _ request: Authenticated) throws -> FoundSecret {
        let reference = try SecretReference.parse(secretID, request)
        let stored = try vault.load(SecretRecord.self, reference.name, in: reference.scope)
        let precondition =
            stored?.precondition
            ?? Precondition(key: SecretRecord.key(reference.name, in: reference.scope), revision: nil)
        guard let stored, reference.suffix == nil || reference.suffix == stored.value.suffix else {
            let end = reference.suffix.map { "-\($0)" } ?? ""
            let arn = ARN(
                service: "secretsmanager", scope: reference.scope, resource: "secret:\(reference.name)\(end)")
            return FoundSecret(
                scope: reference.scope, name: reference.name + end, arn: arn.description, record: nil,
                precondition: precondition)
        }
        return FoundSecret(
            scope: reference.scope, name: reference.name, arn: stored.value.arn(in: reference.scope).description,
            record: stored, precondition: precondition)
    }

    func version(_ id: String, of secret: Versioned<SecretRecord>) throws -> Versioned<SecretVersionRecord>? {
        try vault.load(SecretVersionRecord.self, SecretVersionRecord.id(secret.value.uid, id), in: secret.key.scope)
    }

    /// The check for an action on a secret, with its resource policy and condition keys.
    ///
    /// Source: Service Authorization Reference, "AWS Secrets Manager".
    func check(
        _ action: String, _ secret: FoundSecret, secretID: String, _ conditions: [ExactString: [String]] = [:]
    ) throws -> AccessCheck {
        let policy = try secret.record?.value.policy.map {
            try vault.policies.policy($0, .resource(service: "secretsmanager"))
        }
        var check = AccessCheck(
            action: "secretsmanager:\(action)", resource: secret.arn, resourceAccount: secret.scope.account,
            resourcePolicy: policy, conditions: Self.conditions(of: secret, secretID, conditions))
        check.asked = secretID
        return check
    }

    private static func conditions(
        of secret: FoundSecret, _ secretID: String, _ more: [ExactString: [String]]
    ) -> [ExactString: [String]] {
        var conditions = more
        conditions["secretsmanager:SecretId"] = [secretID]
        conditions["secretsmanager:SecretPrimaryRegion"] = [secret.scope.region.description]
        for tag in secret.record?.value.tags ?? [] {
            conditions["aws:ResourceTag/\(tag.key)"] = [tag.value]
            conditions["secretsmanager:ResourceTag/\(tag.key)"] = [tag.value]
        }
        return conditions
    }

    /// A secret as the target of an action that needs nothing else.
    func located(
        _ secretID: String, _ action: String, _ request: Authenticated, _ conditions: [ExactString: [String]] = [:]
    ) throws -> Located<FoundSecret> {
        let secret = try find(secretID, request)
        return Located(
            secret, checks: [try check(action, secret, secretID: secretID, conditions)],
            preconditions: [secret.precondition])
    }
}
