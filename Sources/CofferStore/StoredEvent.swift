// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// An event of the audit log that is about to be stored.
///
/// Scope and time only serve to find it; what counts is `record`, over which `leafHash` was made.
public struct NewEvent: Sendable {
    /// The leaf's index in the log: 0 for the first event, then one more each, without gaps.
    public let sequence: Int64
    public let scope: Scope
    public let time: Timestamp
    /// The CloudTrail record, JSON in UTF-8.
    public let record: [UInt8]
    /// The 32 bytes of the record's RFC 6962 leaf hash.
    public let leafHash: [UInt8]

    public init(sequence: Int64, scope: Scope, time: Timestamp, record: [UInt8], leafHash: [UInt8]) {
        self.sequence = sequence
        self.scope = scope
        self.time = time
        self.record = record
        self.leafHash = leafHash
    }
}

/// An event of the audit log as it stands in the store.
public struct StoredEvent: Sendable {
    public let sequence: Int64
    public let scope: Scope
    public let time: Timestamp
    public let record: [UInt8]
    public let leafHash: [UInt8]

    public init(sequence: Int64, scope: Scope, time: Timestamp, record: [UInt8], leafHash: [UInt8]) {
        self.sequence = sequence
        self.scope = scope
        self.time = time
        self.record = record
        self.leafHash = leafHash
    }
}

/// Which events to read. All conditions hold together.
public struct EventQuery: Sendable {
    public enum Order: Sendable {
        /// By sequence, or by time and then sequence where a scope is asked for.
        case oldestFirst, newestFirst
    }

    /// A place in a listing: the event it names and all before it, in the query's order, are left out.
    public struct Position: Hashable, Sendable {
        public let time: Timestamp
        public let sequence: Int64

        public init(time: Timestamp, sequence: Int64) {
            self.time = time
            self.sequence = sequence
        }

        public init(_ event: StoredEvent) { self.init(time: event.time, sequence: event.sequence) }
    }

    /// One account and region, or nil for the whole log.
    public var scope: Scope?
    /// Not before this time. With a scope it is found through an index; without one it only filters.
    public var from: Timestamp?
    /// Not after this time.
    public var through: Timestamp?
    /// At least this sequence, and less than that one.
    public var sequences: Range<Int64>?
    /// Continue after this event.
    public var after: Position?
    /// Bytes that must all occur in the record. They only narrow the reading: the caller still has to look.
    public var containing: [[UInt8]] = []
    public var order: Order
    /// The most events that are returned.
    public var limit: Int

    public init(
        scope: Scope? = nil, from: Timestamp? = nil, through: Timestamp? = nil, sequences: Range<Int64>? = nil,
        after: Position? = nil, containing: [[UInt8]] = [], order: Order = .oldestFirst, limit: Int
    ) {
        self.scope = scope
        self.from = from
        self.through = through
        self.sequences = sequences
        self.after = after
        self.containing = containing
        self.order = order
        self.limit = limit
    }
}
