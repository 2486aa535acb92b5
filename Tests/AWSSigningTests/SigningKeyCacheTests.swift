// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Testing

@testable import AWSSigning

@Suite("The cache of signing keys")
struct SigningKeyCacheTests {
    static let scope = CredentialScope(date: "20261123", region: "eu-central-1", service: "kms")

    /// Whether the cache had to derive.
    private func derives(
        _ cache: SigningKeyCache, _ id: String = "AKIA", _ token: String? = nil, _ scope: CredentialScope = scope,
        _ generation: Int64 = 0
    ) -> Bool {
        var derived = false
        _ = cache.key(accessKeyID: id, sessionToken: token, scope: scope, generation: generation) {
            derived = true
            return SigningKey(secret: SharedSecret(utf8: "s"), scope: scope)
        }
        return derived
    }

    @Test("a key is derived once")
    func once() {
        let cache = SigningKeyCache()
        #expect(derives(cache))
        #expect(!derives(cache))
        #expect(cache.count == 1)
    }

    @Test("another id, token, scope or generation never finds it")
    func distinct() {
        let cache = SigningKeyCache()
        #expect(derives(cache))
        #expect(derives(cache, "AKIB"))
        #expect(derives(cache, "AKIA", ""))
        #expect(derives(cache, "AKI", "A"))
        #expect(derives(cache, "AKIA", nil, CredentialScope(date: "20261124", region: "eu-central-1", service: "kms")))
        #expect(derives(cache, "AKIA", nil, CredentialScope(date: "20261123", region: "eu-central-1k", service: "ms")))
        #expect(derives(cache, "AKIA", nil, Self.scope, 1))
        #expect(!derives(cache))
    }

    @Test("the least recently used goes first, and the size is bounded")
    func bounded() {
        let cache = SigningKeyCache(capacity: 3)
        for id in ["a", "b", "c"] { #expect(derives(cache, id)) }
        #expect(!derives(cache, "a"))
        #expect(derives(cache, "d"))
        #expect(!derives(cache, "a") && !derives(cache, "c"))
        #expect(derives(cache, "b"))
        for index in 0..<1000 { _ = derives(cache, String(index % 7)) }
        #expect(cache.count == 3)
    }

    @Test("many callers at once get the right key")
    func concurrent() async {
        let cache = SigningKeyCache(capacity: 8)
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<500).allSatisfy { round in
                        let scope = CredentialScope(date: "d", region: String((round + task) % 20), service: "s")
                        return cache.key(accessKeyID: "a", sessionToken: nil, scope: scope, generation: 0) {
                            SigningKey(secret: SharedSecret(utf8: "s"), scope: scope)
                        }.scope == scope
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("the derivation is the documented one")
    func derivation() {
        // The example of "Create a signed AWS API request": the key's signature of a known text, via the suite's case.
        let key = SigningKey(
            secret: SharedSecret(utf8: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            scope: CredentialScope(date: "20150830", region: "us-east-1", service: "iam"))
        let text = """
            AWS4-HMAC-SHA256
            20150830T123600Z
            20150830/us-east-1/iam/aws4_request
            f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59
            """
        #expect(
            String(decoding: key.signature(of: Array(text.utf8)), as: UTF8.self)
                == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
    }
}
