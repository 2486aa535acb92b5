// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Foundation
import Testing

@testable import AWSSigning

/// One case of the public suite in Tests/Vectors/sigv4.
struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    let credentials: Credentials
    let region: String
    let service: String
    let time: Timestamp
    let expires: Int
    let pathRule: PathRule
    let signsBody: Bool
    /// The token joins the request only after it was signed.
    let omitsToken: Bool

    var testDescription: String { name }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Vectors/sigv4")

    static let all: [Vector] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { try? Vector(name: $0) }
    }()

    init(name: String) throws {
        let context = try JSONValue(
            parsing: [UInt8](Data(contentsOf: Self.folder.appending(path: "\(name)/context.json"))))
        struct Missing: Error {}
        func text(_ value: JSONValue?) throws -> String {
            guard let text = value?.string else { throw Missing() }
            return text
        }
        self.name = name
        let credentials = context["credentials"]
        self.credentials = Credentials(
            accessKeyID: try text(credentials?["access_key_id"]),
            secret: SharedSecret(utf8: try text(credentials?["secret_access_key"])),
            sessionToken: credentials?["token"]?.string)
        region = try text(context["region"])
        service = try text(context["service"])
        guard let time = Timestamp(iso8601: try text(context["timestamp"])) else { throw Missing() }
        self.time = time
        expires = Int(context["expiration_in_seconds"]?.integer ?? 0)
        pathRule = context["normalize"]?.bool == true ? .normalized : .asSent
        signsBody = context["sign_body"]?.bool == true
        omitsToken = context["omit_session_token"]?.bool == true
    }

    func file(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: Self.folder.appending(path: "\(self.name)/\(name).txt")), as: UTF8.self)
    }

    /// The HTTP message in one of the case's files. A folded header keeps its line feeds, as a reader of RFC 7230's
    /// obs-fold would hand it on.
    func request(_ file: String) throws -> AWSRequest {
        let text = try self.file(file)
        let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        var lines = parts[0].split(separator: "\n")
        let start = lines.removeFirst()
        let target = start.dropFirst(start.prefix { $0 != " " }.count + 1).dropLast(" HTTP/1.1".count)
        let pieces = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var headers = HeaderFields()
        for line in lines {
            if line.hasPrefix(" ") {
                headers.fields[headers.fields.count - 1].value += "\n" + line
            } else {
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                headers.fields.append((String(line[..<colon]), String(line[colon...].dropFirst())))
            }
        }
        let body = parts.count == 2 ? parts[1].trimmingCharacters(in: .newlines) : ""
        return AWSRequest(
            method: String(start.prefix { $0 != " " }), path: String(pieces[0]),
            query: pieces.count == 2 ? String(pieces[1]) : "", headers: headers, body: Array(body.utf8))
    }

    var signingKey: SigningKey {
        SigningKey(
            secret: credentials.secret,
            scope: CredentialScope(date: time.basicDate, region: region, service: service))
    }
}
