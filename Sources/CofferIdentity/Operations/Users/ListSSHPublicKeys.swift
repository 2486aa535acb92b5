// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Keys for CodeCommit, which is no part of Coffer. A user has none.
struct ListSSHPublicKeysHandler: OperationHandler {
    typealias Operation = IAM.ListSSHPublicKeys
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListSSHPublicKeysInput, _ request: Authenticated
    ) throws -> Located<Versioned<UserRecord>?> {
        try IAMDirectory(vault: vault).locatedSelf(input.userName, "ListSSHPublicKeys", request)
    }

    func perform(
        _ input: IAM.ListSSHPublicKeysInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListSSHPublicKeysOutput> {
        if let name = input.userName { _ = try authorized.entity(name) }
        return .reply(IAM.ListSSHPublicKeysOutput(sshPublicKeys: [], isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListSSHPublicKeysInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
