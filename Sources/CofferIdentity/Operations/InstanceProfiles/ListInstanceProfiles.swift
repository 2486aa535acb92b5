// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListInstanceProfilesHandler: OperationHandler {
    typealias Operation = IAM.ListInstanceProfiles
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.ListInstanceProfilesInput) -> Workload { .scanning }

    func locate(_ input: IAM.ListInstanceProfilesInput, _ request: Authenticated) throws -> Located<Void> {
        Located(
            (), checks: [request.check("iam:ListInstanceProfiles", on: "instance-profile\(input.pathPrefix ?? "/")")])
    }

    func perform(
        _ input: IAM.ListInstanceProfilesInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListInstanceProfilesOutput> {
        let prefix = input.pathPrefix ?? "/"
        let page = try IAMPage.records(
            InstanceProfileRecord.self, marker: input.marker, limit: input.maxItems, vault, request
        ) { $0.path.hasPrefix(prefix) ? try $0.summary(vault, in: request.scope) : nil }
        return .reply(
            IAM.ListInstanceProfilesOutput(
                instanceProfiles: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListInstanceProfilesInput) -> JSONValue? {
        .fields(("pathPrefix", input.pathPrefix), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
