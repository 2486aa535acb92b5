// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// The names of the headers that a signature covers: lower case, sorted, each once.
public struct SignedHeaders: Sendable, Equatable, CustomStringConvertible {
    /// More names than any client signs; bounds the work that a stranger can cause.
    static let limit = 100

    public let names: [String]

    /// The list of the `SignedHeaders` parameter, such as `host;x-amz-date`. Fails unless every name is a header's
    /// name in lower case, and the names are sorted and unique.
    init?(parsing text: String) {
        let names = Array(text.utf8).split(separator: 0x3b, maxSplits: Self.limit, omittingEmptySubsequences: false)
        guard names.count <= Self.limit, names.allSatisfy(Self.isLowerCaseName) else { return nil }
        for (name, next) in zip(names, names.dropFirst()) {
            guard name.lexicographicallyPrecedes(next) else { return nil }
        }
        self.names = names.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What a signer covers: all headers of the request but those that proxies and HTTP libraries change.
    init(signing headers: HeaderFields) {
        let names = Set(headers.fields.map { $0.name.lowercased() }).subtracting(Self.unsigned)
        self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    public var description: String { names.joined(separator: ";") }

    /// Whether a header of that name, in any case, is covered.
    public func contains(_ name: String) -> Bool { names.contains { HeaderFields.equal($0, name) } }

    private static let unsigned: Set<String> = [
        "accept-encoding", "authorization", "connection", "expect", "keep-alive", "proxy-authorization", "te",
        "trailer",
        "transfer-encoding", "upgrade", "user-agent", "x-amzn-trace-id",
    ]

    /// RFC 9110 §5.6.2 `token`, without capitals.
    private static func isLowerCaseName(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty
            && name.allSatisfy { byte in
                switch byte {
                case 0x61...0x7a, 0x30...0x39: true
                case 0x21, 0x23...0x27, 0x2a, 0x2b, 0x2d, 0x2e, 0x5e...0x60, 0x7c, 0x7e: true
                default: false
                }
            }
    }
}
