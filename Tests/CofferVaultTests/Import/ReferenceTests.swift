// SPDX-License-Identifier: Apache-2.0
import CofferVault
import Testing

@Suite("References")
struct ReferenceTests {
    @Test("a reference reads back as itself")
    func roundTrip() throws {
        let vault = try #require(Reference(name: "openai/bot_1+=.@-"))
        #expect(try Reference(parsing: vault.description) == vault)
        #expect(vault.description == "coffer://vault/openai/bot_1+=.@-")
        let blob = Reference.blob([0xff, 0xfe, 0, 1])
        #expect(try Reference(parsing: blob.description) == blob)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "coffer://", "coffer://vault/", "coffer://vault", "coffer://x/y", "Coffer://vault/a",
            " coffer://vault/a",
            "coffer://vault/a ", "coffer://vault/a b", "coffer://vault/a#b", "coffer://vault/ä", "coffer://vault/a\n",
            "coffer://blob/", "coffer://blob/AA==", "coffer://blob/A", "coffer://blob/AB", "coffer://blob/+/+/",
            "coffer://vault/" + String(repeating: "a", count: 513),
        ])
    func refused(_ text: String) {
        let error = #expect(throws: ReferenceError.self) { try Reference(parsing: text) }
        #expect(error?.description.isEmpty == false)
    }
}
