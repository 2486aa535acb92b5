// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import AWSSigning
internal import CofferBase
internal import Glibc

/// A running server's Unix socket.
enum SocketSession {
    /// Whether somebody listens there.
    static func answers(_ path: String) -> Bool {
        guard access(path, F_OK) == 0 else { return false }
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    struct Owner {
        let credentials: Credentials
        let account: AccountID
        let region: Region
    }

    /// The credentials of an account's owner for 15 minutes; the server gives them to its own user alone.
    static func owner(_ transport: HTTPTransport, of account: String?) async throws -> Owner {
        let body = Array((account ?? "").utf8)
        let request = AWSRequest(
            method: "POST", path: "/coffer/owner-session",
            headers: ["Host": "localhost", "Content-Length": String(body.count)], body: body)
        let reply = try await transport.send(request)
        if reply.status == 404, let account { throw VaultError.noAccount(account) }
        let refused = VaultError(.busy, "the running server gave no session (status \(reply.status))", hint: "coffer doctor")
        guard reply.status == 200, let json = try? JSONValue(parsing: reply.body), let id = json["accessKeyId"]?.string,
            let secret = json["secretAccessKey"]?.string, let token = json["sessionToken"]?.string,
            let account = json["accountId"]?.string.flatMap({ AccountID($0) }),
            let region = json["region"]?.string.flatMap({ Region($0) })
        else { throw refused }
        let expiration = json["expiration"]?.string.flatMap { Timestamp(iso8601: $0) }
        return Owner(
            credentials: Credentials(
                accessKeyID: id, secret: SharedSecret(utf8: secret), sessionToken: token, expiration: expiration),
            account: account, region: region)
    }
}
