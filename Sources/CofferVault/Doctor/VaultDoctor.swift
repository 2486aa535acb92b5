// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Looks for the common mistakes that the vault itself can tell: one key for everything, permissions that are too
/// wide, keys that were never rotated, no backup, and an encryption key that is shut or about to go.
public struct VaultDoctor: Sendable {
    let client: AWSClient

    public init(_ client: AWSClient) { self.client = client }

    /// - Parameter isAWS: where nobody tells which app read a secret.
    public func findings(at now: Timestamp, lastBackup: Timestamp?, isAWS: Bool = false) async throws -> [DoctorFinding] {
        let all = try await SecretSummary.all(client)
        let secrets = all.filter { !$0.isOwn }
        var findings = try await encryptionKeys(of: all)
        let principals = try await AccountPolicies(client).principals
        let readings = try await client.readings(isAWS: isAWS)
        let apps = principals.filter(\.isApp).sorted { $0.name < $1.name }
        findings += Self.shared(secrets, apps) + Self.unused(secrets, apps, readings, at: now)
        let users = try await client.all(
            IAM.ListUsers.self, IAM.ListUsersInput(), marker: \.marker, next: \.marker, items: { $0.users })
        findings += principals.flatMap(Self.broadPermissions)
        findings += try await accessKeys(of: users, at: now)
        if let finding = try await ownerKey(at: now) { findings.append(finding) }
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

    /// A key that several apps use can't be replaced or traced for one of them.
    static func shared(_ secrets: [SecretSummary], _ apps: [AccountPolicies.Principal]) -> [DoctorFinding] {
        secrets.compactMap { secret in
            let users = apps.filter { $0.entry(.read, of: secret.arn) != nil }.map(\.name)
            guard users.count > 1, let provider = secret.provider else { return nil }
            return DoctorFinding(
                .shared, "\(secret.name) is used by \(users.count) apps: \(users.joined(separator: ", "))",
                mend: "coffer add \(provider)/\(users[1]), with a key of its own")
        }
    }

    /// What an app may read and has not for 30 days.
    /// - Parameter readings: of each app. Nil where only the day of a secret's last reading is known, by whomever.
    static func unused(
        _ secrets: [SecretSummary], _ apps: [AccountPolicies.Principal], _ readings: [Coffer.Reading]?, at now: Timestamp
    ) -> [DoctorFinding] {
        secrets.flatMap { secret in
            apps.compactMap { app in
                // What a use's name allows has no grant of its own to take away.
                guard let grant = app.entry(.read, of: secret.arn), grant.key == secret.name else { return nil }
                let own = readings?.filter { $0.principalId == app.id && $0.secretArn == secret.arn }.map(\.lastReadAt).max()
                // Nobody notes when it was allowed: not before both were there.
                let since = max(secret.createdAt, app.createdAt ?? secret.createdAt)
                let days = Self.days(from: (readings == nil ? secret.lastReadAt : own) ?? since, to: now)
                guard days > 30 else { return nil }
                let reader = readings == nil ? "nobody has read" : "it has not read"
                return DoctorFinding(
                    .unused, "\(app.name) may read \(secret.name), which \(reader) for \(days) days", mend: grant.removal)
            }
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

    static func days(from: Timestamp, to: Timestamp) -> Int {
        max(0, Int((to.milliseconds - from.milliseconds) / 86_400_000))
    }
}
