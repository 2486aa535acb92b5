// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct LockHandler: OperationHandler {
    typealias Operation = Coffer.Lock
    let vault: Vault
    let control: any VaultControl
    let isReadOnly = false

    func locate(_ input: Coffer.LockInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [try request.vaultCheck("Lock", vault)])
    }

    func perform(
        _ input: Coffer.LockInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.LockOutput> {
        var performed = Performed.reply(Coffer.LockOutput())
        // The server drains: this reply too is on its way before it ends.
        performed.afterwards = { [control] in control.lock() }
        return performed
    }

    func trailParameters(_ input: Coffer.LockInput) -> JSONValue? { nil }
}
