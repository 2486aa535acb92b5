// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListAccountAliasesHandler: OperationHandler {
    typealias Operation = IAM.ListAccountAliases
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListAccountAliasesInput, _ request: Authenticated) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "ListAccountAliases", request)
    }

    func perform(
        _ input: IAM.ListAccountAliasesInput, _ authorized: Authorized<AccountSettings>, _ request: Authenticated
    ) throws -> Performed<IAM.ListAccountAliasesOutput> {
        let aliases = authorized.target.value.alias.map { [$0] } ?? []
        return .reply(IAM.ListAccountAliasesOutput(accountAliases: aliases, isTruncated: false))
    }

    func trailParameters(_ input: IAM.ListAccountAliasesInput) -> JSONValue? {
        .fields(("marker", input.marker), ("maxItems", input.maxItems))
    }
}
