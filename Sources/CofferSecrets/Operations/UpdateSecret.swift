// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Changes the description, the key or the value. A new key seals the labelled versions anew.
struct UpdateSecretHandler: OperationHandler {
    typealias Operation = SecretsManager.UpdateSecret
    let vault: Vault
    let sealer: SecretSealer
    let isReadOnly = false

    struct Target: Sendable {
        let secret: FoundSecret
        let version: NewVersion?
        let resealed: [Resealing]
        /// Shown once the caller is allowed to know of the secret.
        let failure: AWSError?
    }

    /// A version that moves to another key.
    struct Resealing: Sendable {
        let version: Versioned<SecretVersionRecord>
        let old: SecretSealer.Use
        let new: SecretSealer.Use
    }

    func locate(_ input: SecretsManager.UpdateSecretInput, _ request: Authenticated) throws -> Located<Target> {
        let value = try SecretValue.of(string: input.secretString, binary: input.secretBinary)
        guard value == nil || input.clientRequestToken != nil else { throw AWSError.noToken }
        let finder = SecretFinder(vault: vault)
        let secret = try finder.find(input.secretId, request)
        let conditions = Self.conditions(input)
            .merging(sealer.conditions(input.kmsKeyId, in: secret.scope, request)) { _, key in key }
        var checks = [try finder.check("UpdateSecret", secret, secretID: input.secretId, conditions)]
        var preconditions = [secret.precondition]
        guard let record = secret.record, record.value.deletionDate == nil else {
            return Located(
                Target(secret: secret, version: nil, resealed: [], failure: nil), checks: checks,
                preconditions: preconditions)
        }
        var version: NewVersion?
        if let value, let token = input.clientRequestToken {
            let located = NewVersion.locate(
                value, token: token, secretARN: secret.arn, kmsKeyID: newKey(input, record.value), in: secret.scope,
                existing: try finder.version(token, of: record), sealer, request)
            version = located.target
            checks += located.checks
            preconditions += located.preconditions
        }
        var resealed: [Resealing] = []
        do {
            let located = try self.resealings(input, secret, record, version, request)
            resealed = located.target
            checks += located.checks
            preconditions += located.preconditions
        } catch let error as AWSError {
            return Located(
                Target(secret: secret, version: version, resealed: [], failure: error), checks: checks,
                preconditions: preconditions)
        }
        return Located(
            Target(secret: secret, version: version, resealed: resealed, failure: nil), checks: checks,
            preconditions: preconditions)
    }

    private func newKey(_ input: SecretsManager.UpdateSecretInput, _ record: SecretRecord) -> String? {
        input.kmsKeyId.map { $0.nonEmpty } ?? record.kmsKeyID
    }

    /// The versions that naming a key encrypts anew: current, pending and previous, as AWS does it. The key that the
    /// secret has already may be named too, to have its newest material protect them.
    private func resealings(
        _ input: SecretsManager.UpdateSecretInput, _ secret: FoundSecret, _ record: Versioned<SecretRecord>,
        _ version: NewVersion?, _ request: Authenticated
    ) throws -> Located<[Resealing]> {
        let keyID = newKey(input, record.value)
        guard input.kmsKeyId != nil else { return Located([], checks: []) }
        if secret.isForeign(to: request), keyID == nil || record.value.kmsKeyID == nil {
            throw AWSError.foreignDefaultKey
        }
        var located = Located<[Resealing]>([], checks: [])
        // The default key may have to be made; then all must use the one that is.
        var chosen: ProtectingKey?
        if let version, version.existing == nil, case .success(let use) = version.use { chosen = use.key }
        for labelled in record.value.labelled {
            let moves = labelled.stages.contains { [Stage.current, Stage.pending, Stage.previous].contains($0) }
            guard moves, let stored = try SecretFinder(vault: vault).version(labelled.id, of: record) else { continue }
            let old = try sealer.locateOpening(stored.value, of: secret.arn, request)
            let new = try sealer.locateSealing(keyID, of: secret.arn, labelled.id, in: secret.scope, request)
            var use = new.target
            use.key = chosen ?? use.key
            chosen = use.key
            located.target.append(Resealing(version: stored, old: old.target, new: use))
            located.checks += old.checks + new.checks
            located.preconditions += [stored.precondition] + old.preconditions + new.preconditions
        }
        return located
    }

    func perform(
        _ input: SecretsManager.UpdateSecretInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.UpdateSecretOutput> {
        let target = authorized.target
        let secret = target.secret
        var record = try secret.live()
        if let failure = target.failure { throw failure }
        var created: [ProtectingKey] = target.resealed.map(\.new.key)
        var sealed: SecretVersionRecord?
        if let version = target.version {
            let isRepeated = try version.isRepeated(in: secret.arn, sealer)
            if isRepeated, input.description == nil, input.kmsKeyId == nil {
                return .reply(
                    output(secret, version.token),
                    SecretTrail.notes(secret, versionID: version.token, onBehalf: version.events(sealer)))
            }
            if !isRepeated {
                sealed = try version.sealed(into: &record.value, stages: [Stage.current], sealer, request)
                created.append(try version.use.get().key)
            }
        }
        let moved = try target.resealed.map { resealing in
            var version = resealing.version
            version.value.ciphertext = try sealer.seal(sealer.open(version.value, resealing.old), resealing.new)
            version.value.keyARN = resealing.new.key.arn
            version.value.kmsKeyID = newKey(input, record.value)
            return version
        }
        record.value.kmsKeyID = newKey(input, record.value)
        if let description = input.description { record.value.description = description.nonEmpty }
        record.value.changedAt = request.receivedAt.milliseconds
        let changed = record
        let version = sealed
        let key = created.first
        let reply = output(secret, target.version?.token)
        let events =
            (target.version?.events(sealer) ?? []) + sealer.events(target.resealed.flatMap { [$0.old, $0.new] })
        return .change(SecretTrail.notes(secret, versionID: target.version?.token, onBehalf: events)) { writer in
            try key?.create?(writer)
            for version in moved { try writer.update(version) }
            if let version { try writer.insert(version, in: secret.scope) }
            var final = changed
            try VersionRetention.purge(&final.value, in: secret.scope, at: request.receivedAt, writer)
            try writer.update(final)
            return reply
        }
    }

    private func output(_ secret: FoundSecret, _ version: String?) -> SecretsManager.UpdateSecretOutput {
        SecretsManager.UpdateSecretOutput(arn: secret.arn, name: secret.name, versionId: version)
    }

    private static func conditions(_ input: SecretsManager.UpdateSecretInput) -> [ExactString: [String]] {
        var keys: [ExactString: [String]] = [:]
        keys["secretsmanager:Description"] = input.description.map { [$0] }
        return keys
    }

    func trailParameters(_ input: SecretsManager.UpdateSecretInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId), "clientRequestToken": SecretTrail.text(input.clientRequestToken),
            "description": SecretTrail.text(input.description), "kmsKeyId": SecretTrail.text(input.kmsKeyId),
            "secretString": input.secretString.map { _ in SecretTrail.hidden },
            "secretBinary": input.secretBinary.map { _ in SecretTrail.hidden }, "type": SecretTrail.text(input.type),
        ])
    }
}
