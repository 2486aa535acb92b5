// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Crypto
import Foundation
import Testing

@testable import CofferCrypto

/// Tokens and keys as anybody may write them: none stops the process, and none passes that wasn't signed as it is.
@Suite("Damaged identity tokens and key sets")
struct IdentityTokenFuzzTests {
    private static func url(_ bytes: some Sequence<UInt8>) -> String {
        Base64.encode(Array(bytes)).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A key of its own, what its issuer publishes of it, and a token that it signed.
    private struct Signed {
        let token: String
        let jwk: String
        var keys: String { #"{"keys":[\#(jwk)]}"# }

        private static func text(_ algorithm: String) -> String {
            let header = #"{"alg":"\#(algorithm)","kid":"one","typ":"JWT"}"#
            let claims = #"{"iss":"https://ci.example.com","sub":"repo:a/b","aud":["x","y"],"exp":1793000000,"iat":1792999000}"#
            return "\(url(header.utf8)).\(url(claims.utf8))"
        }

        static func curve() throws -> Signed {
            let key = P256.Signing.PrivateKey()
            let text = Self.text("ES256")
            let point = key.publicKey.rawRepresentation
            return Signed(
                token: try "\(text).\(url(key.signature(for: Data(text.utf8)).rawRepresentation))",
                jwk: #"{"kty":"EC","crv":"P-256","alg":"ES256","kid":"one","use":"sig","x":"\#(url(point.prefix(32)))","y":"\#(url(point.suffix(32)))"}"#)
        }

        static func rsa() throws -> Signed {
            let text = Self.text("RS256")
            let signature = try #require(try TestPair.privateKey(.rsa2048).sign(Array(text.utf8), as: .pkcs1SHA256))
            // The last of a SubjectPublicKeyInfo: the modulus, then 65537 with its header.
            let modulus = try TestPair.of(.rsa2048).der.dropLast(5).suffix(256)
            return Signed(
                token: "\(text).\(url(signature))",
                jwk: #"{"kty":"RSA","alg":"RS256","kid":"one","use":"sig","n":"\#(url(modulus))","e":"AQAB"}"#)
        }

        static func all() throws -> [Signed] { [try curve(), try rsa()] }
    }

    private static let tokens = [
        ".", "..", "=", "+", "/", "-", "_", "\u{0}", " ", "\n", #"""#, "{", "}", "[", "]", ",", ":", "null", "1e999", "-1",
        #""alg":"none""#, #""alg":"HS256""#, #""kid":"""#, #""crit":["b64"]"#, #""d":"AQAB""#, #""p":"AQ","q":"AQ","d":"AQ""#,
        #""kty":"RSA""#, #""kty":"EC""#, #""kty":"oct""#, #""n":"AQ""#, #""e":"AA""#, #""crv":"P-521""#, #""x":"""#,
        "eyJhbGciOiJub25lIn0", "AAAA", #"\ud800"#, #"\u0000"#,
    ]

    private func passes(_ token: [UInt8], _ keys: String) async -> Bool {
        guard let token = IdentityToken(parsing: SharedSecret(copying: token)), let keys = IssuerKeySet(Array(keys.utf8))
        else { return false }
        return await token.isSigned(by: keys)
    }

    @Test("a token passes as it was signed, and after no change of any letter")
    func flips() async throws {
        for signed in try Signed.all() {
            let bytes = Array(signed.token.utf8)
            #expect(await passes(bytes, signed.keys))
            for index in bytes.indices {
                var changed = bytes
                // The neighbour in the alphabet: it differs in the lowest bits, which no part may have to spare.
                changed[index] = bytes[index] == 0x41 ? 0x42 : bytes[index] == 0x2e ? 0x2d : 0x41
                #expect(await !passes(changed, signed.keys), "\(index)")
                changed[index] = bytes[index] ^ 1
                #expect(await !passes(changed, signed.keys), "\(index)")
            }
            for wrong in ["=", "==", " ", "\n", "\u{0}", ".", "A", "AAAA"] {
                #expect(await !passes(Array((signed.token + wrong).utf8), signed.keys))
                #expect(await !passes(Array((wrong + signed.token).utf8), signed.keys))
                #expect(await !passes(Array(signed.token.replacing(".", with: wrong + ".").utf8), signed.keys))
            }
        }
    }

    @Test("damaged tokens pass nowhere")
    func damagedTokens() async throws {
        var random = SeededRandom(seed: 41)
        for signed in try Signed.all() {
            let bytes = Array(signed.token.utf8)
            for _ in Fuzz.rounds(400) {
                let changed = Fuzz.damage(bytes, tokens: Self.tokens, &random)
                if changed != bytes { #expect(await !passes(changed, signed.keys)) }
            }
            // Damage below the coding: what the parts say.
            let parts = signed.token.split(separator: ".").map(String.init)
            for _ in Fuzz.rounds(400) {
                var changed = parts
                let place = Int.random(in: 0..<3, using: &random)
                let text = parts[place].replacing("-", with: "+").replacing("_", with: "/")
                let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
                let plain = try #require(Base64.decode(padded))
                changed[place] = Self.url(Fuzz.damage(plain, tokens: Self.tokens, &random))
                if changed != parts { #expect(await !passes(Array(changed.joined(separator: ".").utf8), signed.keys)) }
            }
        }
    }

    @Test("under damaged key sets nothing passes that another key signed")
    func damagedKeys() async throws {
        var random = SeededRandom(seed: 43)
        for (signed, foreign) in zip(try Signed.all(), [try Signed.curve(), try Signed.curve()]) {
            for _ in Fuzz.rounds(400) {
                let changed = Fuzz.damage(Array(signed.keys.utf8), tokens: Self.tokens, &random)
                let text = String(decoding: changed, as: UTF8.self)
                #expect(await !passes(Array(foreign.token.utf8), text))
                // Whether its own does depends on what was hit.
                _ = await passes(Array(signed.token.utf8), text)
            }
        }
    }

    @Test("RSA keys of any size stop nothing and vouch for nobody")
    func oddSizes() async throws {
        let signed = try Signed.rsa()
        let modulus = Array(try TestPair.of(.rsa2048).der.dropLast(5).suffix(256))
        let sizes = [0, 1, 2, 3, 31, 32, 64, 127, 128, 129, 255, 256, 257, 384, 511, 512, 513, 1024, 1025, 2048, 4096]
        var moduli = [modulus.dropLast() + [0], Array(modulus.dropLast()), modulus + [1], [0, 0] + modulus.dropLast() + [2]]
        for size in sizes {
            moduli.append([UInt8](repeating: 0, count: size))
            moduli.append([UInt8](repeating: 0xff, count: size))
            moduli.append([0x80] + [UInt8](repeating: 0, count: size))
        }
        let exponents: [[UInt8]] = [
            [], [0], [1], [2], [3], [1, 0, 1], [0, 0, 0, 0, 3], [1, 0, 0, 0, 1], .init(repeating: 0xff, count: 5),
            .init(repeating: 0xff, count: 8), .init(repeating: 0xff, count: 256), .init(repeating: 0xff, count: 4096),
        ]
        for n in moduli {
            for e in exponents {
                let keys = #"{"keys":[{"kty":"RSA","kid":"one","n":"\#(Self.url(n))","e":"\#(Self.url(e))"}]}"#
                #expect(await !passes(Array(signed.token.utf8), keys), "\(n.count) \(e)")
            }
        }
        for e in exponents where e != [1, 0, 1] {
            let keys = #"{"keys":[{"kty":"RSA","kid":"one","n":"\#(Self.url(modulus))","e":"\#(Self.url(e))"}]}"#
            #expect(await !passes(Array(signed.token.utf8), keys), "\(e)")
        }
    }

    @Test("a key is used for its own algorithm and curve alone, and its secrets are not read")
    func otherAlgorithms() async throws {
        for signed in try Signed.all() {
            for algorithm in ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "ES512", "HS256", "EdDSA", "none", ""] {
                let own = signed.jwk.contains("\"\(algorithm)\"")
                let jwk = signed.jwk.replacing("ES256", with: algorithm).replacing("RS256", with: algorithm)
                #expect(await passes(Array(signed.token.utf8), #"{"keys":[\#(jwk)]}"#) == own, "\(algorithm)")
            }
            for wrong in [#""use":"enc""#, #""use":1"#, #""kty":"oct""#, #""kty":"OKP""#, #""kid":"two""#, #""kid":1"#] {
                let name = wrong.split(separator: ":")[0]
                let jwk = signed.jwk.replacing(try Regex("\(name):\"[^\"]*\""), with: wrong)
                #expect(await !passes(Array(signed.token.utf8), #"{"keys":[\#(jwk)]}"#), "\(wrong)")
            }
            for secret in [#""d":"AQAB""#, #""d":"AQ","p":"Aw","q":"Aw""#, #""d":1"#] {
                let jwk = "\(signed.jwk.dropLast()),\(secret)}"
                #expect(await passes(Array(signed.token.utf8), #"{"keys":[\#(jwk)]}"#), "\(secret)")
            }
            for text in [#"{"keys":[\#(signed.jwk)],"keys":[]}"#, #"[\#(signed.jwk)]"#, #"{"keys":\#(signed.jwk)}"#, "{}", ""] {
                #expect(IssuerKeySet(Array(text.utf8)) == nil, "\(text)")
            }
        }
    }
}
