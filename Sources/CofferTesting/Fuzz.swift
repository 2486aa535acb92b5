// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Damaged inputs for a parser's tests: the same ones each time, and many more of them where `COFFER_FUZZ` says so.
public enum Fuzz {
    /// How many times more than a test asks for, from `COFFER_FUZZ`; 1 without. `scripts/soak` sets it.
    private static let factor: Int = getenv("COFFER_FUZZ").flatMap { Int(String(cString: $0)) }.map { max(1, $0) } ?? 1

    public static func rounds(_ few: Int) -> Range<Int> { 0..<few * factor }

    /// One to four small changes: bytes altered, removed, doubled, cut off, or one of `tokens` put in.
    public static func damage(_ bytes: [UInt8], tokens: [String], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
            case 1: if at < bytes.count { bytes.remove(at: at) }
            case 2: bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: at)
            case 3: bytes.removeSubrange(at...)
            case 4:
                let end = Int.random(in: at...bytes.count, using: &random)
                bytes.removeSubrange(at..<end)
            default:
                let end = Swift.min(bytes.count, at + Int.random(in: 0...64, using: &random))
                bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return bytes
    }
}
