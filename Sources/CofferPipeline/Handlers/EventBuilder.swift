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
        return recordWithCopies(event, usedKeys: notes.usedKeys, isCallers: true)
            + notes.onBehalf.flatMap { inner($0) } + notes.consequences
    }

    /// - Parameter unrecorded: how many of the same caller's refusals before were not recorded.
    func failure(
        _ error: AWSError, _ parameters: JSONValue?, reasons: JSONObject = JSONObject(), unrecorded: Int = 0,
        isReadOnly: Bool
    ) -> TrailRecord {
        var event = base(source: request.service.eventSource, name: request.operation, isReadOnly: isReadOnly)
        // CloudTrail writes AccessDenied for both spellings of the code.
        event.errorCode = error.code == "AccessDeniedException" ? "AccessDenied" : error.code
        event.errorMessage = error.message
        // CloudTrail leaves the parameters of a refused call out.
        if event.errorCode != "AccessDenied" || request.webIdentity != nil { event.parameters = parameters }
        if unrecorded > 0 { event.additional = ["unrecordedRefusals": .integer(Int64(unrecorded))] }
        event.authorization = reasons
        return record(event, isCallers: true)
    }

    private func inner(_ call: InnerCall) -> [TrailRecord] {
        var event = base(source: call.eventSource, name: call.eventName, isReadOnly: call.isReadOnly)
        event.invokedBy = call.invokedBy
        event.sourceAddress = call.invokedBy
        event.userAgent = call.invokedBy
        event.parameters = call.parameters
        event.resources = call.resources
        return recordWithCopies(event, usedKeys: call.usedKeys)
    }

    /// The event, and one more for each other account whose resource it was about: its owner sees what was done, and
    /// which account did it. Source: CloudTrail User Guide, `sharedEventID`.
    private func recordWithCopies(_ event: TrailEvent, usedKeys: [String], isCallers: Bool = false) -> [TrailRecord] {
        let own = request.caller.account.description
        guard event.resources.contains(where: { $0.accountID != own }) else {
            return [record(event, usedKeys: usedKeys, isCallers: isCallers)]
        }
        let others = Set(event.resources.compactMap { AccountID($0.accountID) }).subtracting([request.caller.account])
        var event = event
        event.sharedEventID = UniqueID.uuid()
        var records = [record(event, usedKeys: usedKeys, isCallers: isCallers)]
        for owner in others.sorted(by: { $0.description < $1.description }) {
            var copy = event
            copy.eventID = UniqueID.uuid()
            copy.recipientAccountID = owner.description
            copy.identity = TrailIdentity(
                type: "AWSAccount", principalID: request.caller.userID, arn: nil,
                accountID: own)
            copy.authorization = JSONObject()
            copy.resources = event.resources.filter { $0.accountID == owner.description }
            records.append(record(copy, of: owner))
        }
        return records
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
    /// - Parameter account: whose log it is for; the caller's where nil.
    private func record(
        _ event: TrailEvent, usedKeys: [String] = [], isCallers: Bool = false, of account: AccountID? = nil
    ) -> TrailRecord {
        let account = account ?? request.caller.account
        var record = TrailRecord(
            scope: Scope(account: account, region: request.eventRegion), time: request.receivedAt, eventID: event.eventID, document: event.encoded())
        if !usedKeys.isEmpty {
            let use = KeyUseNote(
                operation: event.name, time: request.receivedAt, eventID: event.eventID, requestID: event.requestID)
            for setting in usedKeys { record.notes.append((setting, use.encoded)) }
        }
        if isCallers, let note = LastUse.note(request) { record.notes.append(note) }
        if event.name == "GetSecretValue", event.errorCode == nil {
            for resource in event.resources { record.notes.append(LastUse.reading(of: resource.arn, in: account, request)) }
        }
        return record
    }
}
