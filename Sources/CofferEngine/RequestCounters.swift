// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import Synchronization

/// What `/metrics` tells: calls by operation and outcome, and requests that did not prove who sent them.
public final class RequestCounters: Sendable {
    public struct Key: Hashable, Sendable {
        public let service: String
        public let operation: String
        /// AWS's error code; nil for success.
        public let code: String?
    }

    private struct State {
        var calls: [Key: Int] = [:]
        var refused = 0
        var active = 0
        var total = 0
    }

    private let state = Mutex(State())

    public init() {}

    func refused() { state.withLock { $0.refused += 1 } }

    func began(_ route: Route) {
        state.withLock { state in
            state.active += 1
            state.total += 1
        }
    }

    func ended(_ route: Route, code: String?) {
        let key = Key(service: route.service.signingName, operation: route.operation, code: code)
        state.withLock { state in
            state.active -= 1
            state.calls[key, default: 0] += 1
        }
    }

    public var calls: [Key: Int] { state.withLock { $0.calls } }
    public var refusedCount: Int { state.withLock { $0.refused } }
    /// Calls since the start whose signature was verified.
    public var totalCount: Int { state.withLock { $0.total } }
    public var activeCount: Int { state.withLock { $0.active } }
}
