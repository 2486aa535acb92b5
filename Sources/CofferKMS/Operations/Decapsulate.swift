// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Gets a shared secret back. A forged ciphertext of the right length gives a random secret, as FIPS 203 has it.
struct Decapsulate: OperationHandler {
    typealias Operation = KMS.Decapsulate

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.DecapsulateInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:Decapsulate", request, forms: .all, tokens: input.grantTokens).located(
            "kms:Decapsulate", request, ["kms:EncapsulationAlgorithm": [input.encapsulationAlgorithm]])
    }

    func perform(
        _ input: KMS.DecapsulateInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.DecapsulateOutput> {
        let key = authorized.target.key
        try key.check(.use, request)
        try key.check(.encapsulation, for: "Decapsulate")
        try key.check(algorithm: input.encapsulationAlgorithm)
        let privateKey = try KeyCrypto(vault: keys.vault).privateKey(of: key)
        guard let secret = privateKey.decapsulate(input.sharedSecretCiphertextBlob) else {
            throw AWSError.invalidCiphertext
        }
        if input.dryRun == true { throw AWSError.dryRun }
        return .reply(
            KMS.DecapsulateOutput(
                keyId: key.arn, sharedSecret: secret, encapsulationAlgorithm: input.encapsulationAlgorithm),
            KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.DecapsulateInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encapsulationAlgorithm", input.encapsulationAlgorithm)
            .with("dryRun", input.dryRun).value
    }
}
