// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
internal import CofferBase

/// Files as they were before their keys became references: kept in the vault, encrypted, until somebody confirms that all is
/// well. Of a file that was rewritten several times, each of its earlier texts is there, and the newest is put back first.
///
/// What is kept is bound to its path with the vault's keyed hash: whoever may write secrets can't have a text of theirs put
/// into a file.
public struct Originals: Sendable {
    /// A file's earlier text, or that there was none.
    public struct Kept: Sendable {
        /// The name in the vault.
        let name: String
        /// The file, without links.
        public let path: String
        /// 1 for the oldest of a file's texts.
        let number: Int
        /// Whether there was no such file.
        public let wasAbsent: Bool
        /// The fingerprint of what the file became.
        let rewritten: String
        let seal: String
    }

    /// The largest file whose original can be kept: Secrets Manager's limit for a value.
    public static let longest = 65_536
    /// The longest path: Secrets Manager's limit for a description.
    private static let longestPath = 2048
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
        try await keep(rewrite.original, of: rewrite.path, wasAbsent: false, becomes: rewrite.content)
    }

    /// Notes that there is no such file. Call it before it is made.
    public func keep(_ file: NewFile) async throws {
        try await keep(SharedSecret(copying: [0]), of: file.path, wasAbsent: true, becomes: file.content)
    }

    private func keep(
        _ original: SharedSecret, of path: String, wasAbsent: Bool, becomes content: SharedSecret
    ) async throws {
        guard path.utf8.count <= Self.longestPath else {
            throw RewriteError(.tooLarge, path, "its path is too long for it to be put back: not changed")
        }
        let rewritten = content.withUnsafeBytes(fingerprint)
        var number = try await kept(of: path).first?.number ?? 0
        while true {
            number += 1
            var tags = [
                SecretsManager.Tag(key: SecretTag.rewritten, value: rewritten),
                SecretsManager.Tag(
                    key: SecretTag.seal,
                    value: seal(original, path: path, number: number, wasAbsent: wasAbsent, rewritten: rewritten)),
            ]
            if wasAbsent { tags.append(SecretsManager.Tag(key: SecretTag.wasAbsent, value: "true")) }
            do {
                _ = try await client.call(
                    SecretsManager.CreateSecret.self,
                    SecretsManager.CreateSecretInput(
                        name: name(of: path, number), clientRequestToken: UniqueID.uuid(), description: path,
                        kmsKeyId: SecretStoring.keyAlias, secretBinary: original, tags: tags))
                return
            } catch let error as AWSError where error.code == "ResourceExistsException" {
                continue
            }
        }
    }

    /// A file's earlier texts, the newest first.
    public func kept(of path: String) async throws -> [Kept] {
        try await all(named: name(of: path, 1)).filter { $0.path == path }
    }

    /// Those of all files in a folder and below it.
    public func kept(under folder: String) async throws -> [Kept] {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        return try await all(named: Self.prefix).filter { $0.path.hasPrefix(start) }
    }

    /// Puts a file back as it was, whole or not at all, and forgets that text.
    /// - Parameter isForced: also where the file was changed since, which is lost then.
    /// - Throws: `RewriteError` where the file is not what the rewrite made of it, or what was kept is not what it was.
    public func putBack(_ kept: Kept, isForced: Bool = false) async throws {
        let found = try await client.call(
            SecretsManager.GetSecretValue.self, SecretsManager.GetSecretValueInput(secretId: kept.name))
        guard let original = found.secretBinary,
            kept.seal
                == seal(original, path: kept.path, number: kept.number, wasAbsent: kept.wasAbsent, rewritten: kept.rewritten)
        else {
            throw RewriteError(
                .changed, kept.path, "what the vault keeps of it (\(kept.name)) was changed by somebody: not put back")
        }
        guard try FileRewriter.realPath(kept.path) == kept.path else {
            throw RewriteError(.changed, kept.path, "is a link now, or lies behind one: not put back")
        }
        func isExpected(_ bytes: SharedSecret) -> Bool { isForced || bytes.withUnsafeBytes(fingerprint) == kept.rewritten }
        if kept.wasAbsent {
            try NewFile.remove(kept.path, isExpected: isExpected)
        } else {
            try FileRewriter().restore(path: kept.path, bytes: original, isExpected: isExpected)
        }
        try await forget(kept)
    }

    /// Takes a text out of the vault, for good.
    public func forget(_ kept: Kept) async throws {
        _ = try await client.call(
            SecretsManager.DeleteSecret.self,
            SecretsManager.DeleteSecretInput(secretId: kept.name, forceDeleteWithoutRecovery: true))
    }

    /// The keyed hash of all that putting back relies on. Nothing else that is hashed with that key begins like it.
    private func seal(_ original: SharedSecret, path: String, number: Int, wasAbsent: Bool, rewritten: String) -> String {
        let parts = ["coffer/undo", path, String(number), String(wasAbsent), rewritten, original.withUnsafeBytes(fingerprint)]
        return Array(parts.map { "\($0.utf8.count):\($0)\0" }.joined().utf8).withUnsafeBytes(fingerprint)
    }

    /// `coffer/undo/HASH` for the first text of a file, `coffer/undo/HASH/2` for the second.
    private func name(of path: String, _ number: Int) -> String {
        let hash = Array(path.utf8).withUnsafeBytes(fingerprint)
        return Self.prefix + hash.dropFirst(3) + (number == 1 ? "" : "/\(number)")
    }

    private func all(named prefix: String) async throws -> [Kept] {
        let entries = try await client.all(
            SecretsManager.ListSecrets.self,
            SecretsManager.ListSecretsInput(maxResults: 100, filters: [SecretsManager.Filter(key: "name", values: [prefix])]),
            marker: \.nextToken, next: \.nextToken, items: { $0.secretList ?? [] })
        let kept = entries.compactMap { entry -> Kept? in
            guard let name = entry.name, let path = entry.description else { return nil }
            func tag(_ key: String) -> String? { entry.tags?.first { $0.key == key }?.value }
            let parts = name.split(separator: "/")
            let number = parts.count > 3 ? Int(parts[3]) ?? 0 : 1
            // One that names another file than its own is none of ours.
            guard name == self.name(of: path, number) else { return nil }
            return Kept(
                name: name, path: path, number: number, wasAbsent: tag(SecretTag.wasAbsent) != nil,
                rewritten: tag(SecretTag.rewritten) ?? "", seal: tag(SecretTag.seal) ?? "")
        }
        return kept.sorted { ($0.path, -$0.number) < ($1.path, -$1.number) }
    }
}
