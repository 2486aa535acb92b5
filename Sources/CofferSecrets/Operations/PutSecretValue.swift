// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct PutSecretValueHandler: OperationHandler {
    typealias Operation = SecretsManager.PutSecretValue
    let vault: Vault
    let sealer: SecretSealer
    let isReadOnly = false

    struct Target: Sendable {
        let secret: FoundSecret
        /// Nil where there is no secret to put it into.
        let version: NewVersion?
    }

    func locate(_ input: SecretsManager.PutSecretValueInput, _ request: Authenticated) throws -> Located<Target> {
        guard let value = try SecretValue.of(string: input.secretString, binary: input.secretBinary) else {
            throw AWSError.noValue
        }
        guard let token = input.clientRequestToken else { throw AWSError.noToken }
        let finder = SecretFinder(vault: vault)
        let secret = try finder.find(input.secretId, request)
        var checks = [
            try finder.check(
                "PutSecretValue", secret, secretID: input.secretId,
                input.versionStages.map { ["secretsmanager:VersionStage": $0] } ?? [:])
        ]
        var preconditions = [secret.precondition]
        var version: NewVersion?
        if let record = secret.record, record.value.deletionDate == nil {
            let located = NewVersion.locate(
                value, token: token, secretARN: secret.arn, kmsKeyID: record.value.kmsKeyID, in: secret.scope,
                existing: try finder.version(token, of: record), sealer, request)
            version = located.target
            checks += located.checks
            preconditions += located.preconditions
        }
        return Located(Target(secret: secret, version: version), checks: checks, preconditions: preconditions)
    }

    func perform(
        _ input: SecretsManager.PutSecretValueInput, _ authorized: Authorized<Target>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.PutSecretValueOutput> {
        let secret = authorized.target.secret
        var record = try secret.live()
        guard let version = authorized.target.version else { throw AWSError.internalFailure }
        let key = try version.use.get().key
        let notes = SecretTrail.notes(secret, versionID: version.token, onBehalf: version.events(sealer))
        func output(_ stages: [String]) -> SecretsManager.PutSecretValueOutput {
            SecretsManager.PutSecretValueOutput(
                arn: secret.arn, name: secret.name, versionId: version.token, versionStages: stages)
        }
        if try version.isRepeated(in: secret.arn, sealer) {
            return .reply(output(record.value.stages(of: version.token)), notes)
        }
        let sealed = try version.sealed(
            into: &record.value, stages: input.versionStages ?? [Stage.current], sealer, request)
        let reply = output(record.value.stages(of: version.token))
        let changed = record
        return .change(notes) { writer in
            try key.create?(writer)
            try writer.insert(sealed, in: secret.scope)
            var final = changed
            try VersionRetention.purge(&final.value, in: secret.scope, at: request.receivedAt, writer)
            try writer.update(final)
            return reply
        }
    }

    func trailParameters(_ input: SecretsManager.PutSecretValueInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId), "clientRequestToken": SecretTrail.text(input.clientRequestToken),
            "secretString": input.secretString.map { _ in SecretTrail.hidden },
            "secretBinary": input.secretBinary.map { _ in SecretTrail.hidden },
            "versionStages": SecretTrail.list(input.versionStages),
        ])
    }
}
