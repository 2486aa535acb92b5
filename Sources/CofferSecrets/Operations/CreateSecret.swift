// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct CreateSecretHandler: OperationHandler {
    typealias Operation = SecretsManager.CreateSecret
    let vault: Vault
    let sealer: SecretSealer
    let isReadOnly = false

    struct Target: Sendable {
        let secret: FoundSecret
        let suffix: String
        /// Nil for a secret without a value.
        let version: NewVersion?
    }

    func locate(_ input: SecretsManager.CreateSecretInput, _ request: Authenticated) throws -> Located<Target> {
        try SecretReference.checkName(input.name)
        let value = try SecretValue.of(string: input.secretString, binary: input.secretBinary)
        guard value == nil || input.clientRequestToken != nil else { throw AWSError.noToken }
        guard input.addReplicaRegions?.isEmpty ?? true, input.crossAccountPrimaryARN == nil else {
            throw AWSError.invalidRequest("Replication of secrets is not supported: leave the replica's members out.")
        }
        try SecretTags.checkCount(input.tags)
        let finder = SecretFinder(vault: vault)
        let stored = try vault.load(SecretRecord.self, input.name, in: request.scope)
        let suffix = stored?.value.suffix ?? SecretRecord.randomSuffix()
        let arn = SecretRecord.arn(name: input.name, suffix: suffix, in: request.scope).description
        let secret = FoundSecret(
            scope: request.scope, name: input.name, arn: arn, record: stored,
            precondition: stored?.precondition
                ?? Precondition(key: SecretRecord.key(input.name, in: request.scope), revision: nil))
        let conditions = Self.conditions(input)
            .merging(sealer.conditions(input.kmsKeyId, in: request.scope, request)) { _, key in key }
        var checks = [try finder.check("CreateSecret", secret, secretID: input.name, conditions)]
        if input.tags?.isEmpty == false {
            checks.append(
                try finder.check("TagResource", secret, secretID: input.name, SecretTags.conditions(input.tags)))
        }
        var preconditions = [secret.precondition]
        var version: NewVersion?
        if let value, let token = input.clientRequestToken {
            let existing = try stored.flatMap { try finder.version(token, of: $0) }
            // A secret that is there is only compared with; its key is nobody's business before that.
            if stored == nil || existing != nil {
                let located = NewVersion.locate(
                    value, token: token, secretARN: arn, kmsKeyID: input.kmsKeyId?.nonEmpty, in: request.scope,
                    existing: existing, sealer, request)
                version = located.target
                checks += located.checks
                preconditions += located.preconditions
            }
        }
        return Located(
            Target(secret: secret, suffix: suffix, version: version), checks: checks, preconditions: preconditions)
    }

    func perform(
        _ input: SecretsManager.CreateSecretInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.CreateSecretOutput> {
        let target = authorized.target
        let secret = target.secret
        if let stored = secret.record { return try answer(input, stored, target) }
        var record = SecretRecord(
            name: input.name, suffix: target.suffix, createdAt: request.receivedAt.milliseconds)
        record.description = input.description?.nonEmpty
        record.kmsKeyID = input.kmsKeyId?.nonEmpty
        record.type = input.type
        if let tags = input.tags { record.tags = try SecretTags.adding(tags, to: nil) }
        let version = try target.version?.sealed(into: &record, stages: [Stage.current], sealer, request)
        let made = record
        let key = try target.version?.use.get().key
        let output = SecretsManager.CreateSecretOutput(
            arn: secret.arn, name: secret.name, versionId: version?.versionID)
        let notes = SecretTrail.notes(
            secret, versionID: version?.versionID, onBehalf: target.version?.events(sealer) ?? [])
        return .change(notes) { writer in
            try key?.create?(writer)
            if let version { try writer.insert(version, in: secret.scope) }
            try writer.insert(made, in: secret.scope)
            return output
        }
    }

    /// The name is taken: no error where the same call made the secret.
    private func answer(
        _ input: SecretsManager.CreateSecretInput, _ stored: Versioned<SecretRecord>, _ target: Target
    ) throws -> Performed<SecretsManager.CreateSecretOutput> {
        guard stored.value.deletionDate == nil else {
            throw AWSError.invalidRequest(
                "You can't create this secret because a secret with this name is already scheduled for deletion.")
        }
        guard let version = target.version, try version.isRepeated(in: target.secret.arn, sealer) else {
            throw AWSError.exists("The operation failed because the secret \(input.name) already exists.")
        }
        let output = SecretsManager.CreateSecretOutput(
            arn: target.secret.arn, name: target.secret.name, versionId: version.token)
        return .reply(
            output, SecretTrail.notes(target.secret, versionID: version.token, onBehalf: version.events(sealer)))
    }

    private static func conditions(_ input: SecretsManager.CreateSecretInput) -> [ExactString: [String]] {
        var keys = SecretTags.conditions(input.tags)
        keys["secretsmanager:Name"] = [input.name]
        keys["secretsmanager:Description"] = input.description.map { [$0] }
        keys["secretsmanager:ForceOverwriteReplicaSecret"] = input.forceOverwriteReplicaSecret.map { ["\($0)"] }
        return keys
    }

    func trailParameters(_ input: SecretsManager.CreateSecretInput) -> JSONValue? {
        SecretTrail.object([
            "name": .string(input.name), "clientRequestToken": SecretTrail.text(input.clientRequestToken),
            "description": SecretTrail.text(input.description), "kmsKeyId": SecretTrail.text(input.kmsKeyId),
            "secretString": input.secretString.map { _ in SecretTrail.hidden },
            "secretBinary": input.secretBinary.map { _ in SecretTrail.hidden },
            "tags": SecretTrail.tags(input.tags), "type": SecretTrail.text(input.type),
        ])
    }
}

extension String {
    /// AWS takes an empty text for none.
    var nonEmpty: String? { isEmpty ? nil : self }
}
