// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Crypto
import Testing

@testable import CofferCrypto

@Suite struct KBKDFTests {
    @Test("NIST's vectors for counter mode with HMAC-SHA256 hold")
    func nist() throws {
        let tests = try Vectors.tests("nist/kbkdf_ctr_hmac_sha256.json")
        #expect(tests.count == 40)
        for test in tests {
            let output = try test.hex("output")
            #expect(try test.int("bits") == output.count * 8)
            #expect(
                try KBKDF.derive(key: test.hex("key"), fixedInput: test.hex("fixedInput"), count: output.count)
                    == output)
        }
    }

    /// The function as the standard words it, over another library's HMAC.
    private func reference(_ key: [UInt8], _ label: String, _ context: [UInt8], _ count: Int) -> [UInt8] {
        var output: [UInt8] = []
        var counter: UInt32 = 0
        while output.count < count {
            counter += 1
            var input: [UInt8] = []
            input.append(counter)
            input += Array(label.utf8) + [0] + context
            input.append(UInt32(count * 8))
            output += HMAC<SHA256>.authenticationCode(for: input, using: SymmetricKey(data: key))
        }
        return Array(output[..<count])
    }

    @Test("label, context and length are laid out as documented, and reused contexts remember nothing")
    func layout() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2_000 {
            let key = random.bytes(.random(in: 1...80, using: &random))
            let label = String(repeating: "l", count: .random(in: 1...40, using: &random))
            // Empty contexts among the others: one must not inherit what the derivation before it had.
            let context = random.bytes(Bool.random(using: &random) ? 0 : .random(in: 1...100, using: &random))
            let count = Int.random(in: 1...100, using: &random)
            let derived = KBKDF.derive(key: SharedSecret(copying: key), label: label, context: context, count: count)
            #expect(SharedSecret(derived).copy == reference(key, label, context, count))
        }
    }

    @Test("derivations at the same time don't mix")
    func concurrent() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var random = SeededRandom(seed: UInt64(task))
                    return (0..<500).allSatisfy { _ in
                        let (key, context) = (random.bytes(32), random.bytes(16))
                        let derived = KBKDF.derive(
                            key: SharedSecret(copying: key), label: "t", context: context, count: 64)
                        return SharedSecret(derived).copy == reference(key, "t", context, 64)
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
