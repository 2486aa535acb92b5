// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagUserHandler: OperationHandler {
    typealias Operation = IAM.UntagUser
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UntagUserInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedUser(input.userName, "UntagUser", request)
    }

    func perform(
        _ input: IAM.UntagUserInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UntagUserOutput> {
        guard var user = authorized.target else { throw IAMDirectory.missing("user", input.userName) }
        user.value.tags = IAMTags.removed(user.value.tags, keys: input.tagKeys)
        let changed = user
        return .change { writer in
            try writer.update(changed)
            return IAM.UntagUserOutput()
        }
    }

    func trailParameters(_ input: IAM.UntagUserInput) -> JSONValue? {
        ["userName": .string(input.userName)]
    }
}
