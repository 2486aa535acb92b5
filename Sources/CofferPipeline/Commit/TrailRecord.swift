// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// One encoded event of the trail, with what the log is searched by.
public struct TrailRecord: Sendable {
    public let scope: Scope
    public let time: Timestamp
    public let eventID: String
    /// The CloudTrail record: one line of JSON.
    public let document: [UInt8]
    /// Settings that the call brings up to date, such as when a key was last used. A commit writes each once.
    var notes: [(setting: String, value: [UInt8])] = []

    public init(scope: Scope, time: Timestamp, eventID: String, document: [UInt8]) {
        self.scope = scope
        self.time = time
        self.eventID = eventID
        self.document = document
    }
}
