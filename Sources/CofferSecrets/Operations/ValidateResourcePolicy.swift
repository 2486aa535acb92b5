// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Tells what is wrong with a policy without putting it on a secret.
struct ValidateResourcePolicyHandler: OperationHandler {
    typealias Operation = SecretsManager.ValidateResourcePolicy
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: SecretsManager.ValidateResourcePolicyInput, _ request: Authenticated
    ) throws -> Located<FoundSecret?> {
        guard let secretID = input.secretId else {
            return Located(
                nil,
                checks: [
                    AccessCheck(
                        action: "secretsmanager:ValidateResourcePolicy", resource: "*",
                        resourceAccount: request.scope.account)
                ])
        }
        let located = try SecretFinder(vault: vault).located(secretID, "ValidateResourcePolicy", request)
        return Located(located.target, checks: located.checks, preconditions: located.preconditions)
    }

    func perform(
        _ input: SecretsManager.ValidateResourcePolicyInput, _ authorized: Authorized<FoundSecret?>,
        _ request: Authenticated
    ) throws -> Performed<SecretsManager.ValidateResourcePolicyOutput> {
        if let secret = authorized.target { _ = try secret.live() }
        let finding = try ResourcePolicies(vault: vault).finding(input.resourcePolicy, blockingPublicAccess: true)
        return .reply(
            SecretsManager.ValidateResourcePolicyOutput(
                policyValidationPassed: finding == nil,
                validationErrors: finding.map {
                    [SecretsManager.ValidationErrorsEntry(checkName: $0.checkName, errorMessage: $0.message)]
                } ?? []),
            TrailNotes(resources: authorized.target.map { [$0.trailResource] } ?? []))
    }

    func trailParameters(_ input: SecretsManager.ValidateResourcePolicyInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": SecretTrail.text(input.secretId), "resourcePolicy": .string(input.resourcePolicy),
        ])
    }
}
