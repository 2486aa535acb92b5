// SPDX-License-Identifier: Apache-2.0
public import CofferEngine
internal import Synchronization

/// What the engine may ask of the process around it. A server says how to end it; elsewhere there is nothing to end.
public final class ProcessControl: VaultControl {
    public let version: String
    private let ending = Mutex<(@Sendable () -> Void)?>(nil)
    private let address = Mutex<String?>(nil)

    public init(version: String) { self.version = version }

    public var endpoint: String? { address.withLock { $0 } }

    /// Says at which URL clients reach the server, once it listens.
    public func listens(at url: String) { address.withLock { $0 = url } }

    public func onLock(_ action: @escaping @Sendable () -> Void) { ending.withLock { $0 = action } }

    public func lock() { ending.withLock { $0 }?() }
}
