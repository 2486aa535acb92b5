// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The log itself, oldest first, a page at a time: what `coffer log --all` streams.
struct ReadLogHandler: OperationHandler {
    typealias Operation = Coffer.ReadLog
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: Coffer.ReadLogInput) -> Workload { .scanning }

    func locate(_ input: Coffer.ReadLogInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [AccessCheck(action: "coffer:ReadLog", resource: "*", resourceAccount: request.scope.account)])
    }

    func perform(
        _ input: Coffer.ReadLogInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.ReadLogOutput> {
        let first = Int64(input.from ?? 0)
        let limit = input.limit ?? 200
        let events = try vault.store.read {
            try $0.events(EventQuery(sequences: first..<Int64.max, order: .oldestFirst, limit: limit))
        }
        // Other accounts' events are theirs alone.
        let entries = events.filter { $0.scope.account == request.scope.account }.map {
            Coffer.LogEntry(sequence: Int($0.sequence), record: String(decoding: $0.record, as: UTF8.self))
        }
        let next = events.count == limit ? events.last.map { Int($0.sequence) + 1 } : nil
        return .reply(Coffer.ReadLogOutput(entries: entries, next: next))
    }

    func trailParameters(_ input: Coffer.ReadLogInput) -> JSONValue? {
        input.from.map { ["from": .integer(Int64($0))] }
    }
}
