// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Tags that Coffer puts on secrets.
public enum SecretTag {
    public static let provider = "coffer:provider"
    public static let fingerprint = "coffer:fingerprint"
    public static let rotationDays = "coffer:rotation-days"
    /// When the value was set: the secret's own dates change with its key and its tags too.
    public static let valueSince = "coffer:value-since"
    /// Where others may have seen the value: it is to be replaced at once.
    public static let exposed = "coffer:exposed"
    /// The fingerprints of the values that it had before, the newest first.
    public static let replaced = "coffer:replaced"
    /// Of a file's original: the fingerprint of what an import made of the file.
    public static let rewritten = "coffer:rewritten"
    /// Of a file's original: that there was no file.
    static let wasAbsent = "coffer:was-absent"
    /// Of a file's original: what binds it to its path.
    static let seal = "coffer:seal"
}

/// A secret of the vault as lists show it. Holds no value.
public struct SecretSummary: Sendable {
    public let name: String
    public let arn: String
    /// The KMS key that it is encrypted under: its ARN, id or alias.
    public let kmsKey: String
    public let provider: String?
    public let fingerprint: String?
    /// Where the value lay in plaintext for others to see, and it was not replaced since: `git history`.
    public let exposure: String?
    /// The fingerprints of the values that it had before.
    public let replaced: [String]
    /// After how many days its value should be replaced.
    public let rotationDays: Int
    public let createdAt: Timestamp
    /// When the value was last replaced.
    public let changedAt: Timestamp
    /// The day on which it was last read, where it ever was.
    public let lastReadAt: Timestamp?

    public static let defaultRotationDays = 90

    /// The key of the secrets that name none.
    static let serviceKey = "alias/aws/secretsmanager"

    init?(_ entry: SecretsManager.SecretListEntry) {
        guard let name = entry.name, let arn = entry.arn else { return nil }
        func tag(_ key: String) -> String? { entry.tags?.first { $0.key == key }?.value }
        self.name = name
        self.arn = arn
        kmsKey = entry.kmsKeyId ?? Self.serviceKey
        provider = tag(SecretTag.provider)
        fingerprint = tag(SecretTag.fingerprint)
        exposure = tag(SecretTag.exposed)
        replaced = tag(SecretTag.replaced)?.split(separator: " ").map { String($0) } ?? []
        rotationDays = tag(SecretTag.rotationDays).flatMap { Int($0) } ?? Self.defaultRotationDays
        createdAt = entry.createdDate ?? Timestamp(milliseconds: 0)
        let since = tag(SecretTag.valueSince).flatMap { Timestamp(iso8601: $0) }
        lastReadAt = entry.lastAccessedDate
        changedAt = since ?? entry.lastRotatedDate ?? entry.lastChangedDate ?? createdAt
    }

    /// Whole days since the value was replaced.
    public func age(at now: Timestamp) -> Int { max(0, Int((now.milliseconds - changedAt.milliseconds) / 86_400_000)) }

    /// Days until it should be replaced; negative when that was earlier.
    public func daysLeft(at now: Timestamp) -> Int { rotationDays - age(at: now) }

    public func isDue(at now: Timestamp) -> Bool { exposure != nil || daysLeft(at: now) <= 0 }

    /// Coffer's own keepings, such as what an import may be undone with.
    public var isOwn: Bool { name.hasPrefix(SecretName.reserved) }

    /// All secrets of the client's region, in order of their names.
    public static func all(_ client: AWSClient) async throws -> [SecretSummary] {
        let entries = try await client.all(
            SecretsManager.ListSecrets.self, SecretsManager.ListSecretsInput(maxResults: 100), marker: \.nextToken,
            next: \.nextToken, items: { $0.secretList ?? [] })
        return entries.compactMap { SecretSummary($0) }.sorted { $0.name < $1.name }
    }
}
