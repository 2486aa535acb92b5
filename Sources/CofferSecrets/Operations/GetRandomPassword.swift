// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetRandomPasswordHandler: OperationHandler {
    typealias Operation = SecretsManager.GetRandomPassword
    let isReadOnly = true

    func locate(
        _ input: SecretsManager.GetRandomPasswordInput, _ request: Authenticated
    ) throws -> Located<RandomPassword> {
        Located(
            try RandomPassword(input),
            checks: [
                AccessCheck(
                    action: "secretsmanager:GetRandomPassword", resource: "*", resourceAccount: request.scope.account)
            ])
    }

    func perform(
        _ input: SecretsManager.GetRandomPasswordInput, _ authorized: Authorized<RandomPassword>,
        _ request: Authenticated
    ) throws -> Performed<SecretsManager.GetRandomPasswordOutput> {
        .reply(SecretsManager.GetRandomPasswordOutput(randomPassword: authorized.target.make()))
    }

    func trailParameters(_ input: SecretsManager.GetRandomPasswordInput) -> JSONValue? {
        SecretTrail.object([
            "passwordLength": SecretTrail.number(input.passwordLength),
            "excludeNumbers": SecretTrail.flag(input.excludeNumbers),
            "excludePunctuation": SecretTrail.flag(input.excludePunctuation),
            "excludeUppercase": SecretTrail.flag(input.excludeUppercase),
            "excludeLowercase": SecretTrail.flag(input.excludeLowercase),
            "includeSpace": SecretTrail.flag(input.includeSpace),
            "requireEachIncludedType": SecretTrail.flag(input.requireEachIncludedType),
        ])
    }
}
