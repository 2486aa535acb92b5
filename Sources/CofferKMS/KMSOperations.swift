// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// The operations of KMS that there are. The engine answers the others with UnsupportedOperationException.
public enum KMSOperations {
    public static func all(_ vault: Vault) -> [RegisteredOperation] {
        let keys = KeyFinder(vault: vault)
        return lifecycle(vault, keys) + cryptography(keys) + [
            RegisteredOperation(CreateAlias(keys: keys)),
            RegisteredOperation(UpdateAlias(keys: keys)),
            RegisteredOperation(DeleteAlias(keys: keys)),
            RegisteredOperation(ListAliases(keys: keys)),
            RegisteredOperation(RotateKeyOnDemand(keys: keys)),
            RegisteredOperation(EnableKeyRotation(keys: keys)),
            RegisteredOperation(DisableKeyRotation(keys: keys)),
            RegisteredOperation(GetKeyRotationStatus(keys: keys)),
            RegisteredOperation(ListKeyRotations(keys: keys)),
            RegisteredOperation(TagResource(keys: keys)),
            RegisteredOperation(UntagResource(keys: keys)),
            RegisteredOperation(ListResourceTags(keys: keys)),
            RegisteredOperation(GetKeyPolicy(keys: keys)),
            RegisteredOperation(PutKeyPolicy(keys: keys)),
            RegisteredOperation(ListKeyPolicies(keys: keys)),
        ]
    }

    private static func lifecycle(_ vault: Vault, _ keys: KeyFinder) -> [RegisteredOperation] {
        [
            RegisteredOperation(CreateKey(vault: vault)),
            RegisteredOperation(DescribeKey(keys: keys)),
            RegisteredOperation(ListKeys(vault: vault)),
            RegisteredOperation(EnableKey(keys: keys)),
            RegisteredOperation(DisableKey(keys: keys)),
            RegisteredOperation(UpdateKeyDescription(keys: keys)),
            RegisteredOperation(ScheduleKeyDeletion(keys: keys)),
            RegisteredOperation(CancelKeyDeletion(keys: keys)),
        ]
    }

    private static func cryptography(_ keys: KeyFinder) -> [RegisteredOperation] {
        [
            RegisteredOperation(Encrypt(keys: keys)),
            RegisteredOperation(Decrypt(keys: keys)),
            RegisteredOperation(ReEncrypt(keys: keys)),
            RegisteredOperation(GenerateDataKey(keys: keys)),
            RegisteredOperation(GenerateDataKeyWithoutPlaintext(keys: keys)),
            RegisteredOperation(GenerateRandom()),
        ]
    }
}
