// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

struct CreateAccessKeyHandler: OperationHandler {
    typealias Operation = IAM.CreateAccessKey
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateAccessKeyInput, _ request: Authenticated) throws -> Located<Versioned<UserRecord>?> {
        let directory = IAMDirectory(vault: vault)
        return try directory.located(
            UserRecord.self, try directory.userName(input.userName, request), "CreateAccessKey", request)
    }

    func perform(
        _ input: IAM.CreateAccessKeyInput, _ authorized: Authorized<Versioned<UserRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateAccessKeyOutput> {
        let user = try authorized.entity(input.userName ?? "")
        let name = user.value.name
        let scope = user.key.scope
        let (record, secret) = vault.keyring.newAccessKey(of: .user(name: name), in: scope, at: request.receivedAt)
        let id = record.id
        let trail = TrailNotes(
            response: ["accessKey": ["userName": .string(name), "accessKeyId": .string(id), "status": "Active"]])
        return .change(trail) { writer in
            let existing = try writer.records(
                in: scope, kind: AccessKeyRecord.kind, index: IndexEntry(name: "user", value: name), after: nil,
                limit: IAMQuota.accessKeys.most)
            try IAMQuota.accessKeys.check(existing.count + 1)
            try writer.insert(record, in: scope)
            return IAM.CreateAccessKeyOutput(
                accessKey: IAM.AccessKey(
                    userName: name, accessKeyId: id, status: "Active", secretAccessKey: secret,
                    createDate: Timestamp(milliseconds: record.createdAt)))
        }
    }

    func trailParameters(_ input: IAM.CreateAccessKeyInput) -> JSONValue? { .fields(("userName", input.userName)) }
}
