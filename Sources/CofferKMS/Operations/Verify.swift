// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// A signature that isn't valid is an error, never a "no".
struct Verify: OperationHandler {
    typealias Operation = KMS.Verify

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.VerifyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:Verify", request, forms: .all, tokens: input.grantTokens).located(
            "kms:Verify", request, SignedMessage.conditions(input.signingAlgorithm, input.messageType))
    }

    func perform(
        _ input: KMS.VerifyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.VerifyOutput> {
        let key = authorized.target.key
        let message = try SignedMessage(
            input.message, input.messageType, input.signingAlgorithm, key, for: "Verify", request)
        let publicKey = try key.publicKey()
        let isValid = input.message.withUnsafeBytes {
            publicKey.isValid(input.signature, of: $0, message.form, as: message.algorithm)
        }
        guard isValid else { throw AWSError("KMSInvalidSignatureException", nil) }
        if input.dryRun == true { throw AWSError.dryRun }
        return .reply(
            KMS.VerifyOutput(keyId: key.arn, signatureValid: true, signingAlgorithm: input.signingAlgorithm),
            KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.VerifyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("messageType", input.messageType ?? SignedMessage.usualType)
            .with("signingAlgorithm", input.signingAlgorithm).with("dryRun", input.dryRun).value
    }
}
