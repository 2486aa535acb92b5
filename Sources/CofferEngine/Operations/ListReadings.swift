// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Who of the account last read which secret when.
struct ListReadingsHandler: OperationHandler {
    typealias Operation = Coffer.ListReadings
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: Coffer.ListReadingsInput) -> Workload { .scanning }

    func locate(_ input: Coffer.ListReadingsInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.controlCheck("ListReadings")])
    }

    func perform(
        _ input: Coffer.ListReadingsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.ListReadingsOutput> {
        let readings = try vault.store.read { try LastUse.readings(in: request.scope.account, $0) }
        return .reply(
            Coffer.ListReadingsOutput(
                readings: readings.map {
                    Coffer.Reading(principalId: $0.principalID, secretArn: $0.secretARN, lastReadAt: $0.use.date)
                }))
    }

    func trailParameters(_ input: Coffer.ListReadingsInput) -> JSONValue? { nil }
}
