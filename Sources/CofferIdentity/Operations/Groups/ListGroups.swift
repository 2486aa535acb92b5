// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListGroupsHandler: OperationHandler {
    typealias Operation = IAM.ListGroups
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.ListGroupsInput) -> Workload { .scanning }

    func locate(_ input: IAM.ListGroupsInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListGroups", on: "group\(input.pathPrefix ?? "/")")])
    }

    func perform(
        _ input: IAM.ListGroupsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListGroupsOutput> {
        let prefix = input.pathPrefix ?? "/"
        let page = try IAMPage.records(GroupRecord.self, marker: input.marker, limit: input.maxItems, vault, request) {
            $0.path.hasPrefix(prefix) ? $0.shape(in: request.scope) : nil
        }
        return .reply(IAM.ListGroupsOutput(groups: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListGroupsInput) -> JSONValue? {
        .fields(("pathPrefix", input.pathPrefix), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
