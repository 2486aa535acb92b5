// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetResourcePolicyHandler: OperationHandler {
    typealias Operation = SecretsManager.GetResourcePolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: SecretsManager.GetResourcePolicyInput, _ request: Authenticated) throws -> Located<FoundSecret>
    {
        try SecretFinder(vault: vault).located(input.secretId, "GetResourcePolicy", request)
    }

    /// Without the policy's member where there is none.
    func perform(
        _ input: SecretsManager.GetResourcePolicyInput, _ authorized: Authorized<FoundSecret>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.GetResourcePolicyOutput> {
        let secret = authorized.target
        return .reply(
            SecretsManager.GetResourcePolicyOutput(
                arn: secret.arn, name: secret.name, resourcePolicy: try secret.live().value.policy.map(PolicyPrincipals(vault: vault).shown)),
            TrailNotes(resources: [secret.trailResource]))
    }

    func trailParameters(_ input: SecretsManager.GetResourcePolicyInput) -> JSONValue? {
        ["secretId": .string(input.secretId)]
    }
}
