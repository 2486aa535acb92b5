// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutResourcePolicyHandler: OperationHandler {
    typealias Operation = SecretsManager.PutResourcePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: SecretsManager.PutResourcePolicyInput, _ request: Authenticated) throws -> Located<FoundSecret>
    {
        try SecretFinder(vault: vault).located(
            input.secretId, "PutResourcePolicy", request,
            ["secretsmanager:BlockPublicPolicy": input.blockPublicPolicy.map { ["\($0)"] } ?? []])
    }

    func perform(
        _ input: SecretsManager.PutResourcePolicyInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.PutResourcePolicyOutput> {
        let secret = authorized.target
        var record = try secret.live()
        try ResourcePolicies(vault: vault).check(
            input.resourcePolicy, blockingPublicAccess: input.blockPublicPolicy ?? false)
        record.value.policy = try PolicyPrincipals(vault: vault).stored(input.resourcePolicy)
        record.value.changedAt = request.receivedAt.milliseconds
        let changed = record
        return .change(SecretTrail.notes(secret)) { writer in
            try writer.update(changed)
            return SecretsManager.PutResourcePolicyOutput(arn: secret.arn, name: secret.name)
        }
    }

    func trailParameters(_ input: SecretsManager.PutResourcePolicyInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId), "resourcePolicy": .string(input.resourcePolicy),
            "blockPublicPolicy": SecretTrail.flag(input.blockPublicPolicy),
        ])
    }
}
