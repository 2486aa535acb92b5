// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The key serves nobody from now on, and is destroyed when the window is over.
struct ScheduleKeyDeletion: OperationHandler {
    typealias Operation = KMS.ScheduleKeyDeletion

    let keys: KeyFinder
    var isReadOnly: Bool { false }

    func locate(_ input: KMS.ScheduleKeyDeletionInput, _ request: Authenticated) throws -> Located<FoundKey> {
        try checkWindow(input.pendingWindowInDays)
        return try keys.find(input.keyId, for: "kms:ScheduleKeyDeletion", request, forms: .plain).located(
            "kms:ScheduleKeyDeletion", request,
            ["kms:ScheduleKeyDeletionPendingWindowInDays": [String(input.pendingWindowInDays ?? Self.usualWindow)]])
    }

    private static let usualWindow = 30

    /// The model says 1 to 365; the service takes 7 to 30.
    private func checkWindow(_ days: Int?) throws {
        guard let days else { return }
        if days < 7 {
            throw AWSError.constraint(
                days, at: "pendingWindowInDays", "Member must have value greater than or equal to 7")
        }
        if days > 30 {
            throw AWSError.constraint(
                days, at: "pendingWindowInDays", "Member must have value less than or equal to 30")
        }
    }

    func perform(
        _ input: KMS.ScheduleKeyDeletionInput, _ authorized: Authorized<FoundKey>, _ request: Authenticated
    ) throws -> Performed<KMS.ScheduleKeyDeletionOutput> {
        let key = authorized.target.key
        try key.check(.scheduleDeletion)
        let window = input.pendingWindowInDays ?? Self.usualWindow
        let date = request.receivedAt + .days(window)
        let changed = key.changed {
            $0.state = .pendingDeletion
            $0.deletionDate = date.milliseconds
        }
        let notes = KeyTrail.change(
            key,
            [
                (name: "keyState", value: .string(KeyState.pendingDeletion.rawValue)),
                (name: "deletionDate", value: KeyTrail.date(date.milliseconds)),
                (name: "pendingWindowInDays", value: .integer(Int64(window))),
            ])
        return .change(notes) { writer in
            try writer.update(changed)
            return KMS.ScheduleKeyDeletionOutput(
                keyId: key.arn, deletionDate: date, keyState: KeyState.pendingDeletion.rawValue,
                pendingWindowInDays: window)
        }
    }

    func trailParameters(_ input: KMS.ScheduleKeyDeletionInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("pendingWindowInDays", input.pendingWindowInDays).value
    }
}
