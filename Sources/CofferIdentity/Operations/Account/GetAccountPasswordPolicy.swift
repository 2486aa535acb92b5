// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetAccountPasswordPolicyHandler: OperationHandler {
    typealias Operation = IAM.GetAccountPasswordPolicy
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.GetAccountPasswordPolicyInput, _ request: Authenticated
    ) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "GetAccountPasswordPolicy", request)
    }

    func perform(
        _ input: IAM.GetAccountPasswordPolicyInput, _ authorized: Authorized<AccountSettings>, _ request: Authenticated
    ) throws -> Performed<IAM.GetAccountPasswordPolicyOutput> {
        guard let rules = authorized.target.value.passwordPolicy else {
            throw AWSError.missing("The Password Policy with domain name \(request.scope.account) cannot be found.")
        }
        return .reply(
            IAM.GetAccountPasswordPolicyOutput(
                passwordPolicy: IAM.PasswordPolicy(
                    minimumPasswordLength: rules.minimumLength, requireSymbols: rules.requiresSymbols,
                    requireNumbers: rules.requiresNumbers, requireUppercaseCharacters: rules.requiresUppercase,
                    requireLowercaseCharacters: rules.requiresLowercase, allowUsersToChangePassword: rules.allowsChange,
                    expirePasswords: rules.maxAge != nil, maxPasswordAge: rules.maxAge,
                    passwordReusePrevention: rules.reusePrevention, hardExpiry: rules.hardExpiry)))
    }

    func trailParameters(_ input: IAM.GetAccountPasswordPolicyInput) -> JSONValue? { nil }
}
