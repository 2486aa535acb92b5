// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline

/// The key of the fingerprints, for a client that scans files: derived for that purpose alone, it opens nothing.
struct GetFingerprintKeyHandler: OperationHandler {
    typealias Operation = Coffer.GetFingerprintKey
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: Coffer.GetFingerprintKeyInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.controlCheck("GetFingerprintKey")])
    }

    func perform(
        _ input: Coffer.GetFingerprintKeyInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.GetFingerprintKeyOutput> {
        let account = request.scope.account
        let key = Fingerprint.key(of: vault.keyring, account: account == vault.settings.account ? nil : account)
        return .reply(Coffer.GetFingerprintKeyOutput(key: key))
    }

    func trailParameters(_ input: Coffer.GetFingerprintKeyInput) -> JSONValue? { nil }
}
