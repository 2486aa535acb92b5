// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DescribeSecretHandler: OperationHandler {
    typealias Operation = SecretsManager.DescribeSecret
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: SecretsManager.DescribeSecretInput, _ request: Authenticated) throws -> Located<FoundSecret> {
        try SecretFinder(vault: vault).located(input.secretId, "DescribeSecret", request)
    }

    /// Secrets that are marked for deletion are described as well.
    func perform(
        _ input: SecretsManager.DescribeSecretInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.DescribeSecretOutput> {
        let secret = try authorized.target.existing().value
        var output = SecretsManager.DescribeSecretOutput(arn: authorized.target.arn, name: secret.name)
        output.type = secret.type
        output.description = secret.description
        output.kmsKeyId = secret.kmsKeyID
        output.lastChangedDate = Timestamp(milliseconds: secret.changedAt)
        output.lastAccessedDate = secret.accessedDay.map { Timestamp(milliseconds: $0) }
        output.deletedDate = secret.deletionDate.map { Timestamp(milliseconds: $0) }
        output.tags = SecretTags.shapes(secret.tags)
        output.versionIdsToStages = secret.versionsToStages
        output.createdDate = Timestamp(milliseconds: secret.createdAt)
        return .reply(output, TrailNotes(resources: [authorized.target.trailResource]))
    }

    func trailParameters(_ input: SecretsManager.DescribeSecretInput) -> JSONValue? {
        ["secretId": .string(input.secretId)]
    }
}

extension SecretRecord {
    /// Nil rather than empty: AWS leaves the member out for a secret without versions.
    var versionsToStages: [String: [String]]? {
        labelled.isEmpty ? nil : Dictionary(labelled.map { ($0.id, $0.stages) }) { first, _ in first }
    }
}
