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
        return try directory.located(
            UserRecord.self, try directory.userName(input.userName, request), "ListAccessKeys", request)
    }

    func perform(
        _ input: IAM.ListAccessKeysInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListAccessKeysOutput> {
        let user = try authorized.entity(input.userName ?? "")
        let index = IndexEntry(name: "user", value: user.value.name)
        let page = try IAMPage.records(
            AccessKeyRecord.self, marker: input.marker, limit: input.maxItems, vault, request, index: index
        ) { key in
            IAM.AccessKeyMetadata(
                userName: user.value.name, accessKeyId: key.id, status: key.isActive ? "Active" : "Inactive",
                createDate: Timestamp(milliseconds: key.createdAt))
        }
        return .reply(
            IAM.ListAccessKeysOutput(
                accessKeyMetadata: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListAccessKeysInput) -> JSONValue? {
        .fields(("userName", input.userName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
