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
        var key = try IAMDirectory.found(authorized.target, input.accessKeyId, input.userName)
        key.value.isActive = input.status == "Active"
        let changed = key
        return .change { writer in
            try writer.update(changed)
            return IAM.UpdateAccessKeyOutput()
        }
    }

    func trailParameters(_ input: IAM.UpdateAccessKeyInput) -> JSONValue? {
        ["accessKeyId": .string(input.accessKeyId), "status": .string(input.status)]
    }
}
