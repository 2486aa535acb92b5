// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Synchronization

/// Which refusals of web identities are recorded. A public provider vouches for anybody, so that a stranger could fill the
/// log with them: of one identity's, five in a minute are recorded, and the next one says how many were not.
final class StrangerRefusals: Sendable {
    private struct Tally {
        var began: Timestamp
        var recorded = 0
        var unrecorded = 0
    }

    private let tallies = Mutex(LRUCache<ExactString, Tally>(capacity: 1024))
    private static let period = Duration.seconds(60)
    private static let most = 5

    /// How many before this one were not recorded; nil where this one isn't to be.
    func record(_ identity: String, at now: Timestamp) -> Int? {
        tallies.withLock { tallies in
            let name = ExactString(identity)
            var tally = tallies.value(for: name) ?? Tally(began: now)
            if now >= tally.began + Self.period {
                tally.began = now
                tally.recorded = 0
            }
            defer { _ = tallies.insert(tally, for: name) }
            guard tally.recorded < Self.most else {
                tally.unrecorded += 1
                return nil
            }
            tally.recorded += 1
            defer { tally.unrecorded = 0 }
            return tally.unrecorded
        }
    }
}
