// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListRolesHandler: OperationHandler {
    typealias Operation = IAM.ListRoles
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.ListRolesInput) -> Workload { .scanning }

    func locate(_ input: IAM.ListRolesInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListRoles", on: "role\(input.pathPrefix ?? "/")")])
    }

    func perform(
        _ input: IAM.ListRolesInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListRolesOutput> {
        let prefix = input.pathPrefix ?? "/"
        let page = try IAMPage.records(RoleRecord.self, marker: input.marker, limit: input.maxItems, vault, request) {
            $0.path.hasPrefix(prefix) ? try $0.summary(vault, in: request.scope) : nil
        }
        return .reply(IAM.ListRolesOutput(roles: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListRolesInput) -> JSONValue? {
        .fields(("pathPrefix", input.pathPrefix), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
