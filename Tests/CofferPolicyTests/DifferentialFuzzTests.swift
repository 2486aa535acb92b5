// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting
import Testing

@Suite("Against the naive evaluator")
struct DifferentialFuzzTests {
    /// The naive evaluator takes most of a second for a thousand without optimisation.
    static let rounds = Fuzz.rounds(3_000)

    @Test("random questions get one answer from both", arguments: [42, 43] as [UInt64])
    func agrees(_ seed: UInt64) throws {
        var make = PolicyGenerator(seed: seed)
        var allowed = 0
        for number in Self.rounds {
            let round = RandomQuestion(&make)
            let expected = round.naiveAnswer()
            let decided = try round.decide()
            if decided { allowed += 1 }
            guard decided == expected else {
                Issue.record("round \(number): decided \(decided), expected \(expected): \(round)")
                return
            }
        }
        // Both answers must come up often, or agreement says little.
        #expect(allowed > Self.rounds.count / 12 && allowed < Self.rounds.count * 7 / 8, "\(allowed)")
    }
}
