// SPDX-License-Identifier: Apache-2.0

/// The first thing in the log that is not as it was written.
public struct LogFault: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// Events are gone, and later ones are there.
        case missing
        /// The record is not the one whose hash was stored.
        case altered
        /// The events are those that were written, in another order.
        case reordered
        /// The log ends before the signed size.
        case truncated(signed: Int64)
        /// Records and stored hashes fit, but not what was signed: the range was written anew.
        case rewritten
        /// Stored hashes of the tree are gone or damaged, though the records may be sound.
        case hashes(String)
        /// The checkpoint is missing, damaged or signed by another key.
        case checkpoint(CheckpointError)
    }

    public let reason: Reason
    /// The events it concerns: the first bad one, or the narrowest range that is known to hold it.
    public let sequences: Range<Int64>

    public init(_ reason: Reason, _ sequences: Range<Int64>) {
        self.reason = reason
        self.sequences = sequences
    }

    /// One sentence in lower case, without a full stop.
    public var description: String {
        let (first, last) = (sequences.lowerBound, sequences.upperBound - 1)
        let events = sequences.count == 1 ? "event \(first)" : "events \(first) to \(last)"
        let were = sequences.count == 1 ? "was" : "were"
        return switch reason {
        case .missing: "\(events) \(were) removed from the log"
        case .altered: "\(events) \(were) altered after being written"
        case .reordered: "\(events) \(were) put in another place"
        case .truncated(let signed): "the log ends before event \(first), but \(signed) events were signed"
        case .rewritten: "the signed root does not fit: something among \(events) was replaced with its hashes"
        case .hashes(let detail): "the stored hashes of \(events) are not sound: \(detail)"
        case .checkpoint(let error): error.description
        }
    }
}

/// What a verification found.
public struct LogReport: Sendable, Equatable {
    /// The events that were read and found sound.
    public var verified: Int64
    /// The root over them.
    public var root: TreeHash
    /// Events after the newest checkpoint: their order and hashes were checked, but nothing signed them.
    public var unsigned: Int64
    /// The first fault, or nil: all is sound.
    public var fault: LogFault?

    public init(verified: Int64, root: TreeHash, unsigned: Int64, fault: LogFault?) {
        self.verified = verified
        self.root = root
        self.unsigned = unsigned
        self.fault = fault
    }

    public var isSound: Bool { fault == nil }
}
