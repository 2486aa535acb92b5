// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// One encoded event of the trail, with what the log is searched by.
public struct TrailRecord: Sendable {
    public let scope: Scope
    public let time: Timestamp
    public let eventID: String
    /// The CloudTrail record: one line of JSON.
    public let document: [UInt8]
    /// The settings of the keys that the call used, and what they are to say.
    var usedKeys: (settings: [String], note: KeyUseNote)?

    public init(scope: Scope, time: Timestamp, eventID: String, document: [UInt8]) {
        self.scope = scope
        self.time = time
        self.eventID = eventID
        self.document = document
    }
}
