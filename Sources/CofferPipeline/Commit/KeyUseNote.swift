// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// When and by what a key was last used: one setting for each key, rewritten by the commits that use it.
///
/// A commit writes it once for a key, however many of its requests used that key.
public struct KeyUseNote: Sendable, Equatable {
    public let operation: String
    public let time: Timestamp
    /// Of the use's event in the trail.
    public let eventID: String
    public let requestID: String

    public init(operation: String, time: Timestamp, eventID: String, requestID: String) {
        self.operation = operation
        self.time = time
        self.eventID = eventID
        self.requestID = requestID
    }

    /// `operation time eventID requestID`: none of them has a blank in it.
    var encoded: [UInt8] { Array("\(operation) \(time.milliseconds) \(eventID) \(requestID)".utf8) }

    /// Nil for what isn't one.
    public init?(_ bytes: [UInt8]) {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
        guard parts.count == 4, let time = Int64(parts[1]) else { return nil }
        self.init(operation: parts[0], time: Timestamp(milliseconds: time), eventID: parts[2], requestID: parts[3])
    }
}
