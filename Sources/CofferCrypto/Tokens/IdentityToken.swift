// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import FoundationEssentials
internal import JWTKit

/// An OpenID Connect ID token: a JSON Web Token in compact form, signed by its issuer.
///
/// Reading one says nothing of its truth: `isSigned(by:)` does. Source: RFC 7515, RFC 7519, OpenID Connect Core 2.
public struct IdentityToken: Sendable {
    /// The algorithms that AWS takes. None of them is symmetric, so that a public key can't pass for a secret one.
    public static let algorithms: Set<String> = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"]

    public let algorithm: String
    /// Which of the issuer's keys, by its `kid`.
    public let keyID: String?
    public let claims: JSONObject
    private let text: SharedSecret

    /// Nil for what is no signed token, and for one whose header or claims are no JSON objects.
    public init?(parsing text: SharedSecret) {
        let parts = text.withUnsafeBytes { bytes in
            Array(bytes).split(separator: 0x2e, omittingEmptySubsequences: false).map(Array.init)
        }
        guard parts.count == 3, !parts[2].isEmpty, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
            let algorithm = header["alg"]?.string, header["crit"] == nil
        else { return nil }
        self.text = text
        self.algorithm = algorithm
        self.claims = claims
        keyID = header["kid"]?.string
    }

    private static func object(_ part: [UInt8]) -> JSONObject? {
        let letters = part.map { letter -> UInt8 in letter == 0x2d ? 0x2b : letter == 0x5f ? 0x2f : letter }
        let padded = letters + [UInt8](repeating: 0x3d, count: (4 - letters.count % 4) % 4)
        guard let bytes = Base64.decode(String(decoding: padded, as: UTF8.self)) else { return nil }
        return (try? JSONValue(parsing: bytes))?.object
    }

    /// Whether the key that the token names, or the only key where it names none, has signed it.
    public func isSigned(by keys: IssuerKeySet) async -> Bool {
        guard Self.algorithms.contains(algorithm), let key = keys.key(keyID) else { return false }
        let collection = JWTKeyCollection()
        do {
            try await collection.add(jwk: key, isDefault: true)
            let bytes = text.withUnsafeBytes { Array($0) }
            _ = try await collection.verify(bytes, as: AnyClaims.self)
            return true
        } catch {
            return false
        }
    }

    /// The claims are judged elsewhere.
    private struct AnyClaims: JWTPayload {
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}

/// The keys that an issuer signs with: a JWK Set. Source: RFC 7517.
public struct IssuerKeySet: Sendable {
    private let keys: [JWK]

    /// Keys of kinds that AWS does not take are passed over. Nil where none is left, or the text is no JWK Set.
    public init?(_ json: [UInt8]) {
        guard let set = (try? JSONValue(parsing: json))?["keys"]?.array else { return nil }
        keys = set.prefix(100).compactMap { key in
            guard let members = key.object, ["RSA", "EC"].contains(members["kty"]?.string ?? ""),
                members["use"].map({ $0.string == "sig" }) ?? true
            else { return nil }
            var named = members
            if named["kid"] == nil { named["kid"] = "" }
            return try? JSONDecoder().decode(JWK.self, from: Data(JSONValue.object(named).encoded()))
        }
        if keys.isEmpty { return nil }
    }

    /// Whether there is such a key; without a name, whether there is one alone.
    public func has(_ keyID: String?) -> Bool { key(keyID) != nil }

    fileprivate func key(_ keyID: String?) -> JWK? {
        guard let keyID else { return keys.count == 1 ? keys.first : nil }
        return keys.first { $0.keyIdentifier?.string == keyID }
    }
}
