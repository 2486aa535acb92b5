// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The versions of a secret, oldest first; those without labels only where they are asked for.
struct ListSecretVersionIdsHandler: OperationHandler {
    typealias Operation = SecretsManager.ListSecretVersionIds
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: SecretsManager.ListSecretVersionIdsInput) -> Workload { .scanning }
    private static let batch = 100
    /// What AWS calls `alias/aws/secretsmanager` in this list.
    private static let defaultKey = "DefaultEncryptionKey"

    func locate(
        _ input: SecretsManager.ListSecretVersionIdsInput, _ request: Authenticated
    ) throws -> Located<FoundSecret> {
        try SecretFinder(vault: vault).located(input.secretId, "ListSecretVersionIds", request)
    }

    /// Secrets that are marked for deletion answer as well.
    func perform(
        _ input: SecretsManager.ListSecretVersionIdsInput, _ authorized: Authorized<FoundSecret>,
        _ request: Authenticated
    ) throws -> Performed<SecretsManager.ListSecretVersionIdsOutput> {
        let secret = authorized.target
        let record = try secret.existing().value
        let place = try SecretPage.position(
            input.nextToken, for: Operation.name, about: record.uid, request, vault.keyring)
        let all = try versions(of: record, in: secret.scope, includeDeprecated: input.includeDeprecated ?? false)
        let rest = all.filter { version in place.map { $0 < version.place } ?? true }.sorted { $0.place < $1.place }
        let page = rest.prefix(input.maxResults ?? 100)
        let next = page.count < rest.count ? page.last?.place : nil
        return .reply(
            SecretsManager.ListSecretVersionIdsOutput(
                versions: page.map(\.entry),
                nextToken: next?.token(for: Operation.name, about: record.uid, request, vault.keyring), arn: secret.arn,
                name: secret.name),
            TrailNotes(resources: [secret.trailResource]))
    }

    private struct Version {
        let place: SecretPage
        let entry: SecretsManager.SecretVersionsListEntry
    }

    private func versions(of secret: SecretRecord, in scope: Scope, includeDeprecated: Bool) throws -> [Version] {
        try vault.store.read { reader in
            guard includeDeprecated else {
                return try secret.labelled.compactMap { labelled in
                    try reader.load(
                        SecretVersionRecord.self, SecretVersionRecord.id(secret.uid, labelled.id), in: scope
                    )
                    .map { version($0.value, labelled.stages) }
                }
            }
            var versions: [Version] = []
            var after: String?
            while true {
                let batch = try reader.list(
                    SecretVersionRecord.self, in: scope, where: SecretVersionRecord.index(secret.uid), after: after,
                    limit: Self.batch)
                versions += batch.map { version($0.value, secret.stages(of: $0.value.versionID)) }
                guard batch.count == Self.batch else { return versions }
                after = batch.last?.value.id
            }
        }
    }

    private func version(_ record: SecretVersionRecord, _ stages: [String]) -> Version {
        Version(
            place: SecretPage(value: SecretRecord.sortable(record.createdAt), name: record.versionID),
            entry: SecretsManager.SecretVersionsListEntry(
                versionId: record.versionID, versionStages: stages.isEmpty ? nil : stages,
                lastAccessedDate: record.accessedDay.map { Timestamp(milliseconds: $0) },
                createdDate: Timestamp(milliseconds: record.createdAt),
                kmsKeyIds: [record.kmsKeyID ?? Self.defaultKey]))
    }

    func trailParameters(_ input: SecretsManager.ListSecretVersionIdsInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId), "maxResults": SecretTrail.number(input.maxResults),
            "includeDeprecated": SecretTrail.flag(input.includeDeprecated),
        ])
    }
}
