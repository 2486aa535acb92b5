// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GenerateDataKey: OperationHandler {
    typealias Operation = KMS.GenerateDataKey

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    private static let action = "kms:GenerateDataKey"

    func locate(_ input: KMS.GenerateDataKeyInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: Self.action, request, forms: .all, tokens: input.grantTokens).locatedUse(
            Self.action, request, context: input.encryptionContext, CryptoConditions.of(input.encryptionContext))
    }

    func perform(
        _ input: KMS.GenerateDataKeyInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GenerateDataKeyOutput> {
        let key = authorized.target.key
        if input.recipient != nil { throw AWSError.noRecipient }
        let size = try DataKeySize.bytes(spec: input.keySpec, count: input.numberOfBytes)
        try key.checkSealsDataKeys(for: Operation.name, what: "data key", request)
        if input.dryRun == true { throw AWSError.dryRun }
        let plaintext = SharedSecret.random(count: size)
        let blob = try KeyCrypto(vault: keys.vault).seal(plaintext, under: key, context: input.encryptionContext)
        return .reply(
            KMS.GenerateDataKeyOutput(
                ciphertextBlob: blob, plaintext: plaintext, keyId: key.arn, keyMaterialId: key.record.currentMaterial),
            KeyTrail.use(key, material: key.record.currentMaterial))
    }

    func trailParameters(_ input: KMS.GenerateDataKeyInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("keySpec", input.keySpec).with("numberOfBytes", input.numberOfBytes).with("dryRun", input.dryRun)
            .value
    }
}

/// How long a data key is to be: by its spec or in bytes, never both.
enum DataKeySize {
    static func bytes(spec: String?, count: Int?) throws -> Int {
        switch (spec, count) {
        case ("AES_256", nil): 32
        case ("AES_128", nil): 16
        case (nil, let count?): count
        default: throw AWSError.validation("Please specify either number of bytes or key spec.")
        }
    }
}

extension PreparedKey {
    /// For data keys, which symmetric encryption keys alone seal.
    func checkSealsDataKeys(for operation: String, what: String, _ request: Authenticated) throws {
        try check(.use, request)
        try check(.encryptDecrypt, for: operation)
        guard spec.isSymmetric else { throw AWSError.keyUsage("You cannot generate a \(what) with an asymmetric CMK") }
    }
}
