// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferCrypto
internal import CofferPipeline
internal import CofferStore

/// The events of the last 90 days in one account and region, newest first, at most 50 a page.
///
/// A page looks at a bounded number of events, so it may hold fewer than it could and still have a next one.
/// Source: CloudTrail API Reference, LookupEvents.
struct LookupEventsHandler: OperationHandler {
    typealias Operation = CloudTrail.LookupEvents
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: CloudTrail.LookupEventsInput) -> Workload { .scanning }
    private static let looked = 5000

    init(vault: Vault) { self.vault = vault }

    func locate(_ input: CloudTrail.LookupEventsInput, _ request: Authenticated) throws -> Located<Void> {
        Located(
            (),
            checks: [AccessCheck(action: "cloudtrail:LookupEvents", resource: "*", resourceAccount: request.scope.account)])
    }

    func perform(
        _ input: CloudTrail.LookupEventsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<CloudTrail.LookupEventsOutput> {
        let attributes = input.lookupAttributes ?? []
        guard attributes.count <= 1 else {
            throw AWSError("InvalidLookupAttributesException", "You can specify only one lookup attribute.")
        }
        if let start = input.startTime, let end = input.endTime, start > end {
            throw AWSError("InvalidTimeRangeException", "The start time is after the end time.")
        }
        let limit = input.maxResults ?? 50
        guard (1...50).contains(limit) else {
            throw AWSError("InvalidMaxResultsException", "The max results must be between 1 and 50.")
        }
        let binding = "\(request.scope.account)/\(request.scope.region)/LookupEvents"
        var query = EventQuery(scope: request.scope, order: .newestFirst, limit: 500)
        query.from = max(input.startTime ?? Timestamp(milliseconds: 0), request.receivedAt - .days(90))
        query.through = input.endTime
        query.after = try input.nextToken.map { try position($0, binding) }
        var events: [CloudTrail.Event] = []
        var seen = 0
        var next: EventQuery.Position?
        scan: while true {
            let batch = try vault.store.read { try $0.events(query) }
            for stored in batch {
                seen += 1
                query.after = EventQuery.Position(stored)
                if let event = try matching(stored, attributes.first) {
                    events.append(event)
                    if events.count == limit {
                        next = query.after
                        break scan
                    }
                }
            }
            if batch.count < query.limit { break }
            if seen >= Self.looked {
                next = query.after
                break
            }
        }
        return .reply(CloudTrail.LookupEventsOutput(events: events, nextToken: try next.map { try token($0, binding) }))
    }

    private func matching(_ stored: StoredEvent, _ attribute: CloudTrail.LookupAttribute?) throws -> CloudTrail.Event? {
        guard let json = try? JSONValue(parsing: stored.record), let event = TrailEventSummary(json: json) else {
            throw StoreError.damaged("event \(stored.sequence) of the log can't be read")
        }
        if let attribute, !event.matches(attribute.attributeKey, attribute.attributeValue) { return nil }
        return CloudTrail.Event(
            eventId: event.eventID, eventName: event.eventName, readOnly: event.isReadOnly ? "true" : "false",
            accessKeyId: event.accessKeyID, eventTime: stored.time.wholeSeconds, eventSource: event.eventSource,
            username: event.userName,
            resources: event.resources.map { CloudTrail.Resource(resourceType: $0.type, resourceName: $0.arn) },
            cloudTrailEvent: String(decoding: stored.record, as: UTF8.self))
    }

    /// Tokens are sealed and bound to the account, region and call.
    private func token(_ position: EventQuery.Position, _ binding: String) throws -> String {
        let text = "\(binding) \(position.time.milliseconds) \(position.sequence)"
        return SealedToken.seal(Array(text.utf8), purpose: .pageTokens, keyring: vault.keyring)
    }

    private func position(_ token: String, _ binding: String) throws -> EventQuery.Position {
        let parts = SealedToken.open(token, purpose: .pageTokens, keyring: vault.keyring)
            .map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
        guard let parts, parts.count == 3, parts[0] == binding, let time = Int64(parts[1]), let sequence = Int64(parts[2])
        else { throw AWSError("InvalidNextTokenException", "The next token is invalid.") }
        return EventQuery.Position(time: Timestamp(milliseconds: time), sequence: sequence)
    }

    func trailParameters(_ input: CloudTrail.LookupEventsInput) -> JSONValue? {
        guard let attribute = input.lookupAttributes?.first else { return nil }
        return [
            "lookupAttributes": [
                ["attributeKey": .string(attribute.attributeKey), "attributeValue": .string(attribute.attributeValue)]
            ]
        ]
    }
}
