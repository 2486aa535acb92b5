// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Hands out a public key to encrypt key material for, and the token that goes with it.
struct GetParametersForImport: OperationHandler {
    typealias Operation = KMS.GetParametersForImport

    let keys: KeyFinder
    var isReadOnly: Bool { true }
    /// An RSA key is made.
    func workload(_ input: KMS.GetParametersForImportInput) -> Workload { .computing }

    func locate(_ input: KMS.GetParametersForImportInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:GetParametersForImport", request, forms: .plain).located(
            "kms:GetParametersForImport", request,
            ["kms:WrappingAlgorithm": [input.wrappingAlgorithm], "kms:WrappingKeySpec": [input.wrappingKeySpec]])
    }

    func perform(
        _ input: KMS.GetParametersForImportInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GetParametersForImportOutput> {
        let key = authorized.target.key
        try key.check(.external)
        try key.check(.importParameters, request)
        let wrapping = try ImportWrapping(input.wrappingAlgorithm, input.wrappingKeySpec, for: key.spec)
        let made = try ImportToken.make(
            for: key, wrapping, algorithm: input.wrappingAlgorithm, at: request.receivedAt, keys.vault.keyring)
        return .reply(
            KMS.GetParametersForImportOutput(
                keyId: key.arn, importToken: made.token, publicKey: SharedSecret(copying: made.publicKey),
                parametersValidTo: made.expiresAt),
            KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.GetParametersForImportInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("wrappingAlgorithm", input.wrappingAlgorithm)
            .with("wrappingKeySpec", input.wrappingKeySpec).value
    }
}
