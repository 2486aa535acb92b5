// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import CofferBase

/// Where requests go: one server for all services, a Unix socket, or AWS itself.
///
/// It is settled when the transport is made. Nothing in a reply can move it: no redirect is followed, so a server
/// can't send what was signed on to another.
public struct Endpoint: Sendable, Equatable, CustomStringConvertible {
    enum Place: Sendable, Equatable {
        case server(scheme: String, authority: String)
        case unixSocket(path: String)
        case aws
    }

    let place: Place

    /// AWS's public endpoints, one for each service and region.
    public static let aws = Endpoint(place: .aws)

    public static func unixSocket(path: String) -> Endpoint { Endpoint(place: .unixSocket(path: path)) }

    private init(place: Place) { self.place = place }

    /// Reads `https://host[:port]`, `http://host[:port]` or `http+unix://%2Fpath%2Fof%2Fsocket`.
    ///
    /// Plain `http` is refused for any host but this machine's own, unless `allowsPlainHTTP`: requests are signed,
    /// not encrypted, and carry secrets.
    public init(_ text: String, allowsPlainHTTP: Bool = false) throws(EndpointError) {
        guard let mark = text.firstRange(of: "://") else { throw EndpointError("'\(text)' has no scheme", Self.hint) }
        let scheme = text[..<mark.lowerBound].lowercased()
        var authority = String(text[mark.upperBound...])
        if authority.hasSuffix("/") { authority.removeLast() }
        guard ["http", "https", "http+unix"].contains(scheme) else {
            throw EndpointError("'\(scheme)' is not a scheme of an endpoint", Self.hint)
        }
        // What isn't a host's character could hide another host from the reader: `http://localhost@elsewhere`.
        let isPlain = authority.utf8.allSatisfy { byte in
            switch byte {
            case 0x41...0x5a, 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x3a, 0x5b, 0x5d: true
            case 0x25, 0x7e: scheme == "http+unix"
            default: false
            }
        }
        guard isPlain, !authority.isEmpty else {
            throw EndpointError("an endpoint is a scheme, a host and a port, and nothing more", Self.hint)
        }
        if scheme == "http+unix" {
            guard let path = Self.decoded(authority), path.hasPrefix("/"), !path.utf8.contains(0) else {
                throw EndpointError("the socket's path must be absolute, with its slashes written as %2F", Self.hint)
            }
            place = .unixSocket(path: path)
            return
        }
        guard scheme == "https" || allowsPlainHTTP || Self.isLoopback(authority) else {
            throw EndpointError(
                "plain http to \(authority) would show secrets to the network", "use https, or a server on this machine"
            )
        }
        place = .server(scheme: scheme, authority: authority)
    }

    private static let hint = "write it as https://coffer.example:8200 or http+unix://%2Frun%2Fcoffer.sock"

    public var description: String {
        switch place {
        case .server(let scheme, let authority): "\(scheme)://\(authority)"
        case .unixSocket(let path): "unix socket \(path)"
        case .aws: "AWS"
        }
    }

    /// The `Host` that requests to this service carry, and that their signature covers.
    public func host(service: AWSService, region: Region) -> String {
        switch place {
        case .server(_, let authority): authority
        case .unixSocket: "localhost"
        case .aws: Self.awsHost(service: service, region: region)
        }
    }

    /// The URL that a request with that `Host` is sent to, without path.
    func baseURL(host: String) -> String {
        switch place {
        case .server(let scheme, let authority): "\(scheme)://\(authority)"
        case .unixSocket(let path): "http+unix://\(Self.encoded(path))"
        case .aws: "https://\(host)"
        }
    }

    /// Source: botocore's `endpoints.json`.
    static func awsHost(service: AWSService, region: Region) -> String {
        let partition = region.partition
        let suffix =
            switch partition {
            case .aws, .usGov: "amazonaws.com"
            case .china: "amazonaws.com.cn"
            case .iso: "c2s.ic.gov"
            case .isoB: "sc2s.sgov.gov"
            case .isoE: "cloud.adc-e.uk"
            case .isoF: "csp.hci.ic.gov"
            case .europeanSovereign: "amazonaws.eu"
            }
        guard service.isGlobal else { return "\(service.signingName).\(region).\(suffix)" }
        return switch partition {
        case .aws: "\(service.signingName).\(suffix)"
        case .usGov: "\(service.signingName).us-gov.\(suffix)"
        default: "\(service.signingName).\(partition.globalServiceRegion).\(suffix)"
        }
    }

    private static func isLoopback(_ authority: String) -> Bool {
        let host: Substring
        if authority.hasPrefix("[") {
            host = authority.prefix { $0 != "]" }.dropFirst()
        } else {
            host = authority.prefix { $0 != ":" }
        }
        if host.lowercased() == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case 0x41...0x5a, 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x7e: out.append(byte)
            default: out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func decoded(_ text: String) -> String? {
        var out: [UInt8] = []
        var rest = Substring(text)
        while let first = rest.utf8.first {
            if first == 0x25 {
                guard let byte = Hex.decode(rest.dropFirst().prefix(2)), byte.count == 1 else { return nil }
                out += byte
                rest = rest.dropFirst(3)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(validating: out, as: UTF8.self)
    }
}

/// Why a text is not an endpoint.
public struct EndpointError: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String
    public let hint: String

    init(_ message: String, _ hint: String) {
        self.message = message
        self.hint = hint
    }

    public var description: String { "\(message)\nhint: \(hint)" }
}
