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
        Located((), checks: [request.check("iam:ListUsers", on: "user\(input.pathPrefix ?? "/")")])
    }

    func perform(
        _ input: IAM.ListUsersInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListUsersOutput> {
        let prefix = input.pathPrefix ?? "/"
        let page = try IAMPage.records(UserRecord.self, marker: input.marker, limit: input.maxItems, vault, request) {
            $0.path.hasPrefix(prefix) ? $0.summary(in: request.scope) : nil
        }
        return .reply(IAM.ListUsersOutput(users: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListUsersInput) -> JSONValue? {
        .fields(("pathPrefix", input.pathPrefix), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
