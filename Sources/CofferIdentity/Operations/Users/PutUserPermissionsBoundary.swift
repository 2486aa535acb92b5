// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutUserPermissionsBoundaryHandler: OperationHandler {
    typealias Operation = IAM.PutUserPermissionsBoundary
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.PutUserPermissionsBoundaryInput, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<UserRecord>> {
        try IAMDirectory(vault: vault).locatedBoundary(
            UserRecord.self, input.userName, input.permissionsBoundary, "PutUserPermissionsBoundary", request)
    }

    func perform(
        _ input: IAM.PutUserPermissionsBoundaryInput, _ authorized: Authorized<PolicyAttachment<UserRecord>>,
        _ request: Authenticated
    ) throws -> Performed<IAM.PutUserPermissionsBoundaryOutput> {
        .update(try authorized.target.bounding(input.userName), IAM.PutUserPermissionsBoundaryOutput())
    }

    func trailParameters(_ input: IAM.PutUserPermissionsBoundaryInput) -> JSONValue? {
        .fields(("userName", input.userName), ("permissionsBoundary", input.permissionsBoundary))
    }
}
