// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UpdateAccessKeyHandler: OperationHandler {
    typealias Operation = IAM.UpdateAccessKey
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UpdateAccessKeyInput, _ request: Authenticated) throws -> Located<AccessKeyTarget?> {
        try IAMDirectory(vault: vault).locatedKey(input.accessKeyId, of: input.userName, "UpdateAccessKey", request)
    }

    func perform(
        _ input: IAM.UpdateAccessKeyInput, _ authorized: Authorized<AccessKeyTarget?>, _ request: Authenticated
    ) throws -> Performed<IAM.UpdateAccessKeyOutput> {
        var key = try authorized.target.key(input.accessKeyId, of: input.userName)
        // The model knows `Expired`, too: in answers alone.
        guard input.status != "Expired" else {
            throw AWSError(
                "ValidationError",
                "1 validation error detected: Value at 'status' failed to satisfy constraint: "
                    + "Member must satisfy enum value set")
        }
        key.value.isActive = input.status == "Active"
        return .update(key, IAM.UpdateAccessKeyOutput())
    }

    func trailParameters(_ input: IAM.UpdateAccessKeyInput) -> JSONValue? {
        .fields(("userName", input.userName), ("accessKeyId", input.accessKeyId), ("status", input.status))
    }
}
