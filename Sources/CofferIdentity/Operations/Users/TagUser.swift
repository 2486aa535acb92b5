// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagUserHandler: OperationHandler {
    typealias Operation = IAM.TagUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.TagUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "TagUser", request)
    }

    func perform(
        _ input: IAM.TagUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.TagUserOutput> {
        guard var user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        user.value.tags = try IAMTags.merged(user.value.tags, with: input.tags)
        let changed = user
        return .change { writer in
            try writer.update(changed)
            return IAM.TagUserOutput()
        }
    }

    func trailParameters(_ input: IAM.TagUserInput) -> JSONValue? {
        ["userName": .string(input.userName)]
    }
}
