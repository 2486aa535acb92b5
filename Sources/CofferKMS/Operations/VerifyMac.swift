// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// A code that isn't valid is an error, never a "no".
struct VerifyMac: OperationHandler {
    typealias Operation = KMS.VerifyMac

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.VerifyMacInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:VerifyMac", request, forms: .all, tokens: input.grantTokens).located(
            "kms:VerifyMac", request, ["kms:MacAlgorithm": [input.macAlgorithm]])
    }

    func perform(
        _ input: KMS.VerifyMacInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.VerifyMacOutput> {
        let key = authorized.target.key
        let algorithm = try key.macAlgorithm(input.macAlgorithm, for: "VerifyMac", request)
        let secret = try KeyCrypto(vault: keys.vault).currentSecret(of: key)
        guard input.message.withUnsafeBytes({ algorithm.isValid(input.mac, key: secret, $0) }) else {
            throw AWSError("KMSInvalidMacException", nil)
        }
        if input.dryRun == true { throw AWSError.dryRun }
        return .reply(
            KMS.VerifyMacOutput(keyId: key.arn, macValid: true, macAlgorithm: input.macAlgorithm), KeyTrail.use(key))
    }

    func trailParameters(_ input: KMS.VerifyMacInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("macAlgorithm", input.macAlgorithm)
            .with("dryRun", input.dryRun).value
    }
}
