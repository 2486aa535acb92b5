// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase

/// Builds the trail's events of one request.
struct EventBuilder: Sendable {
    let request: Authenticated

    /// - Parameter reasons: by action, which statement allowed or denied it.
    func events(_ parameters: JSONValue?, _ notes: TrailNotes, reasons: JSONObject, isReadOnly: Bool) -> [TrailRecord] {
        var event = base(source: request.service.eventSource, name: request.operation, isReadOnly: isReadOnly)
        event.parameters = parameters
        event.response = notes.response
        event.additional = notes.additional
        event.authorization = reasons
        event.resources = notes.resources
        return [record(event, usedKeys: notes.usedKeys, isCallers: true)] + notes.onBehalf.map { inner($0) } + notes.consequences
    }

    func failure(
        _ error: AWSError, _ parameters: JSONValue?, reasons: JSONObject = JSONObject(), isReadOnly: Bool
    ) -> TrailRecord {
        var event = base(source: request.service.eventSource, name: request.operation, isReadOnly: isReadOnly)
        // CloudTrail writes AccessDenied for both spellings of the code.
        event.errorCode = error.code == "AccessDeniedException" ? "AccessDenied" : error.code
        event.errorMessage = error.message
        // CloudTrail leaves the parameters of a refused call out.
        if event.errorCode != "AccessDenied" { event.parameters = parameters }
        event.authorization = reasons
        return record(event, isCallers: true)
    }

    private func inner(_ call: InnerCall) -> TrailRecord {
        var event = base(source: call.eventSource, name: call.eventName, isReadOnly: call.isReadOnly)
        event.invokedBy = call.invokedBy
        event.sourceAddress = call.invokedBy
        event.userAgent = call.invokedBy
        event.parameters = call.parameters
        event.resources = call.resources
        return record(event, usedKeys: call.usedKeys)
    }

    private func base(source: String, name: String, isReadOnly: Bool) -> TrailEvent {
        TrailEvent(
            time: request.receivedAt, eventID: UniqueID.uuid(), source: source, name: String(name.prefix(128)),
            region: request.region,
            sourceAddress: request.source.address ?? "coffer.local", userAgent: request.userAgent,
            identity: request.caller.identity, requestID: request.requestID, isReadOnly: isReadOnly,
            recipientAccountID: request.caller.account.description)
    }

    /// - Parameter isCallers: the caller's own call, not one that a service made for it.
    private func record(_ event: TrailEvent, usedKeys: [String] = [], isCallers: Bool = false) -> TrailRecord {
        var record = TrailRecord(
            scope: request.scope, time: request.receivedAt, eventID: event.eventID, document: event.encoded())
        if !usedKeys.isEmpty {
            let use = KeyUseNote(
                operation: event.name, time: request.receivedAt, eventID: event.eventID, requestID: event.requestID)
            for setting in usedKeys { record.notes.append((setting, use.encoded)) }
        }
        if isCallers, let note = LastUse.note(request) { record.notes.append(note) }
        if event.name == "GetSecretValue", event.errorCode == nil {
            for resource in event.resources { record.notes.append(LastUse.reading(of: resource.arn, request)) }
        }
        return record
    }
}
