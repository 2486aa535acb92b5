// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
    internal import Glibc
#endif
internal import NIOCore

/// Who is at the other end of a Unix socket, as the kernel says.
enum PeerCredentials {
    /// Linux's `struct ucred` (unix(7)), which Glibc's module leaves out.
    private struct Credentials: Sendable {
        var pid: Int32 = 0
        var uid: UInt32 = 0
        var gid: UInt32 = 0
    }

    static func isSameUser(_ channel: any Channel) async -> Bool {
        guard let provider = channel as? any SocketOptionProvider else { return false }
        do {
            let peer: Credentials = try await provider.unsafeGetSocketOption(
                level: .init(rawValue: SOL_SOCKET), name: .init(rawValue: SO_PEERCRED)
            ).get()
            return peer.uid == geteuid()
        } catch {
            return false
        }
    }
}
