// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetAccountAuthorizationDetailsHandler: OperationHandler {
    typealias Operation = IAM.GetAccountAuthorizationDetails
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.GetAccountAuthorizationDetailsInput) -> Workload { .scanning }

    func locate(_ input: IAM.GetAccountAuthorizationDetailsInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:GetAccountAuthorizationDetails", "*")])
    }

    func perform(
        _ input: IAM.GetAccountAuthorizationDetailsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.GetAccountAuthorizationDetailsOutput> {
        let details = AuthorizationDetails(vault: vault, request: request)
        let sections = details.sections(input.filter ?? [])
        let page = try IAMPage.sections(sections, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.GetAccountAuthorizationDetailsOutput(
                userDetailList: page.items.compactMap { if case .user(let user) = $0 { user } else { nil } },
                groupDetailList: page.items.compactMap { if case .group(let group) = $0 { group } else { nil } },
                roleDetailList: page.items.compactMap { if case .role(let role) = $0 { role } else { nil } },
                policies: page.items.compactMap { if case .policy(let policy) = $0 { policy } else { nil } },
                isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.GetAccountAuthorizationDetailsInput) -> JSONValue? {
        .fields(("filter", input.filter), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
