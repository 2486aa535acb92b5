// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Replaces all rules: what is left out has its default again.
struct UpdateAccountPasswordPolicyHandler: OperationHandler {
    typealias Operation = IAM.UpdateAccountPasswordPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.UpdateAccountPasswordPolicyInput, _ request: Authenticated
    ) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "UpdateAccountPasswordPolicy", request)
    }

    func perform(
        _ input: IAM.UpdateAccountPasswordPolicyInput, _ authorized: Authorized<AccountSettings>,
        _ request: Authenticated
    ) throws -> Performed<IAM.UpdateAccountPasswordPolicyOutput> {
        var rules = AccountRecord.PasswordPolicy()
        if let length = input.minimumPasswordLength { rules.minimumLength = length }
        rules.requiresSymbols = input.requireSymbols ?? false
        rules.requiresNumbers = input.requireNumbers ?? false
        rules.requiresUppercase = input.requireUppercaseCharacters ?? false
        rules.requiresLowercase = input.requireLowercaseCharacters ?? false
        rules.allowsChange = input.allowUsersToChangePassword ?? false
        rules.maxAge = input.maxPasswordAge
        rules.reusePrevention = input.passwordReusePrevention
        rules.hardExpiry = input.hardExpiry
        var settings = authorized.target
        settings.value.passwordPolicy = rules
        return .save(settings, IAM.UpdateAccountPasswordPolicyOutput())
    }

    func trailParameters(_ input: IAM.UpdateAccountPasswordPolicyInput) -> JSONValue? {
        .fields(
            ("minimumPasswordLength", input.minimumPasswordLength), ("requireSymbols", input.requireSymbols),
            ("requireNumbers", input.requireNumbers),
            ("requireUppercaseCharacters", input.requireUppercaseCharacters),
            ("requireLowercaseCharacters", input.requireLowercaseCharacters),
            ("allowUsersToChangePassword", input.allowUsersToChangePassword),
            ("maxPasswordAge", input.maxPasswordAge), ("passwordReusePrevention", input.passwordReusePrevention),
            ("hardExpiry", input.hardExpiry))
    }
}
