// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Needs `secretsmanager:GetSecretValue` on the secret and `kms:Decrypt` on its key.
struct GetSecretValueHandler: OperationHandler {
    typealias Operation = SecretsManager.GetSecretValue
    let vault: Vault
    let sealer: SecretSealer
    let isReadOnly = true

    func locate(_ input: SecretsManager.GetSecretValueInput, _ request: Authenticated) throws -> Located<ValueReading> {
        try ValueReading.locate(
            input.secretId, versionID: input.versionId, stage: input.versionStage, SecretFinder(vault: vault), sealer,
            request)
    }

    func perform(
        _ input: SecretsManager.GetSecretValueInput, _ authorized: Authorized<ValueReading>, _ request: Authenticated
    ) throws -> Performed<SecretsManager.GetSecretValueOutput> {
        let reading = authorized.target
        let opened = try reading.open(sealer, request)
        let output = SecretsManager.GetSecretValueOutput(
            arn: reading.secret.arn, name: reading.secret.name, versionId: opened.versionID,
            secretBinary: opened.isBinary ? opened.value : nil, secretString: opened.isBinary ? nil : opened.value,
            versionStages: opened.stages, createdDate: opened.createdAt)
        let notes = TrailNotes(resources: [reading.secret.trailResource], onBehalf: reading.events(sealer))
        guard !opened.touched.isEmpty else { return .reply(output, notes) }
        return .change(notes) { writer in
            try opened.touched.write(writer)
            return output
        }
    }

    func trailParameters(_ input: SecretsManager.GetSecretValueInput) -> JSONValue? {
        SecretTrail.object([
            "secretId": .string(input.secretId), "versionId": SecretTrail.text(input.versionId),
            "versionStage": SecretTrail.text(input.versionStage),
        ])
    }
}
