// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Rotates the key by itself from now on, once each period.
struct EnableKeyRotation: OperationHandler {
    typealias Operation = KMS.EnableKeyRotation

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.EnableKeyRotationInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try keys.find(input.keyId, for: "kms:EnableKeyRotation", request, forms: .plain).located(
            "kms:EnableKeyRotation", request,
            ["kms:RotationPeriodInDays": [String(input.rotationPeriodInDays ?? RotationSchedule.usualPeriod)]])
    }

    func perform(
        _ input: KMS.EnableKeyRotationInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.EnableKeyRotationOutput> {
        let key = authorized.target.key
        try key.check(.kms)
        try key.check(.rotationSetting, request)
        try key.checkIsSymmetric()
        try key.checkIsNoReplica(for: Operation.name)
        let rotation = RotationSchedule.starting(
            period: input.rotationPeriodInDays, was: key.record.rotation, at: request.receivedAt)
        let changed = key.changed { $0.rotation = rotation }
        return .change(KeyTrail.change(key)) { writer in
            try writer.update(changed)
            return KMS.EnableKeyRotationOutput()
        }
    }

    func trailParameters(_ input: KMS.EnableKeyRotationInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("rotationPeriodInDays", input.rotationPeriodInDays).value
    }
}

/// When a key rotates by itself.
enum RotationSchedule {
    static let usualPeriod = 365

    /// Turning on what is on only changes the period; the days count from now.
    static func starting(period: Int?, was: KeyRecord.Rotation?, at now: Timestamp) -> KeyRecord.Rotation {
        let days = period ?? was?.periodInDays ?? usualPeriod
        if let was, was.periodInDays == days { return was }
        return KeyRecord.Rotation(periodInDays: days, nextAt: (now + .days(days)).milliseconds)
    }
}
