// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient

/// The KMS key of an account that Coffer's commands encrypt everything under.
public enum FirstKey {
    private static let alias = "alias/coffer"

    /// Makes the key with its alias, and has it rotated once a year.
    /// - Returns: the key's ARN.
    public static func make(_ owner: AWSClient) async throws -> String {
        let made = try await owner.call(
            KMS.CreateKey.self, KMS.CreateKeyInput(description: "Coffer's key for the secrets of this vault"))
        guard let metadata = made.keyMetadata, let arn = metadata.arn else { throw AWSError.internalFailure }
        _ = try await owner.call(KMS.CreateAlias.self, KMS.CreateAliasInput(aliasName: alias, targetKeyId: metadata.keyId))
        _ = try await owner.call(KMS.EnableKeyRotation.self, KMS.EnableKeyRotationInput(keyId: metadata.keyId))
        return arn
    }

    /// Makes it where the account has none.
    public static func ensure(_ owner: AWSClient) async throws {
        do {
            _ = try await owner.call(KMS.DescribeKey.self, KMS.DescribeKeyInput(keyId: alias))
        } catch let error as AWSError where error.code == "NotFoundException" {
            _ = try await make(owner)
        }
    }
}
