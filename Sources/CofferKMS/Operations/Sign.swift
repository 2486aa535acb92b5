// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

struct Sign: OperationHandler {
    typealias Operation = KMS.Sign

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.SignInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:Sign", request, forms: .all, tokens: input.grantTokens).located(
            "kms:Sign", request, SignedMessage.conditions(input.signingAlgorithm, input.messageType))
    }

    func perform(
        _ input: KMS.SignInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.SignOutput> {
        let key = authorized.target.key
        let message = try SignedMessage(
            input.message, input.messageType, input.signingAlgorithm, key, for: "Sign", request)
        if input.dryRun == true { throw AWSError.dryRun }
        let privateKey = try KeyCrypto(vault: keys.vault).privateKey(of: key)
        guard
            let signature = input.message.withUnsafeBytes({
                privateKey.sign($0, message.form, as: message.algorithm)
            })
        else { throw AWSError.internalFailure }
        return .reply(
            KMS.SignOutput(keyId: key.arn, signature: signature, signingAlgorithm: input.signingAlgorithm),
            KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.SignInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("messageType", input.messageType ?? SignedMessage.usualType)
            .with("signingAlgorithm", input.signingAlgorithm).with("dryRun", input.dryRun).value
    }
}

/// A message that Sign and Verify may take: its type goes with the key and the algorithm, its length with both.
struct SignedMessage: Sendable {
    let algorithm: SigningAlgorithm
    let form: MessageForm

    static let usualType = "RAW"

    init(
        _ message: SharedSecret, _ type: String?, _ algorithmName: String, _ key: PreparedKey, for operation: String,
        _ request: Authenticated
    ) throws {
        try key.check(.use, request)
        try key.check(.signVerify, for: operation)
        try key.check(algorithm: algorithmName)
        guard let algorithm = SigningAlgorithm(rawValue: algorithmName) else { throw AWSError.internalFailure }
        let type = type ?? Self.usualType
        let fitsKey = type == "RAW" || (type == "DIGEST") == (algorithm != .mlDSA)
        guard fitsKey else {
            throw AWSError.validation("Message type \(type) is incompatible with key spec \(key.spec.name).")
        }
        switch (type, algorithm) {
        case ("RAW", .ed25519ph), ("DIGEST", .ed25519):
            throw AWSError.validation("Message type \(type) is incompatible with algorithm \(algorithmName).")
        case ("DIGEST", _):
            // Ed25519ph hashes what it is given once more, and takes a SHA-512 digest.
            guard message.count == (algorithm.digest ?? .sha512).count else {
                throw AWSError.validation("Digest is invalid length for algorithm \(algorithmName).")
            }
            form = .digest
        case ("EXTERNAL_MU", _):
            guard message.count == 64 else {
                throw AWSError.validation("External Mu is invalid length for algorithm \(algorithmName).")
            }
            throw AWSError.unsupported(
                "The message type EXTERNAL_MU is not supported: pass the message itself with the type RAW.")
        default: form = .raw
        }
        self.algorithm = algorithm
    }

    static func conditions(_ algorithm: String, _ type: String?) -> [ExactString: [String]] {
        ["kms:SigningAlgorithm": [algorithm], "kms:MessageType": [type ?? usualType]]
    }
}
