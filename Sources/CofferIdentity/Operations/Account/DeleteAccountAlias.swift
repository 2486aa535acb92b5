// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteAccountAliasHandler: OperationHandler {
    typealias Operation = IAM.DeleteAccountAlias
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteAccountAliasInput, _ request: Authenticated) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "DeleteAccountAlias", request)
    }

    func perform(
        _ input: IAM.DeleteAccountAliasInput, _ authorized: Authorized<AccountSettings>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteAccountAliasOutput> {
        var settings = authorized.target
        guard settings.value.alias == input.accountAlias else {
            throw AWSError.missing("The account alias \(input.accountAlias) cannot be found.")
        }
        settings.value.alias = nil
        return .save(settings, IAM.DeleteAccountAliasOutput())
    }

    func trailParameters(_ input: IAM.DeleteAccountAliasInput) -> JSONValue? {
        .fields(("accountAlias", input.accountAlias))
    }
}
