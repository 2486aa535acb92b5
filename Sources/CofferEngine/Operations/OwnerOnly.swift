// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension Authenticated {
    /// A check that the account's owner passes, and whoever its policies allow `coffer:ACTION` on everything.
    func controlCheck(_ action: String) -> AccessCheck {
        AccessCheck(action: "coffer:\(action)", resource: "*", resourceAccount: scope.account)
    }

    /// The same for what concerns the vault as a whole, which only its first account may do.
    func vaultCheck(_ action: String, _ vault: Vault) throws -> AccessCheck {
        guard scope.account == vault.settings.account else {
            throw AWSError(
                "AccessDeniedException",
                "User: \(caller.arn) is not authorized to perform: coffer:\(action): only the vault's first account is.")
        }
        return controlCheck(action)
    }
}
