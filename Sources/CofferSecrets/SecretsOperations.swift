// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// The operations of Secrets Manager that this room answers.
public enum SecretsOperations {
    /// `keys` is how values are encrypted: KMS, which the engine supplies.
    public static func all(_ vault: Vault, keys: any KeyProtection) -> [RegisteredOperation] {
        let sealer = SecretSealer(keys: keys)
        return [
            RegisteredOperation(CreateSecretHandler(vault: vault, sealer: sealer)),
            RegisteredOperation(GetSecretValueHandler(vault: vault, sealer: sealer)),
            RegisteredOperation(BatchGetSecretValueHandler(vault: vault, sealer: sealer)),
            RegisteredOperation(PutSecretValueHandler(vault: vault, sealer: sealer)),
            RegisteredOperation(UpdateSecretHandler(vault: vault, sealer: sealer)),
            RegisteredOperation(UpdateSecretVersionStageHandler(vault: vault)),
            RegisteredOperation(DescribeSecretHandler(vault: vault)),
            RegisteredOperation(ListSecretsHandler(vault: vault)),
            RegisteredOperation(ListSecretVersionIdsHandler(vault: vault)),
            RegisteredOperation(DeleteSecretHandler(vault: vault)),
            RegisteredOperation(RestoreSecretHandler(vault: vault)),
            RegisteredOperation(TagResourceHandler(vault: vault)),
            RegisteredOperation(UntagResourceHandler(vault: vault)),
            RegisteredOperation(GetRandomPasswordHandler()),
            RegisteredOperation(GetResourcePolicyHandler(vault: vault)),
            RegisteredOperation(PutResourcePolicyHandler(vault: vault)),
            RegisteredOperation(DeleteResourcePolicyHandler(vault: vault)),
            RegisteredOperation(ValidateResourcePolicyHandler(vault: vault)),
        ]
    }
}
