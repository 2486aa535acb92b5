// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import CofferBase
public import CofferStore

/// When an access key or a role was last used, and when somebody last read a secret: one setting each, brought up to
/// date with the events.
public struct LastUse: Sendable, Equatable {
    /// The service's signing name, such as `kms`; nil of a role and of a secret.
    public let service: String?
    public let region: String
    /// In whole seconds.
    public let date: Timestamp

    /// Nil where the key was never used.
    public static func accessKey(_ id: String, _ vault: Vault) throws -> LastUse? {
        try vault.store.read { try $0.setting("\(accessKeys)\(id)").flatMap { LastUse($0) } }
    }

    /// - Parameter id: `AROA…`
    public static func role(_ id: String, _ vault: Vault) throws -> LastUse? {
        try vault.store.read { try $0.setting("\(roles)\(id)").flatMap { LastUse($0) } }
    }

    /// Drops the note of a key that is deleted.
    public static func forget(accessKey id: String, _ writer: any StoreWriter) throws {
        try writer.set("\(accessKeys)\(id)", nil)
    }

    /// Drops the note of a role that is deleted.
    public static func forget(role id: String, _ writer: any StoreWriter) throws {
        try writer.set("\(roles)\(id)", nil)
    }

    /// Who read which secret when: every pair there was.
    public static func readings(
        in account: AccountID, _ reader: any StoreReader
    ) throws -> [(principalID: String, secretARN: String, use: LastUse)] {
        let prefix = readings(account)
        return try reader.settings(withPrefix: prefix).compactMap { setting in
            let parts = setting.name.dropFirst(prefix.count).split(separator: "/", maxSplits: 1)
            guard parts.count == 2, let use = LastUse(setting.value) else { return nil }
            return (String(parts[0]), String(parts[1]), use)
        }
    }

    // MARK: Notes

    private static let accessKeys = "last-used/access-key/"
    private static let roles = "last-used/role/"
    private static func readings(_ account: AccountID) -> String { "last-read/\(account)/" }

    /// What a call brings up to date; nothing for sessions of users and of root, whose keys are many and short-lived.
    static func note(_ request: Authenticated) -> (setting: String, value: [UInt8])? {
        let caller = request.caller
        if case .roleSession = caller.kind {
            return ("\(roles)\(caller.principalID)", encoded("", request))
        }
        // Whoever works through the program itself uses no key in the sense of "is this key still in use".
        let isOwn = caller.isRoot && ["coffer/", "coffer-run/"].contains { request.userAgent.hasPrefix($0) }
        guard caller.session == nil, !isOwn else { return nil }
        return ("\(accessKeys)\(request.accessKeyID)", encoded(request.service.signingName, request))
    }

    /// - Parameter account: whose notes it is among.
    static func reading(
        of secretARN: String, in account: AccountID, _ request: Authenticated
    ) -> (setting: String, value: [UInt8]) {
        ("\(readings(account))\(request.caller.principalID)/\(secretARN)", encoded("", request))
    }

    /// `service region milliseconds`: none of them has a blank in it.
    private static func encoded(_ service: String, _ request: Authenticated) -> [UInt8] {
        Array("\(service) \(request.region) \(request.receivedAt.milliseconds)".utf8)
    }

    private init?(_ bytes: [UInt8]) {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let time = Int64(parts[2]) else { return nil }
        service = parts[0].isEmpty ? nil : String(parts[0])
        region = String(parts[1])
        date = Timestamp(milliseconds: time).wholeSeconds
    }
}
