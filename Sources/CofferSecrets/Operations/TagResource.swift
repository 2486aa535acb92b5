// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagResourceHandler: OperationHandler {
    typealias Operation = SecretsManager.TagResource
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: SecretsManager.TagResourceInput, _ request: Authenticated) throws -> Located<FoundSecret> {
        try SecretFinder(vault: vault).located(
            input.secretId, "TagResource", request, SecretTags.conditions(input.tags))
    }

    func perform(
        _ input: SecretsManager.TagResourceInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.TagResourceOutput> {
        var record = try authorized.target.live()
        record.value.tags = try SecretTags.adding(input.tags, to: record.value.tags)
        record.value.changedAt = request.receivedAt.milliseconds
        let changed = record
        return .change(TrailNotes(resources: [authorized.target.trailResource])) { writer in
            try writer.update(changed)
            return SecretsManager.TagResourceOutput()
        }
    }

    func trailParameters(_ input: SecretsManager.TagResourceInput) -> JSONValue? {
        SecretTrail.object(["secretId": .string(input.secretId), "tags": SecretTrail.tags(input.tags)])
    }
}
