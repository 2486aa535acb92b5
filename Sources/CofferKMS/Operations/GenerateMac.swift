// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

struct GenerateMac: OperationHandler {
    typealias Operation = KMS.GenerateMac

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.GenerateMacInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:GenerateMac", request, forms: .all, tokens: input.grantTokens).located(
            "kms:GenerateMac", request, ["kms:MacAlgorithm": [input.macAlgorithm]])
    }

    func perform(
        _ input: KMS.GenerateMacInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GenerateMacOutput> {
        let key = authorized.target.key
        let algorithm = try key.macAlgorithm(input.macAlgorithm, for: "GenerateMac", request)
        if input.dryRun == true { throw AWSError.dryRun }
        let secret = try KeyCrypto(vault: keys.vault).currentSecret(of: key)
        let mac = input.message.withUnsafeBytes { algorithm.code(key: secret, $0) }
        return .reply(
            KMS.GenerateMacOutput(mac: mac, macAlgorithm: input.macAlgorithm, keyId: key.arn), KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.GenerateMacInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("macAlgorithm", input.macAlgorithm)
            .with("dryRun", input.dryRun).value
    }
}

extension PreparedKey {
    /// The algorithm, where the key can be used with it now.
    func macAlgorithm(_ name: String, for operation: String, _ request: Authenticated) throws -> HMACAlgorithm {
        try check(.use, request)
        try check(.mac, for: operation)
        try check(algorithm: name)
        guard case .hmac(let algorithm) = spec else { throw AWSError.internalFailure }
        return algorithm
    }
}
