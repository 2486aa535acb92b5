// SPDX-License-Identifier: Apache-2.0
import CofferStoreSQLite
import Foundation

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "coffer-store-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/vault.db" }

    func open() throws -> SQLiteStore { try SQLiteStore(path: database) }

    /// The files and their bytes.
    func contents() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            found[name] = FileManager.default.contents(atPath: path + "/" + name)
        }
        return found
    }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    /// Gives all files mode 0600.
    func restrict() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + "/" + name)
        }
    }

    /// Replaces the database's file by these bytes, mode 0600, without any log beside it.
    func replaceDatabase(_ bytes: Data) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            try FileManager.default.removeItem(atPath: path + "/" + name)
        }
        try bytes.write(to: URL(fileURLWithPath: database))
        try restrict()
    }
}
