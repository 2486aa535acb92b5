// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Foundation
import Testing

/// The public vectors in `Tests/Vectors`.
enum Vectors {
    static func tests(_ path: String) throws -> [JSONValue] { try document(path).list("tests") }

    /// The groups of a file that has them: Wycheproof's and ACVP's. Each has `tests`.
    static func groups(_ path: String) throws -> [JSONValue] { try document(path).list("testGroups") }

    private static func document(_ path: String) throws -> JSONValue {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try JSONValue(parsing: [UInt8](Data(contentsOf: folder.appending(path: "Vectors/\(path)"))))
    }
}

extension JSONValue {
    func hex(_ name: String) throws -> [UInt8] { try #require(self[name]?.string.flatMap { Hex.decode($0) }) }
    func int(_ name: String) throws -> Int { Int(try #require(self[name]?.integer)) }
    func text(_ name: String) throws -> String { try #require(self[name]?.string) }
    func list(_ name: String) throws -> [JSONValue] { try #require(self[name]?.array) }

    /// Whether one of a Wycheproof test's flags is that one.
    func has(flag: String) -> Bool { self["flags"]?.array?.contains { $0.string == flag } ?? false }
}

extension SharedSecret {
    convenience init(hex: String) throws { self.init(copying: try #require(Hex.decode(hex))) }
    var copy: [UInt8] { withUnsafeBytes { Array($0) } }
}
