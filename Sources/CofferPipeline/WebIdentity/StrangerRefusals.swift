// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Synchronization

/// Which refusals of web identities were recorded of late. A public provider vouches for anybody, so that a stranger
/// could fill the log with them: of one identity's, the first in each minute is recorded.
final class StrangerRefusals: Sendable {
    private let recorded = Mutex(LRUCache<ExactString, Timestamp>(capacity: 1024))
    private static let pause = Duration.seconds(60)

    func isNew(_ identity: String, at now: Timestamp) -> Bool {
        recorded.withLock { recorded in
            let name = ExactString(identity)
            if let last = recorded.value(for: name), now < last + Self.pause { return false }
            _ = recorded.insert(now, for: name)
            return true
        }
    }
}
