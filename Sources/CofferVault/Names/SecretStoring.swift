// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Stores keys as secrets, encrypted under the vault's KMS key.
public struct SecretStoring: Sendable {
    private let client: AWSClient
    public static let keyAlias = "alias/coffer"

    public init(_ client: AWSClient) { self.client = client }

    /// Makes a secret with Coffer's tags. Throws `ResourceExistsException` where the name is taken.
    /// - Parameter exposure: who may have seen it in plaintext, for a key that is to be replaced at once.
    public func create(
        _ name: SecretName, value: SharedSecret, fingerprint: String, rotationDays: Int, exposure: Exposure? = nil
    ) async throws {
        _ = try await client.call(
            SecretsManager.CreateSecret.self,
            SecretsManager.CreateSecretInput(
                name: name.description, clientRequestToken: UniqueID.uuid(), kmsKeyId: Self.keyAlias, secretString: value,
                tags: [
                    SecretsManager.Tag(key: SecretTag.provider, value: name.provider),
                    SecretsManager.Tag(key: SecretTag.fingerprint, value: fingerprint),
                    SecretsManager.Tag(key: SecretTag.rotationDays, value: String(rotationDays)),
                    Self.valueIsNew,
                ] + (exposure.map { [Self.exposed($0)] } ?? [])))
    }

    /// Notes of a secret that it lay where others may have seen it, until its value is replaced.
    public func note(_ exposure: Exposure, of name: String) async throws {
        _ = try await client.call(
            SecretsManager.TagResource.self, SecretsManager.TagResourceInput(secretId: name, tags: [Self.exposed(exposure)]))
    }

    private static func exposed(_ exposure: Exposure) -> SecretsManager.Tag {
        SecretsManager.Tag(key: SecretTag.exposed, value: exposure.text)
    }

    /// Replaces the value: first as AWSPENDING, then as AWSCURRENT; the old one stays as AWSPREVIOUS.
    public func rotate(_ name: String, value: SharedSecret, fingerprint: String) async throws {
        let described = try await client.call(
            SecretsManager.DescribeSecret.self, SecretsManager.DescribeSecretInput(secretId: name))
        let current = described.versionIdsToStages?.first { $0.value.contains("AWSCURRENT") }?.key
        let put = try await client.call(
            SecretsManager.PutSecretValue.self,
            SecretsManager.PutSecretValueInput(
                secretId: name, clientRequestToken: UniqueID.uuid(), secretString: value, versionStages: ["AWSPENDING"]))
        guard let version = put.versionId else { throw AWSError.internalFailure }
        _ = try await client.call(
            SecretsManager.UpdateSecretVersionStage.self,
            SecretsManager.UpdateSecretVersionStageInput(
                secretId: name, versionStage: "AWSCURRENT", removeFromVersionId: current, moveToVersionId: version))
        _ = try await client.call(
            SecretsManager.UpdateSecretVersionStage.self,
            SecretsManager.UpdateSecretVersionStageInput(
                secretId: name, versionStage: "AWSPENDING", removeFromVersionId: version))
        _ = try await client.call(
            SecretsManager.TagResource.self,
            SecretsManager.TagResourceInput(
                secretId: name,
                tags: [
                    SecretsManager.Tag(key: SecretTag.fingerprint, value: fingerprint), Self.valueIsNew,
                    SecretsManager.Tag(key: SecretTag.replaced, value: Self.replaced(described)),
                ]))
        if described.tags?.contains(where: { $0.key == SecretTag.exposed }) == true {
            _ = try await client.call(
                SecretsManager.UntagResource.self,
                SecretsManager.UntagResourceInput(secretId: name, tagKeys: [SecretTag.exposed]))
        }
    }

    /// The fingerprints of its values so far, the newest first, as many as a tag holds.
    private static func replaced(_ described: SecretsManager.DescribeSecretOutput) -> String {
        func tag(_ key: String) -> [Substring] { described.tags?.first { $0.key == key }?.value?.split(separator: " ") ?? [] }
        return (tag(SecretTag.fingerprint) + tag(SecretTag.replaced)).prefix(10).joined(separator: " ")
    }

    private static var valueIsNew: SecretsManager.Tag {
        SecretsManager.Tag(key: SecretTag.valueSince, value: SystemClock().now().iso8601)
    }

    /// Rotates the vault's KMS key, and has every secret encrypted anew under it.
    /// - Returns: how many secrets that were.
    public func rotateKey() async throws -> Int {
        let key = try await keyARN()
        _ = try await client.call(KMS.RotateKeyOnDemand.self, KMS.RotateKeyOnDemandInput(keyId: key))
        let secrets = try await SecretSummary.all(client)
        for secret in secrets {
            // Naming the key again has the labelled versions encrypted anew, with the key's newest material.
            _ = try await client.call(
                SecretsManager.UpdateSecret.self,
                SecretsManager.UpdateSecretInput(
                    secretId: secret.arn, clientRequestToken: UniqueID.uuid(), kmsKeyId: Self.keyAlias))
        }
        return secrets.count { !$0.isOwn }
    }

    /// Has the vault's KMS key get new material once a year from now on.
    public func rotateYearly() async throws {
        _ = try await client.call(KMS.EnableKeyRotation.self, KMS.EnableKeyRotationInput(keyId: try await keyARN()))
    }

    /// The ARN of the vault's KMS key.
    public func keyARN() async throws -> String {
        let described = try await client.call(KMS.DescribeKey.self, KMS.DescribeKeyInput(keyId: Self.keyAlias))
        guard let arn = described.keyMetadata?.arn else { throw AWSError.internalFailure }
        return arn
    }
}
