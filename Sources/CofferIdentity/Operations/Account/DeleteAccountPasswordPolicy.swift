// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteAccountPasswordPolicyHandler: OperationHandler {
    typealias Operation = IAM.DeleteAccountPasswordPolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteAccountPasswordPolicyInput, _ request: Authenticated
    ) throws -> Located<AccountSettings> {
        try AccountSettings.located(vault, "DeleteAccountPasswordPolicy", request)
    }

    func perform(
        _ input: IAM.DeleteAccountPasswordPolicyInput, _ authorized: Authorized<AccountSettings>,
        _ request: Authenticated
    ) throws -> Performed<IAM.DeleteAccountPasswordPolicyOutput> {
        var settings = authorized.target
        guard settings.value.passwordPolicy != nil else {
            throw AWSError.missing("The account policy with name PasswordPolicy cannot be found.")
        }
        settings.value.passwordPolicy = nil
        return .save(settings, IAM.DeleteAccountPasswordPolicyOutput())
    }

    func trailParameters(_ input: IAM.DeleteAccountPasswordPolicyInput) -> JSONValue? { nil }
}
