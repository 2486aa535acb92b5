// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Foundation
import Testing

/// The public vectors in `Tests/Vectors`.
enum Vectors {
    static func tests(_ path: String) throws -> [JSONValue] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = folder.appending(path: "Vectors/\(path)")
        let document = try JSONValue(parsing: [UInt8](Data(contentsOf: file)))
        return try #require(document["tests"]?.array)
    }
}

extension JSONValue {
    func hex(_ name: String) throws -> [UInt8] { try #require(self[name]?.string.flatMap { Hex.decode($0) }) }
    func int(_ name: String) throws -> Int { Int(try #require(self[name]?.integer)) }
}

extension SharedSecret {
    convenience init(hex: String) throws { self.init(copying: try #require(Hex.decode(hex))) }
    var copy: [UInt8] { withUnsafeBytes { Array($0) } }
}

/// Numbers that are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
