// SPDX-License-Identifier: Apache-2.0
import CofferVault
import Testing

@Suite("Requests that ask about keys")
struct ProviderCheckTests {
    private static func catalogue(_ check: String) throws(CatalogueError) -> ProviderCatalogue {
        let text = #"{"version":1,"providers":[{"name":"p","title":"P","check":\#(check)}]}"#
        return try ProviderCatalogue(parsing: Array(text.utf8))
    }

    @Test("each built-in one goes to an https address of one host")
    func builtIn() throws {
        let checks = try ProviderCatalogue.builtIn().providers.compactMap(\.check)
        #expect(checks.count == 20)
        for check in checks { #expect(check.url.hasPrefix("https://") && !check.url.contains("?")) }
        #expect(try ProviderCatalogue.builtIn()["anthropic"]?.check?.proof == .header("x-api-key", scheme: nil))
        #expect(try ProviderCatalogue.builtIn()["aws"]?.check?.proof == .signature(operation: "GetCallerIdentity"))
        for name in ["perplexity", "synthesia", "fal", "generic"] {
            #expect(try ProviderCatalogue.builtIn()[name]?.check == nil)
        }
    }

    @Test(
        "one that could send a key astray is refused",
        arguments: [
            #"{"method":"GET","url":"http://a.example/v1","header":"Authorization"}"#,
            #"{"method":"GET","url":"https://a.example@b.example/","header":"Authorization"}"#,
            #"{"method":"GET","url":"https://a.example/v1?key={key}","header":"Authorization"}"#,
            #"{"method":"GET","url":"https://a.example/v1#x","header":"Authorization"}"#,
            #"{"method":"GET","url":"https://a.example:8443/","header":"Authorization"}"#,
            #"{"method":"GET","url":"https:///v1","header":"Authorization"}"#,
            #"{"method":"GET","url":"https://a.example\\b","header":"Authorization"}"#,
            #"{"method":"DELETE","url":"https://a.example/v1","header":"Authorization"}"#,
            #"{"method":"GET","url":"https://a.example/v1"}"#,
            #"{"method":"GET","url":"https://a.example/v1","header":"A:b"}"#,
            #"{"method":"GET","url":"https://a.example/v1","header":"A","scheme":"B\r\nC"}"#,
            #"{"method":"GET","url":"https://a.example/v1","header":"A","headers":{"a":"other"}}"#,
            #"{"method":"GET","url":"https://a.example/v1","header":"A","headers":{"B":"x\ny"}}"#,
            #"{"method":"GET","url":"https://a.example/v1","signs":"DeleteUser"}"#,
            #"{"method":"GET","url":"https://a.example/v1","header":"A","refused":[200]}"#,
            #"{"method":"GET","url":"https://a.example/v1","header":"A","body":"x"}"#,
            #""GET https://a.example/v1""#,
        ])
    func refused(_ check: String) {
        let error = #expect(throws: CatalogueError.self) { try Self.catalogue(check) }
        #expect(error?.message.contains("the check of p ") == true)
    }

    @Test("none is fine")
    func none() throws {
        #expect(try Self.catalogue("null")["p"]?.check == nil)
    }
}
