// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagUserHandler: OperationHandler {
    typealias Operation = IAM.TagUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.TagUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).located(UserRecord.self, input.userName, "TagUser", request, .tags(input.tags))
    }

    func perform(
        _ input: IAM.TagUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.TagUserOutput> {
        var user = try authorized.entity(input.userName)
        user.value.tags = try IAMTags.merged(user.value.tags, with: input.tags)
        return .update(user, IAM.TagUserOutput())
    }

    func trailParameters(_ input: IAM.TagUserInput) -> JSONValue? {
        .fields(("userName", input.userName), ("tags", input.tags))
    }
}
