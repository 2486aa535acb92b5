// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting
import Testing

/// `COFFER_FUZZ=200` makes them ten million documents; so does `Benchmarks/policy 10000000`, with optimisation.
@Suite("Damaged policies and requests")
struct PolicyFuzzTests {
    @Test("50,000 damaged documents are read or refused, never fatal, and what is read has its statements' places")
    func documents() {
        var random = SeededRandom(seed: 7)
        let kinds: [PolicyDocument.Kind] = [.identity, .keyPolicy, .trust, .managed]
        var read = 0
        for round in Fuzz.rounds(50_000) {
            let kind = kinds[round % kinds.count]
            let seed = random.pick(kind.namesPrincipals ? PolicySeeds.resource : PolicySeeds.identity)
            let text = Fuzz.damage(seed, tokens: PolicySeeds.tokens, &random)
            do throws(PolicyError) {
                let policy = try PolicyDocument.parse(text, kind: kind)
                let places = StatementPosition.all(in: String(decoding: text, as: UTF8.self))
                #expect(places.count == policy.statementCount)
                read += 1
            } catch {
                #expect(error.description.utf8.count < 1_500)
            }
        }
        let rounds = Fuzz.rounds(50_000).count
        #expect(read > rounds / 200 && read < rounds / 5 * 4, "\(read)")
    }

    @Test("places are told of any text", arguments: [11] as [UInt64])
    func places(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in Fuzz.rounds(2_000) {
            let text = Fuzz.damage(random.pick(PolicySeeds.identity), tokens: PolicySeeds.tokens, &random)
            for place in StatementPosition.all(in: String(decoding: text, as: UTF8.self)) {
                #expect(place.start.line <= place.end.line && place.end.column > 1)
            }
        }
    }

    @Test("whatever a request holds, every operator gives an answer")
    func requests() throws {
        var random = SeededRandom(seed: 3)
        let spice = Array("0123456789abcdef:./+-TZtz%= \u{e9}\u{20ac}".unicodeScalars)
        for c in ConditionCase.all {
            for _ in Fuzz.rounds(300) {
                var value = Array(
                    random.pick([c.good, c.bad, c.junk ?? "", "2026-11-23T21:43:15+01:00", "::1.2.3.4"]).unicodeScalars)
                for _ in 0..<3 {
                    let at = Int.random(in: 0...value.count, using: &random)
                    if random.chance(50) {
                        value.insert(random.pick(spice), at: at)
                    } else if at < value.count {
                        value.remove(at: at)
                    }
                }
                let text = String(String.UnicodeScalarView(value))
                #expect(try Fixture.condition(c.name, c.values, context: ["kms:x": [text]]) != .inconsistent)
            }
        }
    }
}
