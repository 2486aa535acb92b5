// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagUserHandler: OperationHandler {
    typealias Operation = IAM.UntagUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UntagUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(
            UserRecord.self, input.userName, "UntagUser", request, .tagKeys(input.tagKeys))
    }

    func perform(
        _ input: IAM.UntagUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UntagUserOutput> {
        var user = try authorized.entity(input.userName)
        user.value.tags = IAMTags.removed(user.value.tags, keys: input.tagKeys)
        return .update(user, IAM.UntagUserOutput())
    }

    func trailParameters(_ input: IAM.UntagUserInput) -> JSONValue? {
        .fields(("userName", input.userName), ("tagKeys", input.tagKeys))
    }
}
