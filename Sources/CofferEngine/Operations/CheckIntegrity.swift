// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Reads the whole database and checks its form.
struct CheckIntegrityHandler: OperationHandler {
    typealias Operation = Coffer.CheckIntegrity
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: Coffer.CheckIntegrityInput) -> Workload { .scanning }

    func locate(_ input: Coffer.CheckIntegrityInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [try request.vaultCheck("CheckIntegrity", vault)])
    }

    func perform(
        _ input: Coffer.CheckIntegrityInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.CheckIntegrityOutput> {
        do {
            try vault.store.verifyIntegrity()
            return .reply(Coffer.CheckIntegrityOutput(findings: []))
        } catch let error as StoreError {
            return .reply(Coffer.CheckIntegrityOutput(findings: [error.description]))
        }
    }

    func trailParameters(_ input: Coffer.CheckIntegrityInput) -> JSONValue? { nil }
}
