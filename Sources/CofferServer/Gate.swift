// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// Tells once when all of a number of listeners are up.
final class Gate: Sendable {
    private struct State {
        var missing: Int
        var port: Int?
    }

    private let state: Mutex<State>
    private let ready: @Sendable (Int?) -> Void

    init(count: Int, _ ready: @escaping @Sendable (Int?) -> Void) {
        state = Mutex(State(missing: count))
        self.ready = ready
    }

    func opened(port: Int?) {
        let (isLast, port) = state.withLock { state in
            state.missing -= 1
            if let port { state.port = port }
            return (state.missing == 0, state.port)
        }
        if isLast { ready(port) }
    }
}
