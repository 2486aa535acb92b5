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
        guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
            Base64URL.decode(parts[2])?.isEmpty == false, let algorithm = header["alg"]?.string, header["crit"] == nil
        else { return nil }
        self.text = text
        self.algorithm = algorithm
        self.claims = claims
        keyID = header["kid"]?.string
    }

    private static func object(_ part: [UInt8]) -> JSONObject? {
        Base64URL.decode(part).flatMap { try? JSONValue(parsing: $0) }?.object
    }

    /// Whether the key that the token names, or the only key where it names none, has signed it.
    public func isSigned(by keys: IssuerKeySet) async -> Bool {
        guard Self.algorithms.contains(algorithm), let key = keys.key(keyID),
            key.algorithm.map({ $0.rawValue == algorithm }) ?? true
        else { return false }
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
    /// SHA-256 of the text, in hexadecimal: what the log holds of keys that were given.
    public let digest: String

    /// Keys of kinds that AWS does not take are passed over. Nil where none is left, or the text is no JWK Set.
    public init?(_ json: [UInt8]) {
        guard let set = (try? JSONValue(parsing: json))?["keys"]?.array else { return nil }
        keys = set.prefix(100).compactMap { key in
            guard let members = key.object, members["use"].map({ $0.string == "sig" }) ?? true,
                Self.isSound(members)
            else { return nil }
            var named = JSONObject(members.filter { Self.members.contains($0.name) })
            if named["kid"] == nil { named["kid"] = "" }
            return try? JSONDecoder().decode(JWK.self, from: Data(JSONValue.object(named).encoded()))
        }
        if keys.isEmpty { return nil }
        digest = json.withUnsafeBytes { Hex.encode(Hash.sha256([], $0)) }
    }

    /// What is read of a key; a private one's secrets are none of ours.
    private static let members: Set<String> = ["kty", "kid", "alg", "crv", "n", "e", "x", "y"]

    /// Whether a key is of a kind and a size that may be used: RSA of 2048 to 8192 bits with an exponent of at most 40.
    private static func isSound(_ key: JSONObject) -> Bool {
        func number(_ name: String) -> [UInt8]? { key[name]?.string.flatMap { Base64URL.decode(Array($0.utf8)) } }
        switch key["kty"]?.string {
        case "EC": return true
        case "RSA":
            guard let modulus = number("n")?.drop(while: { $0 == 0 }), let exponent = number("e") else { return false }
            return (256...1024).contains(modulus.count) && (1...5).contains(exponent.count)
        default: return false
        }
    }

    /// Whether there is such a key; without a name, whether there is one alone.
    public func has(_ keyID: String?) -> Bool { key(keyID) != nil }

    fileprivate func key(_ keyID: String?) -> JWK? {
        guard let keyID else { return keys.count == 1 ? keys.first : nil }
        return keys.first { $0.keyIdentifier?.string == keyID }
    }
}

/// Base64 for URLs without padding, as JSON Web Tokens have it: each text in one spelling alone. Source: RFC 7515, 2.
private enum Base64URL {
    static func decode(_ letters: [UInt8]) -> [UInt8]? {
        guard letters.count % 4 != 1, letters.allSatisfy({ $0 != 0x2b && $0 != 0x2f && $0 != 0x3d }) else { return nil }
        let usual = letters.map { letter -> UInt8 in letter == 0x2d ? 0x2b : letter == 0x5f ? 0x2f : letter }
        let padding = [UInt8](repeating: 0x3d, count: (4 - letters.count % 4) % 4)
        return Base64.decode(String(decoding: usual + padding, as: UTF8.self))
    }
}
