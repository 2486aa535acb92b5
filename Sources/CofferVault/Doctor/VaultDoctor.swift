// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Looks for the common mistakes that the vault itself can tell: one key for everything, permissions that are too
/// wide, keys that were never rotated, no backup, and an encryption key that is shut or about to go.
public struct VaultDoctor: Sendable {
    private let client: AWSClient

    public init(_ client: AWSClient) { self.client = client }

    public func findings(at now: Timestamp, lastBackup: Timestamp?) async throws -> [DoctorFinding] {
        let all = try await SecretSummary.all(client)
        let secrets = all.filter { !$0.isOwn }
        var findings = try await encryptionKeys(of: all)
        findings += try await appsSecrets(secrets, at: now)
        let users = try await client.all(
            IAM.ListUsers.self, IAM.ListUsersInput(), marker: \.marker, next: \.marker, items: { $0.users })
        findings += try await permissions(of: users)
        findings += try await accessKeys(of: users, at: now)
        findings += secrets.filter { $0.isDue(at: now) }.map { secret in
            DoctorFinding(
                secret.exposure == nil ? .rotation : .exposed,
                secret.exposure.map { "\(secret.name) was in \($0), and was not replaced since" }
                    ?? "\(secret.name) is \(secret.age(at: now)) days old, and due after \(secret.rotationDays)",
                mend: "coffer rotate \(secret.name)")
        }
        if !secrets.isEmpty, let backup = Self.backup(lastBackup, at: now) { findings.append(backup) }
        return findings
    }

    /// Encryption is no backup: who loses the disk loses the keys.
    static func backup(_ last: Timestamp?, at now: Timestamp) -> DoctorFinding? {
        let mend = "coffer backup FOLDER, with a folder on another disk"
        guard let last else { return DoctorFinding(.backup, "there is no backup of this vault", mend: mend) }
        let days = days(from: last, to: now)
        return days > 30 ? DoctorFinding(.backup, "the last backup is \(days) days old", mend: mend) : nil
    }

    /// The vault's own encryption key and those of its secrets, where one can't be used: what it encrypts can't be read.
    private func encryptionKeys(of secrets: [SecretSummary]) async throws -> [DoctorFinding] {
        var found: [String: (metadata: KMS.KeyMetadata, users: Int)] = [:]
        for name in Set(secrets.map(\.kmsKey) + [SecretStoring.keyAlias]) {
            let described: KMS.DescribeKeyOutput
            do {
                described = try await client.call(KMS.DescribeKey.self, KMS.DescribeKeyInput(keyId: name))
            } catch let error as AWSError where error.code == "NotFoundException" {
                continue
            }
            guard let metadata = described.keyMetadata else { continue }
            found[metadata.keyId, default: (metadata, 0)].users += secrets.count { $0.kmsKey == name }
        }
        var findings: [DoctorFinding] = []
        for (key, (metadata, users)) in found.sorted(by: { $0.key < $1.key }) {
            let needs = users == 1 ? "1 secret needs it" : "\(users) secrets need it"
            switch metadata.keyState {
            case "PendingDeletion":
                let date = metadata.deletionDate.map { String($0.iso8601.prefix(10)) } ?? "its date"
                findings.append(
                    DoctorFinding(
                        .key, "the encryption key \(key) is destroyed for good on \(date), and \(needs)",
                        mend: "aws kms cancel-key-deletion --key-id \(key), then aws kms enable-key --key-id \(key)"))
            case "Disabled":
                findings.append(
                    DoctorFinding(
                        .key, "the encryption key \(key) is disabled, and \(needs)",
                        mend: "aws kms enable-key --key-id \(key)"))
            default: continue
            }
        }
        if let finding = try await ownKeyRotation() { findings.append(finding) }
        return findings
    }

    /// The vault's own key where nothing renews its material.
    private func ownKeyRotation() async throws -> DoctorFinding? {
        do {
            let status = try await client.call(
                KMS.GetKeyRotationStatus.self, KMS.GetKeyRotationStatusInput(keyId: try await SecretStoring(client).keyARN()))
            guard status.keyRotationEnabled != true else { return nil }
        } catch let error as AWSError
            where ["NotFoundException", "KMSInvalidStateException", "UnsupportedOperationException"].contains(error.code)
        {
            return nil
        }
        return DoctorFinding(
            .keyRotation, "the KMS key \(SecretStoring.keyAlias) never gets new key material by itself",
            mend: "coffer rotate --key --yearly")
    }

    /// Secrets that several apps share, and those that an app may read and nobody does.
    private func appsSecrets(_ secrets: [SecretSummary], at now: Timestamp) async throws -> [DoctorFinding] {
        var apps: [(name: String, secrets: [String])] = []
        for app in try await AppRole.all(client) {
            if let permissions = try await app.current(client) { apps.append((app.name, permissions.secrets)) }
        }
        return Self.shared(secrets, apps) + Self.unused(secrets, apps, at: now)
    }

    /// A key that several apps use can't be replaced or traced for one of them.
    static func shared(_ secrets: [SecretSummary], _ apps: [(name: String, secrets: [String])]) -> [DoctorFinding] {
        secrets.compactMap { secret in
            let users = apps.filter { $0.secrets.contains(secret.arn) }.map(\.name)
            guard users.count > 1, let provider = secret.provider else { return nil }
            return DoctorFinding(
                .shared, "\(secret.name) is used by \(users.count) apps: \(users.joined(separator: ", "))",
                mend: "coffer add \(provider)/\(users[1]), with a key of its own")
        }
    }

    /// What an app may read although no app has done so for 30 days. AWS tells the day alone, and of the secret, not of
    /// the app.
    static func unused(
        _ secrets: [SecretSummary], _ apps: [(name: String, secrets: [String])], at now: Timestamp
    ) -> [DoctorFinding] {
        let names = Dictionary(secrets.map { ($0.arn, $0.name) }) { first, _ in first }
        return secrets.compactMap { secret in
            let days = Self.days(from: secret.lastReadAt ?? secret.createdAt, to: now)
            guard days > 30, let app = apps.first(where: { $0.secrets.contains(secret.arn) }) else { return nil }
            let rest = app.secrets.filter { $0 != secret.arn }.compactMap { names[$0] }
            let taking = "aws iam delete-role-policy --role-name \(app.name) --policy-name \(AppRole.policyName)"
            return DoctorFinding(
                .unused, "\(app.name) may read \(secret.name), which nobody has read for \(days) days",
                mend: rest.isEmpty ? taking : "\(taking), then coffer allow \(app.name) \(rest.joined(separator: " "))")
        }
    }

    /// Users' access keys that are older than 90 days.
    private func accessKeys(of users: [IAM.User], at now: Timestamp) async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        for user in users {
            let keys = try await client.all(
                IAM.ListAccessKeys.self, IAM.ListAccessKeysInput(userName: user.userName), marker: \.marker,
                next: \.marker, items: { $0.accessKeyMetadata })
            findings += keys.compactMap { Self.oldAccessKey($0, of: user.userName, at: now) }
        }
        return findings
    }

    static func oldAccessKey(_ key: IAM.AccessKeyMetadata, of user: String, at now: Timestamp) -> DoctorFinding? {
        guard let id = key.accessKeyId, let created = key.createDate, key.status == "Active" else { return nil }
        let days = days(from: created, to: now)
        guard days > 90 else { return nil }
        return DoctorFinding(
            .accessKey, "the access key \(id) of the user \(user) is \(days) days old",
            mend: "aws iam create-access-key --user-name \(user); once that one is in use, "
                + "aws iam delete-access-key --user-name \(user) --access-key-id \(id)")
    }

    private static func days(from: Timestamp, to: Timestamp) -> Int {
        max(0, Int((to.milliseconds - from.milliseconds) / 86_400_000))
    }

    /// Roles and users that may do everything, or do something to everything.
    private func permissions(of users: [IAM.User]) async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        let roles = try await client.all(
            IAM.ListRoles.self, IAM.ListRolesInput(), marker: \.marker, next: \.marker, items: { $0.roles })
        for role in roles {
            let names = try await client.all(
                IAM.ListRolePolicies.self, IAM.ListRolePoliciesInput(roleName: role.roleName), marker: \.marker,
                next: \.marker, items: { $0.policyNames })
            for name in names {
                let got = try await client.call(
                    IAM.GetRolePolicy.self, IAM.GetRolePolicyInput(roleName: role.roleName, policyName: name))
                guard Self.isBroad(PercentText.decoded(got.policyDocument)) else { continue }
                findings.append(
                    DoctorFinding(
                        .permissions, "the role \(role.roleName) may do more than it needs (policy \(name) holds *)",
                        mend: "aws iam delete-role-policy --role-name \(role.roleName) --policy-name \(name), then coffer allow"))
            }
        }
        for user in users {
            let names = try await client.all(
                IAM.ListUserPolicies.self, IAM.ListUserPoliciesInput(userName: user.userName), marker: \.marker,
                next: \.marker, items: { $0.policyNames })
            for name in names {
                let got = try await client.call(
                    IAM.GetUserPolicy.self, IAM.GetUserPolicyInput(userName: user.userName, policyName: name))
                guard Self.isBroad(PercentText.decoded(got.policyDocument)) else { continue }
                findings.append(
                    DoctorFinding(
                        .permissions, "the user \(user.userName) may do more than it needs (policy \(name) holds *)",
                        mend: "aws iam put-user-policy --user-name \(user.userName) --policy-name \(name) --policy-document …"))
            }
        }
        return findings
    }

    /// True where an allowing statement names all actions of a service, or secrets or keys without saying which.
    static func isBroad(_ policy: String) -> Bool {
        guard let json = try? JSONValue(parsing: policy) else { return true }
        func texts(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? [] }
        let statements = json["Statement"]?.array ?? json["Statement"].map { [$0] } ?? []
        return statements.contains { statement in
            guard statement["Effect"]?.string == "Allow" else { return false }
            if statement["NotAction"] != nil || statement["NotResource"] != nil { return true }
            let actions = texts(statement["Action"])
            if actions.contains(where: { $0 == "*" || $0.hasSuffix(":*") }) { return true }
            let opens = actions.contains { $0.hasPrefix("kms:") || $0.hasPrefix("secretsmanager:") }
            return opens && texts(statement["Resource"]).contains("*") && statement["Condition"] == nil
        }
    }
}
