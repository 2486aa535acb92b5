// SPDX-License-Identifier: Apache-2.0
/// What only the process around the engine can do.
public protocol VaultControl: Sendable {
    /// Ends the server that keeps the vault open: `coffer lock`.
    func lock()
    /// The program's version, for `status`.
    var version: String { get }
    /// The URL that AWS clients reach it at; nil where it listens on no port.
    var endpoint: String? { get }
}
