// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// When and by what a key was last used. Every use since the key was made is known.
struct GetKeyLastUsage: OperationHandler {
    typealias Operation = KMS.GetKeyLastUsage

    let keys: KeyFinder
    var isReadOnly: Bool { true }

    func locate(_ input: KMS.GetKeyLastUsageInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:GetKeyLastUsage", request, forms: .plain).located(
            "kms:GetKeyLastUsage", request)
    }

    func perform(
        _ input: KMS.GetKeyLastUsageInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.GetKeyLastUsageOutput> {
        let key = authorized.target.key
        let use = try KeyLastUse.of(key, in: keys.vault)
        let createdAt = Timestamp(milliseconds: key.record.createdAt)
        return .reply(
            KMS.GetKeyLastUsageOutput(
                keyId: key.arn,
                keyLastUsage: KMS.KeyLastUsageData(
                    operation: use?.operation, timestamp: use?.time, cloudTrailEventId: use?.eventID,
                    kmsRequestId: use?.requestID),
                trackingStartDate: createdAt, keyCreationDate: createdAt),
            KeyTrail.notes(key))
    }

    func trailParameters(_ input: KMS.GetKeyLastUsageInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).value
    }
}
