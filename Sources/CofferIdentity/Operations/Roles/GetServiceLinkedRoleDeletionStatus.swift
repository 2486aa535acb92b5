// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetServiceLinkedRoleDeletionStatusHandler: OperationHandler {
    typealias Operation = IAM.GetServiceLinkedRoleDeletionStatus
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.GetServiceLinkedRoleDeletionStatusInput, _ request: Authenticated
    ) throws -> Located<Void> {
        let role = DeletionTask(id: input.deletionTaskId).role
        return Located((), checks: [request.check("iam:GetServiceLinkedRoleDeletionStatus", on: "role\(role)")])
    }

    func perform(
        _ input: IAM.GetServiceLinkedRoleDeletionStatusInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.GetServiceLinkedRoleDeletionStatusOutput> {
        let setting = DeletionTask(id: input.deletionTaskId).setting(in: request.scope.global)
        guard let status = try vault.store.read({ try $0.setting(setting) }) else {
            throw AWSError.missing("The deletion task with id \(input.deletionTaskId) cannot be found.")
        }
        return .reply(IAM.GetServiceLinkedRoleDeletionStatusOutput(status: String(decoding: status, as: UTF8.self)))
    }

    func trailParameters(_ input: IAM.GetServiceLinkedRoleDeletionStatusInput) -> JSONValue? {
        .fields(("deletionTaskId", input.deletionTaskId))
    }
}
