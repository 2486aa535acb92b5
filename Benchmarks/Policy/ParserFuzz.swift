// SPDX-License-Identifier: Apache-2.0
internal import CofferPolicy
internal import CofferTesting

/// Damaged policies for the parser: whatever it makes of them, it comes back. Prints how many it read.
enum ParserFuzz {
    private static let kinds: [PolicyDocument.Kind] = [.identity, .keyPolicy, .trust, .session]

    static func run(_ count: Int) {
        var random = SeededRandom(seed: 20)
        var read = 0
        let taken = nanoseconds {
            for round in 0..<count {
                let kind = kinds[round % kinds.count]
                let seed = random.pick(kind.namesPrincipals ? PolicySeeds.resource : PolicySeeds.identity)
                let text = Fuzz.damage(seed, tokens: PolicySeeds.tokens, &random)
                if (try? PolicyDocument.parse(text, kind: kind)) != nil { read += 1 }
            }
        }
        show("inputs", Double(count), digits: 0)
        show("taken_as_policies", Double(read), digits: 0)
        show("inputs_per_second", Double(count) / taken * 1e9, digits: 0)
    }
}
