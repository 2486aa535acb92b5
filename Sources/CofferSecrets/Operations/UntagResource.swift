// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagResourceHandler: OperationHandler {
    typealias Operation = SecretsManager.UntagResource
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: SecretsManager.UntagResourceInput, _ request: Authenticated) throws -> Located<FoundSecret> {
        try SecretFinder(vault: vault).located(
            input.secretId, "UntagResource", request, ["aws:TagKeys": input.tagKeys])
    }

    /// Keys that the secret doesn't have are no error.
    func perform(
        _ input: SecretsManager.UntagResourceInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.UntagResourceOutput> {
        var record = try authorized.target.live()
        record.value.tags = try SecretTags.removing(input.tagKeys, from: record.value.tags)
        record.value.changedAt = request.receivedAt.milliseconds
        let changed = record
        return .change(TrailNotes(resources: [authorized.target.trailResource])) { writer in
            try writer.update(changed)
            return SecretsManager.UntagResourceOutput()
        }
    }

    func trailParameters(_ input: SecretsManager.UntagResourceInput) -> JSONValue? {
        SecretTrail.object(["secretId": .string(input.secretId), "tagKeys": SecretTrail.list(input.tagKeys)])
    }
}
