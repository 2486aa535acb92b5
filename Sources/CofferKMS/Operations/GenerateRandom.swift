// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GenerateRandom: OperationHandler {
    typealias Operation = KMS.GenerateRandom

    var isReadOnly: Bool { true }

    func locate(_ input: KMS.GenerateRandomInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [.account("kms:GenerateRandom", request)])
    }

    func perform(
        _ input: KMS.GenerateRandomInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<KMS.GenerateRandomOutput> {
        if input.recipient != nil { throw AWSError.noRecipient }
        if let id = input.customKeyStoreId { throw AWSError.noCustomKeyStore(id) }
        guard let count = input.numberOfBytes else { throw AWSError.validation("NumberOfBytes is required.") }
        return .reply(KMS.GenerateRandomOutput(plaintext: .random(count: count)))
    }

    /// CloudTrail shows none.
    func trailParameters(_ input: KMS.GenerateRandomInput) -> JSONValue? { nil }
}
