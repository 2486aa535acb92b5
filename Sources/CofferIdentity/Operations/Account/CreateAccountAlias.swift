// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// An account has one: a new one takes the place of the old.
struct CreateAccountAliasHandler: OperationHandler {
    typealias Operation = IAM.CreateAccountAlias
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.CreateAccountAliasInput, _ request: Authenticated) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "CreateAccountAlias", request)
    }

    func perform(
        _ input: IAM.CreateAccountAliasInput, _ authorized: Authorized<AccountSettings>, _ request: Authenticated
    ) throws -> Performed<IAM.CreateAccountAliasOutput> {
        let alias = input.accountAlias
        guard alias.utf8.count != 12 || alias.utf8.contains(where: { !(0x30...0x39).contains($0) }) else {
            throw AWSError(
                "ValidationError", "An account alias must not be a 12-digit number: that is an account's ID.")
        }
        var settings = authorized.target
        settings.value.alias = alias
        let changed = settings
        return .change { writer in
            let index = IndexEntry(name: AccountRecord.aliasIndex, value: alias)
            let owner = try writer.records(kind: AccountRecord.kind, index: index, limit: 1).first
            guard owner == nil || owner?.key == changed.stored?.key else {
                throw AWSError.exists("The account alias \(alias) already exists.")
            }
            try changed.save(writer)
            return IAM.CreateAccountAliasOutput()
        }
    }

    func trailParameters(_ input: IAM.CreateAccountAliasInput) -> JSONValue? {
        .fields(("accountAlias", input.accountAlias))
    }
}
