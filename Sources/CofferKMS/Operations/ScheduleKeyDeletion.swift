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
        let found = try keys.find(input.keyId, for: "kms:ScheduleKeyDeletion", request, forms: .plain)
        var conditions = try KeyLastUse.conditions(found.key, in: keys.vault, request)
        conditions["kms:ScheduleKeyDeletionPendingWindowInDays"] = [
            String(input.pendingWindowInDays ?? Self.usualWindow)
        ]
        let all = conditions
        return found.located("kms:ScheduleKeyDeletion", request, all)
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
        try key.check(.scheduleDeletion, request)
        let window = input.pendingWindowInDays ?? Self.usualWindow
        // A primary waits until its replicas are gone; only then do its own days begin.
        let hasReplicas = !key.isReplica && key.record.multiRegion?.replicas.isEmpty == false
        let state = hasReplicas ? KeyState.pendingReplicaDeletion : .pendingDeletion
        let date = hasReplicas ? nil : request.receivedAt + .days(window)
        let changed = key.changed {
            $0.state = state
            $0.deletionDate = date?.milliseconds
            $0.pendingWindowInDays = hasReplicas ? window : nil
        }
        var members: [(name: String, value: JSONValue)] = [(name: "keyState", value: .string(state.rawValue))]
        if let date { members.append((name: "deletionDate", value: KeyTrail.date(date.milliseconds))) }
        members.append((name: "pendingWindowInDays", value: .integer(Int64(window))))
        return .change(KeyTrail.change(key, members)) { writer in
            try writer.update(changed)
            return KMS.ScheduleKeyDeletionOutput(
                keyId: key.arn, deletionDate: date, keyState: state.rawValue, pendingWindowInDays: window)
        }
    }

    func trailParameters(_ input: KMS.ScheduleKeyDeletionInput) -> JSONValue? {
        TrailParameters().with("keyId", input.keyId).with("pendingWindowInDays", input.pendingWindowInDays).value
    }
}
