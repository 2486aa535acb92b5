// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Moves or removes a staging label.
struct UpdateSecretVersionStageHandler: OperationHandler {
    typealias Operation = SecretsManager.UpdateSecretVersionStage
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: SecretsManager.UpdateSecretVersionStageInput, _ request: Authenticated
    ) throws -> Located<FoundSecret> {
        guard input.moveToVersionId != nil || input.removeFromVersionId != nil else {
            throw AWSError.invalidParameter("You must specify either MoveToVersionId or RemoveFromVersionId.")
        }
        return try SecretFinder(vault: vault).located(
            input.secretId, "UpdateSecretVersionStage", request, ["secretsmanager:VersionStage": [input.versionStage]])
    }

    func perform(
        _ input: SecretsManager.UpdateSecretVersionStageInput, _ authorized: Authorized<FoundSecret>,
        _ request: Authenticated
    ) throws -> Performed<SecretsManager.UpdateSecretVersionStageOutput> {
        let secret = authorized.target
        var record = try secret.live()
        let finder = SecretFinder(vault: vault)
        for id in [input.removeFromVersionId, input.moveToVersionId].compactMap({ $0 }) {
            guard try finder.version(id, of: record) != nil else { throw AWSError.noVersion(id: id) }
        }
        try check(input, record.value)
        if let target = input.moveToVersionId {
            try record.value.move(input.versionStage, to: target)
        } else {
            record.value.detach(input.versionStage)
        }
        record.value.changedAt = request.receivedAt.milliseconds
        let changed = record
        let kept = input.moveToVersionId.map { SecretVersionRecord.id(record.value.uid, $0) }
        return .change(SecretTrail.notes(secret)) { writer in
            // A version without labels may be removed at any time: not while it gets one.
            if let kept, try writer.revision(of: SecretVersionRecord.key(kept, in: secret.scope)) == nil {
                throw StoreError.conflict("the version")
            }
            try writer.update(changed)
            return SecretsManager.UpdateSecretVersionStageOutput(arn: secret.arn, name: secret.name)
        }
    }

    /// Source: Secrets Manager API Reference, UpdateSecretVersionStage: the version that has the label must be named.
    private func check(_ input: SecretsManager.UpdateSecretVersionStageInput, _ record: SecretRecord) throws {
        let stage = input.versionStage
        let holder = record.version(with: stage)
        if let removed = input.removeFromVersionId {
            guard let holder, holder.isExactly(removed) else {
                throw AWSError.invalidParameter(
                    "When you move staging label \(stage), if you specify RemoveFromVersionId, it must be set to the "
                        + "version that currently has the staging label \(stage).")
            }
            if stage == Stage.current, input.moveToVersionId == nil {
                throw AWSError.invalidParameter(
                    "You can only move staging label \(stage) to a different secret version. It can’t be "
                        + "completely removed."
                )
            }
        } else if let holder, let target = input.moveToVersionId, !holder.isExactly(target) {
            throw AWSError.invalidParameter(
                "The parameter RemoveFromVersionId can't be empty. Staging label \(stage) is currently attached to "
                    + "version \(holder), so you must explicitly reference that version in RemoveFromVersionId.")
        }
    }

    func trailParameters(_ input: SecretsManager.UpdateSecretVersionStageInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId), "versionStage": .string(input.versionStage),
            "removeFromVersionId": SecretTrail.text(input.removeFromVersionId),
            "moveToVersionId": SecretTrail.text(input.moveToVersionId),
        ])
    }
}
