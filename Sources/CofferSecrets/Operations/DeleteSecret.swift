// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Marks a secret for deletion, or deletes it at once where that is forced.
struct DeleteSecretHandler: OperationHandler {
    typealias Operation = SecretsManager.DeleteSecret
    let vault: Vault
    let isReadOnly = false
    private static let window = 7...30
    private static let usualWindow = 30

    func locate(_ input: SecretsManager.DeleteSecretInput, _ request: Authenticated) throws -> Located<FoundSecret> {
        if let days = input.recoveryWindowInDays, !Self.window.contains(days) {
            throw AWSError.invalidParameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).")
        }
        let isForced = input.forceDeleteWithoutRecovery ?? false
        guard !isForced || input.recoveryWindowInDays == nil else {
            throw AWSError.invalidParameter(
                "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.")
        }
        return try SecretFinder(vault: vault).located(
            input.secretId, "DeleteSecret", request,
            [
                "secretsmanager:ForceDeleteWithoutRecovery": ["\(isForced)"],
                "secretsmanager:RecoveryWindowInDays": isForced
                    ? [] : ["\(input.recoveryWindowInDays ?? Self.usualWindow)"],
            ])
    }

    func perform(
        _ input: SecretsManager.DeleteSecretInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.DeleteSecretOutput> {
        if input.forceDeleteWithoutRecovery ?? false { return deleteAtOnce(authorized.target, request) }
        let secret = authorized.target
        var record = try secret.live()
        let date = request.receivedAt + .days(input.recoveryWindowInDays ?? Self.usualWindow)
        record.value.deletionDate = date.milliseconds
        let changed = record
        return .change(notes(secret.arn, secret, date)) { writer in
            try writer.update(changed)
            return SecretsManager.DeleteSecretOutput(arn: secret.arn, name: secret.name, deletionDate: date)
        }
    }

    /// A secret that isn't there is deleted just as well: AWS answers as if it had been.
    private func deleteAtOnce(
        _ secret: FoundSecret, _ request: Authenticated
    ) -> Performed<SecretsManager.DeleteSecretOutput> {
        let date = request.receivedAt
        guard let record = secret.record else {
            let arn = SecretRecord.arn(name: secret.name, suffix: SecretRecord.randomSuffix(), in: secret.scope)
                .description
            return .reply(
                SecretsManager.DeleteSecretOutput(arn: arn, name: secret.name, deletionDate: date),
                notes(arn, secret, date))
        }
        return .change(notes(secret.arn, secret, date)) { writer in
            try VersionRetention.removeAll(of: record.value, in: secret.scope, writer)
            try writer.remove(record)
            return SecretsManager.DeleteSecretOutput(arn: secret.arn, name: secret.name, deletionDate: date)
        }
    }

    private func notes(_ arn: String, _ secret: FoundSecret, _ date: Timestamp) -> TrailNotes {
        TrailNotes(
            response: ["arn": .string(arn), "name": .string(secret.name), "deletionDate": .string(date.iso8601)],
            resources: [secret.trailResource])
    }

    func trailParameters(_ input: SecretsManager.DeleteSecretInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId),
            "recoveryWindowInDays": SecretTrail.number(input.recoveryWindowInDays),
            "forceDeleteWithoutRecovery": SecretTrail.flag(input.forceDeleteWithoutRecovery),
        ])
    }
}
