// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteAccessKeyHandler: OperationHandler {
    typealias Operation = IAM.DeleteAccessKey
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteAccessKeyInput, _ request: Authenticated) throws -> Located<AccessKeyTarget?> {
        try IAMDirectory(vault: vault).locatedKey(input.accessKeyId, of: input.userName, "DeleteAccessKey", request)
    }

    func perform(
        _ input: IAM.DeleteAccessKeyInput, _ authorized: Authorized<AccessKeyTarget?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteAccessKeyOutput> {
        let key = try authorized.target.key(input.accessKeyId, of: input.userName)
        return .change { writer in
            try writer.remove(key)
            try LastUse.forget(accessKey: key.value.id, writer)
            return IAM.DeleteAccessKeyOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteAccessKeyInput) -> JSONValue? {
        .fields(("userName", input.userName), ("accessKeyId", input.accessKeyId))
    }
}
