// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline

extension Authenticated {
    /// A check that the account's owner passes, and whoever its policies allow `coffer:ACTION` on everything.
    func controlCheck(_ action: String) -> AccessCheck {
        AccessCheck(action: "coffer:\(action)", resource: "*", resourceAccount: scope.account)
    }
}
