// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Makes a shared secret and what the key gets it back from.
struct Encapsulate: OperationHandler {
    typealias Operation = KMS.Encapsulate

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.EncapsulateInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:Encapsulate", request, forms: .all, tokens: input.grantTokens).located(
            "kms:Encapsulate", request, ["kms:EncapsulationAlgorithm": [input.encapsulationAlgorithm]])
    }

    func perform(
        _ input: KMS.EncapsulateInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.EncapsulateOutput> {
        let key = authorized.target.key
        try key.check(.use, request)
        try key.check(.encapsulation, for: "Encapsulate")
        try key.check(algorithm: input.encapsulationAlgorithm)
        if input.dryRun == true { throw AWSError.dryRun }
        guard let (secret, ciphertext) = try key.publicKey().encapsulate() else { throw AWSError.internalFailure }
        return .reply(
            KMS.EncapsulateOutput(
                keyId: key.arn, sharedSecret: secret, sharedSecretCiphertextBlob: ciphertext,
                encapsulationAlgorithm: input.encapsulationAlgorithm),
            KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.EncapsulateInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encapsulationAlgorithm", input.encapsulationAlgorithm)
            .with("dryRun", input.dryRun).value
    }
}
