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
