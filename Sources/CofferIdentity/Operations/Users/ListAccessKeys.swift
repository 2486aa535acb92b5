// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListAccessKeysHandler: OperationHandler {
    typealias Operation = IAM.ListAccessKeys
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListAccessKeysInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        let directory = IAMDirectory(vault: vault)
        return try directory.locatedUser(try directory.userName(input.userName, request), "ListAccessKeys", request)
    }

    func perform(
        _ input: IAM.ListAccessKeysInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListAccessKeysOutput> {
        guard let user = authorized.target else { throw IAMDirectory.missing("user", input.userName ?? "") }
        let index = IndexEntry(name: "user", value: user.value.name)
        let keys = try vault.store.read {
            try $0.list(AccessKeyRecord.self, in: user.key.scope, where: index, after: nil, limit: 2)
        }
        let metadata = keys.map { key in
            IAM.AccessKeyMetadata(
                userName: user.value.name, accessKeyId: key.value.id, status: key.value.isActive ? "Active" : "Inactive",
                createDate: Timestamp(milliseconds: key.value.createdAt))
        }
        return .reply(IAM.ListAccessKeysOutput(accessKeyMetadata: metadata, isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListAccessKeysInput) -> JSONValue? { input.userName.map { ["userName": .string($0)] } }
}
