// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Files as they were before their keys became references: kept in the vault, encrypted, until somebody confirms that all is
/// well. Of a file that was rewritten several times, each of its earlier texts is there, and the newest is put back first.
public struct Originals: Sendable {
    /// A file's earlier text.
    public struct Kept: Sendable {
        /// The name in the vault.
        let name: String
        /// The file, without links.
        public let path: String
        public let keptAt: Timestamp
        /// 1 for the oldest of a file's texts.
        let number: Int
        /// The fingerprint of what the file became.
        let rewritten: String?
    }

    /// The largest file whose original can be kept: Secrets Manager's limit for a value.
    public static let longest = 65_536
    private static let prefix = SecretName.reserved + "undo/"

    private let client: AWSClient
    private let fingerprint: @Sendable (UnsafeRawBufferPointer) -> String

    /// - Parameter fingerprint: the vault's keyed hash, as text.
    public init(_ client: AWSClient, fingerprint: @escaping @Sendable (UnsafeRawBufferPointer) -> String) {
        self.client = client
        self.fingerprint = fingerprint
    }

    /// Keeps what a rewrite replaces. Call it before the rewrite's `commit`.
    public func keep(_ rewrite: PreparedRewrite) async throws {
        var number = try await kept(of: rewrite.path).first?.number ?? 0
        while true {
            number += 1
            do {
                _ = try await client.call(
                    SecretsManager.CreateSecret.self,
                    SecretsManager.CreateSecretInput(
                        name: name(of: rewrite.path, number), clientRequestToken: UniqueID.uuid(),
                        description: String(rewrite.path.prefix(2000)), kmsKeyId: SecretStoring.keyAlias,
                        secretBinary: rewrite.original,
                        tags: [
                            SecretsManager.Tag(key: SecretTag.rewritten, value: rewrite.content.withUnsafeBytes(fingerprint))
                        ]))
                return
            } catch let error as AWSError where error.code == "ResourceExistsException" {
                continue
            }
        }
    }

    /// A file's earlier texts, the newest first.
    public func kept(of path: String) async throws -> [Kept] {
        let first = name(of: path, 1)
        return try await all(named: first).filter { $0.name == first || $0.name.hasPrefix(first + "/") }
    }

    /// Those of all files in a folder and below it.
    public func kept(under folder: String) async throws -> [Kept] {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        return try await all(named: Self.prefix).filter { $0.path.hasPrefix(start) }
    }

    /// Puts a file back as it was, whole or not at all, and forgets that text.
    /// - Throws: `RewriteError` where the file is not what the rewrite made of it.
    public func putBack(_ kept: Kept) async throws {
        let found = try await client.call(
            SecretsManager.GetSecretValue.self, SecretsManager.GetSecretValueInput(secretId: kept.name))
        guard let bytes = found.secretBinary else { throw AWSError.internalFailure }
        try FileRewriter().restore(path: kept.path, bytes: bytes) { $0.withUnsafeBytes(fingerprint) == kept.rewritten }
        try await forget(kept)
    }

    /// Takes a text out of the vault, for good.
    public func forget(_ kept: Kept) async throws {
        _ = try await client.call(
            SecretsManager.DeleteSecret.self,
            SecretsManager.DeleteSecretInput(secretId: kept.name, forceDeleteWithoutRecovery: true))
    }

    /// `coffer/undo/HASH` for the first text of a file, `coffer/undo/HASH/2` for the second.
    private func name(of path: String, _ number: Int) -> String {
        var path = path
        let hash = path.withUTF8 { fingerprint(UnsafeRawBufferPointer($0)) }
        return Self.prefix + hash.dropFirst(3) + (number == 1 ? "" : "/\(number)")
    }

    private func all(named prefix: String) async throws -> [Kept] {
        let entries = try await client.all(
            SecretsManager.ListSecrets.self,
            SecretsManager.ListSecretsInput(maxResults: 100, filters: [SecretsManager.Filter(key: "name", values: [prefix])]),
            marker: \.nextToken, next: \.nextToken, items: { $0.secretList ?? [] })
        let kept = entries.compactMap { entry -> Kept? in
            guard let name = entry.name, name.hasPrefix(Self.prefix), let path = entry.description else { return nil }
            let parts = name.split(separator: "/")
            return Kept(
                name: name, path: path, keptAt: entry.createdDate ?? Timestamp(milliseconds: 0),
                number: parts.count > 3 ? Int(parts[3]) ?? 1 : 1,
                rewritten: entry.tags?.first { $0.key == SecretTag.rewritten }?.value)
        }
        return kept.sorted { ($0.path, -$0.number) < ($1.path, -$1.number) }
    }
}
