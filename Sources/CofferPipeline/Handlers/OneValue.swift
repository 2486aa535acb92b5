// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// Carries one value from the commit thread back to the request that waits for it.
final class OneValue<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func set(_ new: Value) { value.withLock { $0 = new } }
    func take() -> Value? { value.withLock { $0 } }
}
