// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListUsersHandler: OperationHandler {
    typealias Operation = IAM.ListUsers
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.ListUsersInput) -> Workload { .scanning }

    func locate(_ input: IAM.ListUsersInput, _ request: Authenticated) throws -> Located<Void> {
        let all = ARN(service: "iam", scope: request.scope.global, resource: "user\(input.pathPrefix ?? "/")")
        return Located((), checks: [request.check("iam:ListUsers", all.description)])
    }

    func perform(
        _ input: IAM.ListUsersInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListUsersOutput> {
        let prefix = input.pathPrefix ?? "/"
        let page = try IAMPage.records(UserRecord.self, marker: input.marker, limit: input.maxItems, vault, request) {
            $0.path.hasPrefix(prefix)
        }
        let users = page.records.map { record in
            var user = record.shape(in: request.scope)
            user.tags = nil
            return user
        }
        return .reply(IAM.ListUsersOutput(users: users, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListUsersInput) -> JSONValue? { nil }
}
