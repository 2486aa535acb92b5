// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// ECDH with somebody's public key.
struct DeriveSharedSecret: OperationHandler {
    typealias Operation = KMS.DeriveSharedSecret

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    private static let action = "kms:DeriveSharedSecret"

    func locate(_ input: KMS.DeriveSharedSecretInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: Self.action, request, forms: .all, tokens: input.grantTokens).located(
            Self.action, request, ["kms:KeyAgreementAlgorithm": [input.keyAgreementAlgorithm]])
    }

    func perform(
        _ input: KMS.DeriveSharedSecretInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DeriveSharedSecretOutput> {
        let key = authorized.target.key
        if input.recipient != nil { throw AWSError.noRecipient }
        try key.check(.use, request)
        try key.check(.keyAgreement, for: "DeriveSharedSecret")
        try key.check(algorithm: input.keyAgreementAlgorithm)
        guard let pair = key.spec.pair else { throw AWSError.internalFailure }
        // AWS gives no reason for any of these.
        guard let theirs = try? PublicKey(der: input.publicKey, spec: pair),
            let secret = try KeyCrypto(vault: keys.vault).privateKey(of: key).agree(with: theirs)
        else { throw AWSError("ValidationException", nil) }
        if input.dryRun == true { throw AWSError.dryRun }
        return .reply(
            KMS.DeriveSharedSecretOutput(
                keyId: key.arn, sharedSecret: secret, keyAgreementAlgorithm: input.keyAgreementAlgorithm,
                keyOrigin: key.record.origin),
            KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.DeriveSharedSecretInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("keyAgreementAlgorithm", input.keyAgreementAlgorithm)
            .with("dryRun", input.dryRun).value
    }
}
