// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Takes the mark for deletion away; nothing to do, and no error, where there is none.
struct RestoreSecretHandler: OperationHandler {
    typealias Operation = SecretsManager.RestoreSecret
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: SecretsManager.RestoreSecretInput, _ request: Authenticated) throws -> Located<FoundSecret> {
        try SecretFinder(vault: vault).located(input.secretId, "RestoreSecret", request)
    }

    func perform(
        _ input: SecretsManager.RestoreSecretInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.RestoreSecretOutput> {
        let secret = authorized.target
        var record = try secret.existing()
        let output = SecretsManager.RestoreSecretOutput(arn: secret.arn, name: secret.name)
        guard record.value.deletionDate != nil else { return .reply(output, SecretTrail.notes(secret)) }
        record.value.deletionDate = nil
        let changed = record
        return .change(SecretTrail.notes(secret)) { writer in
            try writer.update(changed)
            return output
        }
    }

    func trailParameters(_ input: SecretsManager.RestoreSecretInput) -> JSONValue? {
        ["secretId": .string(input.secretId)]
    }
}
