// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// When an access key or a role was last used, as a note in the store's settings says.
struct LastUse: Sendable {
    /// Such as `kms`; nil for a role.
    let service: String?
    let region: String
    let date: Timestamp

    /// Nil where the key was never used.
    static func accessKey(_ id: String, _ vault: Vault) throws -> LastUse? {
        let words = try words("last-used/access-key/\(id)", vault)
        guard words.count == 3, let time = Int64(words[2]) else { return nil }
        return LastUse(service: words[0], region: words[1], date: Timestamp(milliseconds: time).wholeSeconds)
    }

    /// - Parameter id: `AROA…`
    static func role(_ id: String, _ vault: Vault) throws -> LastUse? {
        let words = try words("last-used/role/\(id)", vault)
        guard words.count == 2, let time = Int64(words[1]) else { return nil }
        return LastUse(service: nil, region: words[0], date: Timestamp(milliseconds: time).wholeSeconds)
    }

    /// Drops the note of a key that is deleted.
    static func forget(accessKey id: String, _ writer: any StoreWriter) throws {
        try writer.set("last-used/access-key/\(id)", nil)
    }

    /// Drops the note of a role that is deleted.
    static func forget(role id: String, _ writer: any StoreWriter) throws {
        try writer.set("last-used/role/\(id)", nil)
    }

    private static func words(_ setting: String, _ vault: Vault) throws -> [String] {
        let note = try vault.store.read { try $0.setting(setting) } ?? []
        return String(decoding: note, as: UTF8.self).split(separator: " ").map(String.init)
    }
}
