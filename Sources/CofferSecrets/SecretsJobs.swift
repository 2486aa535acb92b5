// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
public import CofferPipeline
internal import CofferStore

/// What Secrets Manager does by itself as time passes.
public enum SecretsJobs {
    private static let batch = 100

    /// Deletes secrets whose recovery window is over, with the ciphertext of all their versions. Returns how many.
    ///
    /// Each deletion is an event in its secret's account, in one transaction with it (invariant 3). To be called from
    /// time to time; its cost grows only with what is due.
    public static func deleteDue(_ vault: Vault) async throws -> Int {
        var deleted = 0
        while true {
            let now = vault.clock.now()
            let due = try vault.store.read { reader in
                try reader.records(
                    kind: SecretRecord.kind, indexName: SecretRecord.deletionIndex,
                    valuesThrough: SecretRecord.sortable(now.milliseconds), limit: batch
                ).map(\.key)
            }
            let before = deleted
            for key in due where try await delete(key, at: now, vault) { deleted += 1 }
            guard due.count == batch, deleted > before else { return deleted }
        }
    }

    private static func delete(_ key: RecordKey, at now: Timestamp, _ vault: Vault) async throws -> Bool {
        let epoch = vault.epoch
        guard let secret = try vault.load(SecretRecord.self, key.id, in: key.scope), isDue(secret.value, at: now)
        else { return false }
        let event = event(secret, at: now)
        do {
            try await vault.commits.submit(
                CommitQueue.Submission(
                    preconditions: [secret.precondition], epoch: epoch,
                    effect: { writer in
                        try VersionRetention.removeAll(of: secret.value, in: key.scope, writer)
                        try writer.remove(secret)
                        return [event]
                    }))
            return true
        } catch is CommitQueue.Moved {
            // Restored or deleted meanwhile; if it is still due, the next run finds it.
            return false
        }
    }

    private static func isDue(_ secret: SecretRecord, at now: Timestamp) -> Bool {
        secret.deletionDate.map { $0 <= now.milliseconds } ?? false
    }

    /// The service's own event: nobody called. One for all versions of the secret, where AWS writes one for each.
    ///
    /// Source of the name: Secrets Manager User Guide, "Logging AWS Secrets Manager events with AWS CloudTrail".
    private static func event(_ secret: Versioned<SecretRecord>, at now: Timestamp) -> TrailRecord {
        let scope = secret.key.scope
        let source = SecretsManager.service.eventSource
        let arn = secret.value.arn(in: scope).description
        var event = TrailEvent(
            time: now, eventID: UniqueID.uuid(), source: source, name: "EndSecretVersionDelete",
            region: scope.region.description,
            sourceAddress: source, userAgent: source,
            identity: TrailIdentity(
                type: "AWSService", principalID: source, arn: source, accountID: scope.account.description),
            requestID: UniqueID.uuid(), isReadOnly: false, recipientAccountID: scope.account.description)
        event.invokedBy = source
        event.additional = ["secretId": .string(arn)]
        event.resources = [
            TrailResource(arn: arn, accountID: scope.account.description, type: "AWS::SecretsManager::Secret")
        ]
        return TrailRecord(scope: scope, time: now, eventID: event.eventID, document: event.encoded())
    }
}
