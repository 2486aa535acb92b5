// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// All users and what they sign with, as a table.
///
/// Source: IAM User Guide, "Generate credential reports for your AWS account".
struct CredentialReport {
    let vault: Vault

    /// A report is worth so long.
    private static let lifetime = Duration.seconds(4 * 3600)

    /// Where an account's report is kept.
    static func setting(in scope: Scope) -> String { "credential-report/\(scope.account)/\(scope.partition.rawValue)" }

    static func isFresh(_ madeAt: Int64?, _ request: Authenticated) -> Bool {
        madeAt.map { request.receivedAt - Timestamp(milliseconds: $0) < lifetime } ?? false
    }

    func text(_ account: AccountRecord, _ request: Authenticated) throws -> String {
        let scope = request.scope.global
        var lines = [Self.header, try root(account, scope)]
        var after: String?
        while true {
            let users = try vault.store.read { try $0.list(UserRecord.self, in: scope, after: after, limit: 200) }
            for user in users { lines.append(try line(user.value, scope)) }
            guard let last = users.last else { return lines.joined(separator: "\n") }
            after = last.value.id
        }
    }

    private func root(_ account: AccountRecord, _ scope: Scope) throws -> String {
        let arn = ARN(service: "iam", scope: scope, resource: "root").description
        let keys = try keys(AccessKeyRecord.root, scope)
        let password = ["not_supported", "no_information", "not_supported", "not_supported", "false"]
        return (["<root_account>", arn, Self.date(account.createdAt)] + password + keys + Self.certificates)
            .joined(separator: ",")
    }

    private func line(_ user: UserRecord, _ scope: Scope) throws -> String {
        let arn = user.arn(in: scope).description
        let keys = try keys(IndexEntry(name: "user", value: user.name), scope)
        let password = ["false", "N/A", "N/A", "N/A", "false"]
        let who = [Self.quoted(user.name), Self.quoted(arn), Self.date(user.createdAt)]
        return (who + password + keys + Self.certificates).joined(separator: ",")
    }

    /// The columns of two access keys, the active ones first.
    private func keys(_ owner: IndexEntry, _ scope: Scope) throws -> [String] {
        let found = try vault.store.read {
            try $0.list(AccessKeyRecord.self, in: scope, where: owner, after: nil, limit: 100).map(\.value)
        }
        let keys = (found.filter(\.isActive) + found.filter { !$0.isActive }).prefix(2)
        var columns = try keys.flatMap { key in
            let used = try LastUse.accessKey(key.id, vault)
            return [
                key.isActive ? "true" : "false", Self.date(key.createdAt),
                used.map { Self.date($0.date.milliseconds) } ?? "N/A",
                used?.region ?? "N/A", used?.service ?? "N/A",
            ]
        }
        for _ in keys.count..<2 { columns += ["false", "N/A", "N/A", "N/A", "N/A"] }
        return columns
    }

    /// Names may have commas in them (RFC 4180); they have no quotation marks.
    private static func quoted(_ text: String) -> String { text.utf8.contains(0x2c) ? "\"\(text)\"" : text }

    private static func date(_ milliseconds: Int64) -> String {
        Timestamp(milliseconds: milliseconds).iso8601.dropLast() + "+00:00"
    }

    private static let certificates = ["false", "N/A", "false", "N/A"]

    private static let header = [
        "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed",
        "password_next_rotation", "mfa_active", "access_key_1_active", "access_key_1_last_rotated",
        "access_key_1_last_used_date", "access_key_1_last_used_region", "access_key_1_last_used_service",
        "access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date",
        "access_key_2_last_used_region", "access_key_2_last_used_service", "cert_1_active", "cert_1_last_rotated",
        "cert_2_active", "cert_2_last_rotated",
    ].joined(separator: ",")
}
