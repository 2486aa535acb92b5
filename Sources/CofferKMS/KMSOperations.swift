// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// All operations of KMS.
public enum KMSOperations {
    public static func all(_ vault: Vault) -> [RegisteredOperation] {
        let keys = KeyFinder(vault: vault)
        return lifecycle(vault, keys) + cryptography(keys) + access(keys) + rotation(keys) + imports(keys)
            + customKeyStores()
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
            RegisteredOperation(GetKeyLastUsage(keys: keys)),
            RegisteredOperation(ReplicateKey(keys: keys)),
            RegisteredOperation(UpdatePrimaryRegion(keys: keys)),
            RegisteredOperation(CreateAlias(keys: keys)),
            RegisteredOperation(UpdateAlias(keys: keys)),
            RegisteredOperation(DeleteAlias(keys: keys)),
            RegisteredOperation(ListAliases(keys: keys)),
            RegisteredOperation(TagResource(keys: keys)),
            RegisteredOperation(UntagResource(keys: keys)),
            RegisteredOperation(ListResourceTags(keys: keys)),
        ]
    }

    private static func cryptography(_ keys: KeyFinder) -> [RegisteredOperation] {
        [
            RegisteredOperation(Encrypt(keys: keys)),
            RegisteredOperation(Decrypt(keys: keys)),
            RegisteredOperation(ReEncrypt(keys: keys)),
            RegisteredOperation(GenerateDataKey(keys: keys)),
            RegisteredOperation(GenerateDataKeyWithoutPlaintext(keys: keys)),
            RegisteredOperation(GenerateDataKeyPair(keys: keys)),
            RegisteredOperation(GenerateDataKeyPairWithoutPlaintext(keys: keys)),
            RegisteredOperation(GenerateRandom()),
            RegisteredOperation(Sign(keys: keys)),
            RegisteredOperation(Verify(keys: keys)),
            RegisteredOperation(GenerateMac(keys: keys)),
            RegisteredOperation(VerifyMac(keys: keys)),
            RegisteredOperation(DeriveSharedSecret(keys: keys)),
            RegisteredOperation(Encapsulate(keys: keys)),
            RegisteredOperation(Decapsulate(keys: keys)),
            RegisteredOperation(GetPublicKey(keys: keys)),
        ]
    }

    private static func access(_ keys: KeyFinder) -> [RegisteredOperation] {
        [
            RegisteredOperation(GetKeyPolicy(keys: keys)),
            RegisteredOperation(PutKeyPolicy(keys: keys)),
            RegisteredOperation(ListKeyPolicies(keys: keys)),
            RegisteredOperation(CreateGrant(keys: keys)),
            RegisteredOperation(ListGrants(keys: keys)),
            RegisteredOperation(ListRetirableGrants(keys: keys)),
            RegisteredOperation(RetireGrant(keys: keys)),
            RegisteredOperation(RevokeGrant(keys: keys)),
        ]
    }

    private static func rotation(_ keys: KeyFinder) -> [RegisteredOperation] {
        [
            RegisteredOperation(RotateKeyOnDemand(keys: keys)),
            RegisteredOperation(EnableKeyRotation(keys: keys)),
            RegisteredOperation(DisableKeyRotation(keys: keys)),
            RegisteredOperation(GetKeyRotationStatus(keys: keys)),
            RegisteredOperation(ListKeyRotations(keys: keys)),
        ]
    }

    private static func imports(_ keys: KeyFinder) -> [RegisteredOperation] {
        [
            RegisteredOperation(GetParametersForImport(keys: keys)),
            RegisteredOperation(ImportKeyMaterial(keys: keys)),
            RegisteredOperation(DeleteImportedKeyMaterial(keys: keys)),
        ]
    }

    private static func customKeyStores() -> [RegisteredOperation] {
        [
            RegisteredOperation(CreateCustomKeyStore()),
            RegisteredOperation(DescribeCustomKeyStores()),
            RegisteredOperation(UpdateCustomKeyStore()),
            RegisteredOperation(ConnectCustomKeyStore()),
            RegisteredOperation(DisconnectCustomKeyStore()),
            RegisteredOperation(DeleteCustomKeyStore()),
        ]
    }
}
