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
        let all = ARN(service: "iam", scope: request.scope.global, resource: "role\(input.pathPrefix ?? "/")")
        return Located((), checks: [request.check("iam:ListRoles", all.description)])
    }

    func perform(
        _ input: IAM.ListRolesInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListRolesOutput> {
        let prefix = input.pathPrefix ?? "/"
        let page = try IAMPage.records(RoleRecord.self, marker: input.marker, limit: input.maxItems, vault, request) {
            $0.path.hasPrefix(prefix)
        }
        let roles = page.records.map { record in
            var role = record.shape(in: request.scope)
            role.tags = nil
            role.roleLastUsed = nil
            return role
        }
        return .reply(IAM.ListRolesOutput(roles: roles, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListRolesInput) -> JSONValue? { nil }
}
