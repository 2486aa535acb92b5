// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// Makes a key pair for use outside, its private key sealed and in the clear.
struct GenerateDataKeyPair: OperationHandler {
    typealias Operation = KMS.GenerateDataKeyPair

    let keys: KeyFinder
    var isReadOnly: Bool { true }
    func workload(_ input: KMS.GenerateDataKeyPairInput) -> Workload { DataKeyPair.workload(input.keyPairSpec) }

    private static let action = "kms:GenerateDataKeyPair"

    func locate(
        _ input: KMS.GenerateDataKeyPairInput, _ request: Authenticated
    ) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: Self.action, request, forms: .all, tokens: input.grantTokens).locatedUse(
            Self.action, request, context: input.encryptionContext,
            CryptoConditions.of(input.encryptionContext, ["kms:DataKeyPairSpec": [input.keyPairSpec]]))
    }

    func perform(
        _ input: KMS.GenerateDataKeyPairInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GenerateDataKeyPairOutput> {
        let key = authorized.target.key
        if input.recipient != nil { throw AWSError.noRecipient }
        try key.checkSealsDataKeys(for: Operation.name, what: "data key pair", request)
        let spec = try DataKeyPair.spec(input.keyPairSpec, in: key.scope)
        if input.dryRun == true { throw AWSError.dryRun }
        let pair = try DataKeyPair(spec, sealedUnder: key, context: input.encryptionContext, keys.vault)
        return .reply(
            KMS.GenerateDataKeyPairOutput(
                privateKeyCiphertextBlob: pair.blob, privateKeyPlaintext: pair.privateKey, publicKey: pair.publicKey,
                keyId: key.arn, keyPairSpec: spec.rawValue, keyMaterialId: key.record.currentMaterial),
            KeyTrail.use(key, material: key.record.currentMaterial))
    }

    func trailParameters(_ input: KMS.GenerateDataKeyPairInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("encryptionContext", input.encryptionContext)
            .with("keyPairSpec", input.keyPairSpec).with("dryRun", input.dryRun).value
    }
}

/// A key pair for use outside, its private key sealed.
struct DataKeyPair {
    let privateKey: SharedSecret
    let publicKey: [UInt8]
    let blob: [UInt8]

    init(_ spec: KeyPairSpec, sealedUnder key: PreparedKey, context: [String: String]?, _ vault: Vault) throws {
        (privateKey, publicKey) = PrivateKey.generate(spec)
        blob = try KeyCrypto(vault: vault).seal(privateKey, under: key, context: context)
    }

    /// Looking for the primes of an RSA key takes long.
    static func workload(_ spec: String) -> Workload { spec.hasPrefix("RSA_") ? .computing : .brief }

    /// Throws UnsupportedOperationException for pairs that aren't offered here.
    static func spec(_ name: String, in scope: Scope) throws -> KeyPairSpec {
        guard let spec = KeyPairSpec(rawValue: name), spec != .sm2 || scope.partition == .china else {
            throw AWSError.unsupported("Data key pairs of the KeyPairSpec \(name) are not supported in \(scope.region).")
        }
        return spec
    }
}
