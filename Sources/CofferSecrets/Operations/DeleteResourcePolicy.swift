// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteResourcePolicyHandler: OperationHandler {
    typealias Operation = SecretsManager.DeleteResourcePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: SecretsManager.DeleteResourcePolicyInput, _ request: Authenticated
    ) throws -> Located<FoundSecret> {
        try SecretFinder(vault: vault).located(input.secretId, "DeleteResourcePolicy", request)
    }

    /// No error where the secret has no policy.
    func perform(
        _ input: SecretsManager.DeleteResourcePolicyInput, _ authorized: Authorized<FoundSecret>,
        _ request: Authenticated
    ) throws -> Performed<SecretsManager.DeleteResourcePolicyOutput> {
        let secret = authorized.target
        var record = try secret.live()
        let output = SecretsManager.DeleteResourcePolicyOutput(arn: secret.arn, name: secret.name)
        guard record.value.policy != nil else { return .reply(output, SecretTrail.notes(secret)) }
        record.value.policy = nil
        record.value.changedAt = request.receivedAt.milliseconds
        let changed = record
        return .change(SecretTrail.notes(secret)) { writer in
            try writer.update(changed)
            return output
        }
    }

    func trailParameters(_ input: SecretsManager.DeleteResourcePolicyInput) -> JSONValue? {
        ["secretId": .string(input.secretId)]
    }
}
