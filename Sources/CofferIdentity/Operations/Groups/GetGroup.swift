// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetGroupHandler: OperationHandler {
    typealias Operation = IAM.GetGroup
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.GetGroupInput) -> Workload { .scanning }

    func locate(_ input: IAM.GetGroupInput, _ request: Authenticated) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "GetGroup", request)
    }

    func perform(
        _ input: IAM.GetGroupInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetGroupOutput> {
        let group = try authorized.entity(input.groupName)
        let page = try IAMPage.records(
            UserRecord.self, marker: input.marker, limit: input.maxItems, vault, request,
            index: IndexEntry(name: UserRecord.groupIndex, value: group.value.name)
        ) { $0.summary(in: request.scope) }
        return .reply(
            IAM.GetGroupOutput(
                group: group.value.shape(in: request.scope), users: page.items, isTruncated: page.marker != nil,
                marker: page.marker))
    }

    func trailParameters(_ input: IAM.GetGroupInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
