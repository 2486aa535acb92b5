// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferPolicy

@Suite("Names in a policy's principals")
struct PrincipalRewritingTests {
    private func swapped(_ text: String) -> String {
        PolicyDocument.rewritingPrincipals(of: text) { $0 == "a" ? "b\"" : nil }
    }

    @Test("only Principal and NotPrincipal are rewritten, and no other byte")
    func places() {
        #expect(swapped(#"{ "Statement" : {"Principal":"a" , "Sid":"a"} }"#) == #"{ "Statement" : {"Principal":"b\"" , "Sid":"a"} }"#)
        #expect(
            swapped(#"{"Id":"a","Statement":[{"Sid":"a","Principal":{"AWS":["a","c","a"],"Service":"a"},"Action":"a"},{"NotPrincipal":{"AWS":"\u0061"},"Resource":["a"]}]}"#)
                == #"{"Id":"a","Statement":[{"Sid":"a","Principal":{"AWS":["b\"","c","b\""],"Service":"b\""},"Action":"a"},{"NotPrincipal":{"AWS":"b\""},"Resource":["a"]}]}"#)
        let elsewhere = #"{"Statement":[{"Condition":{"StringEquals":{"Principal":"a","x":{"Principal":["a"]}}},"Resource":"Principal","Sid":"a"}]}"#
        #expect(swapped(elsewhere) == elsewhere)
        let quotes = #"{"Statement":[{"Sid":"\"Principal\":\"a\"","Principal":{"AWS":"c"}}]}"#
        #expect(swapped(quotes) == quotes)
    }

    @Test("whatever the text, nothing but names changes")
    func fuzz() {
        var random = SeededRandom(seed: 12)
        let seed = Array(#"{"Statement":[{"Principal":{"AWS":["a","c"]},"Action":["a"]}]}"#.utf8)
        for _ in Fuzz.rounds(2000) {
            let damaged = Fuzz.damage(seed, tokens: ["{", "}", "[", "]", "\"", "\\", ":", ",", "\"Principal\""], &random)
            guard let text = String(validating: damaged, as: UTF8.self) else { continue }
            #expect(PolicyDocument.rewritingPrincipals(of: text) { _ in nil } == text)
            _ = swapped(text)
        }
    }
}
