# SPDX-License-Identifier: Apache-2.0
"""A call of each operation of KMS that is refused, and how: for test_kms_operations.py.

`k` is that file's fixture `keys`.
"""

import json

from conftest import ACCOUNT, REGION

REPLICA_REGION = "us-west-2"
NOBODY = "00000000-0000-4000-8000-000000000000"
STORE = "cks-1234567890abcdef0"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
LOCKED_OUT = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": ROOT}, "Action": "kms:Encrypt", "Resource": "*"}],
})

# What each operation is called with, the code that it is refused with, and its message: None for AWS's empty ones, ...
# for those whose words are our own.
REFUSALS = {
    "CancelKeyDeletion": (
        lambda k: dict(KeyId=k.plain), "KMSInvalidStateException", "{k.plain} is not pending deletion."),
    "ConnectCustomKeyStore": (lambda k: dict(CustomKeyStoreId=STORE), "CustomKeyStoreNotFoundException", ...),
    "CreateAlias": (
        lambda k: dict(AliasName=k.alias, TargetKeyId=k.other), "AlreadyExistsException",
        "An alias with the name arn:aws:kms:{region}:{account}:{k.alias} already exists"),
    "CreateCustomKeyStore": (lambda k: dict(CustomKeyStoreName="x"), "UnsupportedOperationException", ...),
    "CreateGrant": (
        lambda k: dict(KeyId=k.mac, GranteePrincipal=ROOT, Operations=["Encrypt"]), "ValidationException",
        "Operations [Encrypt] are not supported when creating a grant for a symmetric KMS key with key usage "
        "GENERATE_VERIFY_MAC. Valid operations are [CreateGrant, RetireGrant, DescribeKey, GenerateMac, VerifyMac]"),
    "CreateKey": (
        lambda k: dict(KeySpec="RSA_2048"), "ValidationException",
        "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys."),
    "Decapsulate": (
        lambda k: dict(KeyId=k.lattice, EncapsulationAlgorithm="ML_KEM", SharedSecretCiphertextBlob=b"short"),
        "InvalidCiphertextException", None),
    "Decrypt": (
        lambda k: dict(CiphertextBlob=k.blob, KeyId=k.other), "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation."),
    "DeleteAlias": (
        lambda k: dict(AliasName="alias/nothing"), "NotFoundException",
        "Alias arn:aws:kms:{region}:{account}:alias/nothing is not found."),
    "DeleteCustomKeyStore": (lambda k: dict(CustomKeyStoreId=STORE), "CustomKeyStoreNotFoundException", ...),
    "DeleteImportedKeyMaterial": (
        lambda k: dict(KeyId=k.plain), "UnsupportedOperationException",
        "{k.plain} origin is AWS_KMS which is not valid for this operation."),
    "DeriveSharedSecret": (
        lambda k: dict(KeyId=k.agree, KeyAgreementAlgorithm="ECDH", PublicKey=b"no key"), "ValidationException", None),
    "DescribeCustomKeyStores": (lambda k: dict(CustomKeyStoreId=STORE), "CustomKeyStoreNotFoundException", ...),
    "DescribeKey": (
        lambda k: dict(KeyId=NOBODY), "NotFoundException",
        "Key 'arn:aws:kms:{region}:{account}:key/{nobody}' does not exist"),
    "DisableKey": (lambda k: dict(KeyId=k.external), "KMSInvalidStateException", "{k.external} is pending import."),
    "DisableKeyRotation": (
        lambda k: dict(KeyId=k.external), "UnsupportedOperationException",
        "{k.external} origin is EXTERNAL which is not valid for this operation."),
    "DisconnectCustomKeyStore": (lambda k: dict(CustomKeyStoreId=STORE), "CustomKeyStoreNotFoundException", ...),
    "EnableKey": (lambda k: dict(KeyId=k.dying), "KMSInvalidStateException", "{k.dying} is pending deletion."),
    "EnableKeyRotation": (lambda k: dict(KeyId=k.mac), "UnsupportedOperationException", None),
    "Encapsulate": (
        lambda k: dict(KeyId=k.plain, EncapsulationAlgorithm="ML_KEM"), "InvalidKeyUsageException",
        "{k.plain} key usage is ENCRYPT_DECRYPT which is not valid for Encapsulate."),
    "Encrypt": (
        lambda k: dict(KeyId=k.sign, Plaintext=b"x"), "InvalidKeyUsageException",
        "{k.sign} key usage is SIGN_VERIFY which is not valid for Encrypt."),
    "GenerateDataKey": (
        lambda k: dict(KeyId=k.disabled, KeySpec="AES_256"), "DisabledException", "{k.disabled} is disabled."),
    "GenerateDataKeyPair": (
        lambda k: dict(KeyId=k.plain, KeyPairSpec="ECC_NIST_P256", DryRun=True), "DryRunOperationException",
        "The request would have succeeded, but the DryRun option is set."),
    "GenerateDataKeyPairWithoutPlaintext": (
        lambda k: dict(KeyId=k.external, KeyPairSpec="ECC_NIST_P256"), "KMSInvalidStateException",
        "{k.external} is pending import."),
    "GenerateDataKeyWithoutPlaintext": (
        lambda k: dict(KeyId=k.dying, KeySpec="AES_256"), "KMSInvalidStateException", "{k.dying} is pending deletion."),
    "GenerateMac": (
        lambda k: dict(KeyId=k.mac, Message=b"x", MacAlgorithm="HMAC_SHA_512"), "InvalidKeyUsageException",
        "Algorithm HMAC_SHA_512 is incompatible with key spec HMAC_256."),
    "GenerateRandom": (lambda k: dict(), "ValidationException", "NumberOfBytes is required."),
    "GetKeyLastUsage": (
        lambda k: dict(KeyId=k.alias), "InvalidArnException", "Key Aliases are not supported for this operation."),
    "GetKeyPolicy": (lambda k: dict(KeyId="nonsense"), "NotFoundException", "Invalid keyId 'nonsense'"),
    "GetKeyRotationStatus": (
        lambda k: dict(KeyId=k.plain.replace(REGION, "us-east-1")), "NotFoundException", "Invalid arn us-east-1"),
    "GetParametersForImport": (
        lambda k: dict(KeyId=k.external, WrappingAlgorithm="RSA_AES_KEY_WRAP_SHA_256", WrappingKeySpec="RSA_2048"),
        "ValidationException",
        "Wrapping algorithm RSA_AES_KEY_WRAP_SHA_256 and wrapping key spec RSA_2048 cannot be used to import a "
        "SYMMETRIC_DEFAULT key."),
    "GetPublicKey": (lambda k: dict(KeyId=k.plain), "UnsupportedOperationException", None),
    "ImportKeyMaterial": (
        lambda k: dict(KeyId=k.external, ImportToken=k.import_token, EncryptedKeyMaterial=b"x" * 256),
        "ValidationException", "A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES"),
    "ListAliases": (lambda k: dict(Marker="nonsense"), "InvalidMarkerException", None),
    "ListGrants": (
        lambda k: dict(KeyId=k.plain, GranteePrincipal=f"arn:aws:iam::{ACCOUNT}:user/nobody"), "InvalidArnException",
        "ARN does not refer to a valid principal: arn:aws:iam::{account}:user/nobody"),
    "ListKeyPolicies": (
        lambda k: dict(KeyId=NOBODY), "NotFoundException",
        "Key 'arn:aws:kms:{region}:{account}:key/{nobody}' does not exist"),
    "ListKeyRotations": (
        lambda k: dict(KeyId=k.mac, IncludeKeyMaterial="ALL_KEY_MATERIAL"), "ValidationException",
        "Input parameter includeKeyMaterial can only be used with symmetric keys."),
    "ListKeys": (lambda k: dict(Marker="nonsense"), "InvalidMarkerException", None),
    "ListResourceTags": (
        lambda k: dict(KeyId=k.plain, Limit=1001), "ValidationException",
        "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value "
        "less than or equal to 1000"),
    "ListRetirableGrants": (
        lambda k: dict(RetiringPrincipal=f"arn:aws:iam::{ACCOUNT}:user/nobody"), "InvalidArnException",
        "ARN does not refer to a valid principal: arn:aws:iam::{account}:user/nobody"),
    "PutKeyPolicy": (
        lambda k: dict(KeyId=k.plain, Policy=LOCKED_OUT), "MalformedPolicyDocumentException",
        "The new key policy will not allow you to update the key policy in the future."),
    "ReEncrypt": (
        lambda k: dict(CiphertextBlob=k.blob, SourceEncryptionContext={"app": "x"}, DestinationKeyId=k.other),
        "InvalidCiphertextException", None),
    "ReplicateKey": (
        lambda k: dict(KeyId=k.primary, ReplicaRegion=REGION), "ValidationException",
        "{region} cannot have a replica because it contains the primary."),
    "RetireGrant": (lambda k: dict(GrantToken="nonsense"), "InvalidGrantTokenException", None),
    "RevokeGrant": (lambda k: dict(KeyId=k.plain, GrantId="0" * 64), "NotFoundException", ...),
    "RotateKeyOnDemand": (lambda k: dict(KeyId=k.sign), "UnsupportedOperationException", None),
    "ScheduleKeyDeletion": (
        lambda k: dict(KeyId=k.dying), "KMSInvalidStateException", "{k.dying} is pending deletion."),
    "Sign": (
        lambda k: dict(KeyId=k.sign, Message=b"short", MessageType="DIGEST", SigningAlgorithm="ECDSA_SHA_256"),
        "ValidationException", "Digest is invalid length for algorithm ECDSA_SHA_256."),
    "TagResource": (
        lambda k: dict(KeyId=k.plain, Tags=[{"TagKey": "aws:x", "TagValue": ""}]), "TagException",
        "Tags beginning with aws: are reserved"),
    "UntagResource": (
        lambda k: dict(KeyId=k.dying, TagKeys=["x"]), "KMSInvalidStateException", "{k.dying} is pending deletion."),
    "UpdateAlias": (
        lambda k: dict(AliasName="alias/nothing", TargetKeyId=k.plain), "NotFoundException",
        "Alias arn:aws:kms:{region}:{account}:alias/nothing is not found."),
    "UpdateCustomKeyStore": (lambda k: dict(CustomKeyStoreId=STORE), "CustomKeyStoreNotFoundException", ...),
    "UpdateKeyDescription": (
        lambda k: dict(KeyId=k.dying, Description=""), "KMSInvalidStateException", "{k.dying} is pending deletion."),
    "UpdatePrimaryRegion": (
        lambda k: dict(KeyId=k.primary, PrimaryRegion=REPLICA_REGION), "ValidationException",
        "{primary_id} does not have a replica key in the specified Region."),
    "Verify": (
        lambda k: dict(KeyId=k.sign, Message=b"x", Signature=b"x", SigningAlgorithm="ECDSA_SHA_256"),
        "KMSInvalidSignatureException", None),
    "VerifyMac": (
        lambda k: dict(KeyId=k.mac, Message=b"x", Mac=b"x", MacAlgorithm="HMAC_SHA_256"),
        "KMSInvalidMacException", None),
}

# Calls that are wrong in what comes before the right to make them: the same operations, as they should be.
RIGHT = {
    "CreateKey": lambda k: dict(),
    "DeleteAlias": lambda k: dict(AliasName=k.alias),
    "DescribeKey": lambda k: dict(KeyId=k.plain),
    "GetKeyLastUsage": lambda k: dict(KeyId=k.plain),
    "GetKeyPolicy": lambda k: dict(KeyId=k.plain),
    "GetKeyRotationStatus": lambda k: dict(KeyId=k.plain),
    "ListKeyPolicies": lambda k: dict(KeyId=k.plain),
    "ListResourceTags": lambda k: dict(KeyId=k.plain),
    "RetireGrant": lambda k: dict(KeyId=k.plain, GrantId=k.grant),
    "UpdateAlias": lambda k: dict(AliasName=k.alias, TargetKeyId=k.other),
}
