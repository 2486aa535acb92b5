// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// A request that asks a provider whether a key works. It reads, costs nothing, and goes to this one address.
public struct ProviderCheck: Sendable, Equatable {
    /// How the key goes with the request.
    public enum Proof: Sendable, Equatable {
        /// As it is, in this header, behind the scheme where there is one.
        case header(String, scheme: String?)
        /// As AWS's signature of this operation, made with both halves of a pair. The secret half is not sent.
        case signature(operation: String)
    }

    public let method: String
    /// `https`, without user info, port, query and fragment: all that a key could hide in.
    public let url: String
    public let proof: Proof
    /// Sent beside the key.
    let headers: [String: String]
    /// The answers that mean: this is no key, or no longer. Others that are no success leave it open.
    let refused: Set<Int>
    /// Starts of keys that this request is not for.
    let except: [String]

    /// What a response's status says about the key.
    func status(of code: Int) -> KeyStatus {
        switch code {
        case 200..<300: .live
        case _ where refused.contains(code): .refused
        case 300..<400: .unknown("it answered \(code), a redirect, which is not followed")
        case 429: .unknown("it answered 429, too many requests; try again later")
        case 500...: .unknown("it answered \(code), an error of its own; try again later")
        default: .unknown("it answered \(code), which does not say whether the key works")
        }
    }

    /// Why this request can't be made for a key; nil where it can.
    func obstacle(_ key: UnsafeRawBufferPointer) -> String? {
        // A line's end would start a header of its own.
        guard !key.isEmpty, key.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            return "it is malformed: it holds bytes that no key has"
        }
        return except.contains { key.starts(with: $0.utf8) } ? "keys of its kind can't be asked about" : nil
    }
}

extension ProviderCheck {
    /// Reads a catalogue's `check`.
    init(_ json: JSONValue, provider: String) throws(CatalogueError) {
        func refuse(_ reason: String) -> CatalogueError { CatalogueError(message: "the check of \(provider) \(reason)") }
        guard let object = json.object else { throw refuse("is no object") }
        let known: Set = ["method", "url", "header", "scheme", "signs", "headers", "refused", "except"]
        if let other = object.first(where: { !known.contains($0.name) })?.name {
            throw refuse("has an unknown member \(other)")
        }
        guard let method = object["method"]?.string, ["GET", "POST"].contains(method) else {
            throw refuse("has no method GET or POST")
        }
        guard let url = object["url"]?.string else { throw refuse("has no url") }
        if let reason = Self.objection(to: url) { throw refuse(reason) }
        var headers: [String: String] = [:]
        for (name, value) in object["headers"]?.object ?? JSONObject() {
            guard Self.isToken(name), let text = value.string, text.utf8.allSatisfy({ (0x20...0x7e).contains($0) })
            else { throw refuse("has a header that is none: \(name)") }
            headers[name] = text
        }
        let scheme = object["scheme"]?.string
        switch (object["header"]?.string, object["signs"]?.string) {
        case (let header?, nil):
            guard Self.isToken(header), scheme.map(Self.isToken) ?? true,
                !headers.keys.contains(where: { $0.lowercased() == header.lowercased() })
            else { throw refuse("has a header or scheme that is none") }
            proof = .header(header, scheme: scheme)
        case (nil, "GetCallerIdentity"?): proof = .signature(operation: "GetCallerIdentity")
        default: throw refuse("says neither in which header the key goes nor that it signs GetCallerIdentity")
        }
        self.method = method
        self.url = url
        self.headers = headers
        refused = Set(object["refused"]?.array?.compactMap { $0.integer.map(Int.init) } ?? [401])
        except = object["except"]?.array?.compactMap(\.string) ?? []
        guard refused.allSatisfy({ (400..<500).contains($0) }) else {
            throw refuse("refuses with a status that is no 4xx")
        }
    }

    /// What is wrong with an address; nil where nothing is.
    private static func objection(to url: String) -> String? {
        let start = "https://"
        guard url.hasPrefix(start) else { return "has a url that is not https" }
        let rest = url.dropFirst(start.count)
        let host = rest.prefix { $0 != "/" }
        if host.contains("@") { return "has a url with user info" }
        if url.contains("?") || url.contains("#") { return "has a url with a query or a fragment" }
        let isHost = !host.isEmpty && host.utf8.allSatisfy { $0.isAlphanumeric || "-.".utf8.contains($0) }
        guard isHost, rest.utf8.allSatisfy({ $0.isAlphanumeric || "-._~/".utf8.contains($0) }) else {
            return "has a url that is none"
        }
        return nil
    }

    /// RFC 9110's token, as far as headers are named in practice.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0.isAlphanumeric || "-_".utf8.contains($0) }
    }
}
