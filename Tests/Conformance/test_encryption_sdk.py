# SPDX-License-Identifier: Apache-2.0
"""The AWS Encryption SDK for Python, with keyrings and with the master key providers of before."""

import collections

import boto3
import botocore.session
import pytest
from aws_cryptographic_material_providers.mpl import AwsCryptographicMaterialProviders
from aws_cryptographic_material_providers.mpl.config import MaterialProvidersConfig
from aws_cryptographic_material_providers.mpl.models import (
    CreateAwsKmsDiscoveryMultiKeyringInput, CreateAwsKmsEcdhKeyringInput, CreateAwsKmsKeyringInput,
    CreateAwsKmsMrkDiscoveryMultiKeyringInput, CreateAwsKmsMrkKeyringInput, CreateAwsKmsMultiKeyringInput,
    CreateAwsKmsRsaKeyringInput, DiscoveryFilter, KmsEcdhStaticConfigurationsKmsPrivateKeyToStaticPublicKey,
    KmsEcdhStaticConfigurationsKmsPublicKeyDiscovery, KmsPrivateKeyToStaticPublicKeyInput, KmsPublicKeyDiscoveryInput)
from aws_encryption_sdk import (
    CachingCryptoMaterialsManager, CommitmentPolicy, EncryptionSDKClient, LocalCryptoMaterialsCache,
    StrictAwsKmsMasterKeyProvider)
from aws_encryption_sdk.exceptions import AWSEncryptionSDKClientError
from aws_encryption_sdk.identifiers import AlgorithmSuite
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization

from conftest import ACCOUNT, OWNER, REGION

ELSEWHERE = "us-west-2"
PLAINTEXT = b"sk-example-not-a-key"
CONTEXT = {"app": "bot"}
OURS = DiscoveryFilter(account_ids=[ACCOUNT], partition="aws")


@pytest.fixture(autouse=True)
def environment(server, monkeypatch):
    """The SDK makes clients of its own, as many as there are Regions: they find the server as any program would."""
    for name, value in server.environment().items():
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)


@pytest.fixture(scope="module")
def sdk():
    return EncryptionSDKClient(commitment_policy=CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)


@pytest.fixture(scope="module")
def providers():
    return AwsCryptographicMaterialProviders(config=MaterialProvidersConfig())


@pytest.fixture(scope="module")
def elsewhere(server):
    return server.client("kms", region=ELSEWHERE)


def opened(sdk, message, **source):
    plaintext, header = sdk.decrypt(source=message, **source)
    assert header.encryption_context["app"] == "bot"
    return plaintext


def refusal(sdk, message, keyring):
    """What the server said, of all that the keyring tried."""
    with pytest.raises(AWSEncryptionSDKClientError) as error:
        sdk.decrypt(source=message, keyring=keyring)
    return repr(error.value.__context__.list)


def test_one_key(sdk, providers, kms, key):
    keyring = providers.create_aws_kms_keyring(CreateAwsKmsKeyringInput(kms_key_id=key, kms_client=kms))
    message, _ = sdk.encrypt(source=PLAINTEXT, keyring=keyring, encryption_context=CONTEXT)
    assert PLAINTEXT not in message
    assert opened(sdk, message, keyring=keyring) == PLAINTEXT
    with pytest.raises(InvalidSignature):
        opened(sdk, message[:-1] + bytes([message[-1] ^ 1]), keyring=keyring)
    kms.disable_key(KeyId=key)
    assert "is disabled" in refusal(sdk, message, keyring)


def test_either_of_two_keys_in_two_regions_opens_a_message(sdk, providers, kms, elsewhere, key):
    other = elsewhere.create_key()["KeyMetadata"]["Arn"]
    both = providers.create_aws_kms_multi_keyring(CreateAwsKmsMultiKeyringInput(generator=key, kms_key_ids=[other]))
    message, _ = sdk.encrypt(source=PLAINTEXT, keyring=both, encryption_context=CONTEXT)
    for region, here in ((REGION, key), (ELSEWHERE, other)):
        discovery = providers.create_aws_kms_discovery_multi_keyring(
            CreateAwsKmsDiscoveryMultiKeyringInput(regions=[region], discovery_filter=OURS))
        assert opened(sdk, message, keyring=discovery) == PLAINTEXT, here
    kms.disable_key(KeyId=key)
    discovery = providers.create_aws_kms_discovery_multi_keyring(
        CreateAwsKmsDiscoveryMultiKeyringInput(regions=[REGION, ELSEWHERE], discovery_filter=OURS))
    assert opened(sdk, message, keyring=discovery) == PLAINTEXT
    elsewhere.disable_key(KeyId=other)
    assert f"{other} is disabled" in refusal(sdk, message, discovery)


def test_a_replica_opens_what_the_primary_closed(sdk, providers, kms, elsewhere):
    primary = kms.create_key(MultiRegion=True)["KeyMetadata"]["Arn"]
    replica = kms.replicate_key(KeyId=primary, ReplicaRegion=ELSEWHERE)["ReplicaKeyMetadata"]["Arn"]
    assert replica == primary.replace(REGION, ELSEWHERE)
    here = providers.create_aws_kms_mrk_keyring(CreateAwsKmsMrkKeyringInput(kms_key_id=primary, kms_client=kms))
    there = providers.create_aws_kms_mrk_keyring(CreateAwsKmsMrkKeyringInput(kms_key_id=replica, kms_client=elsewhere))
    message, _ = sdk.encrypt(source=PLAINTEXT, keyring=here, encryption_context=CONTEXT)
    assert opened(sdk, message, keyring=there) == PLAINTEXT
    discovery = providers.create_aws_kms_mrk_discovery_multi_keyring(
        CreateAwsKmsMrkDiscoveryMultiKeyringInput(regions=[ELSEWHERE], discovery_filter=OURS))
    assert opened(sdk, message, keyring=discovery) == PLAINTEXT
    nowhere = providers.create_aws_kms_mrk_discovery_multi_keyring(
        CreateAwsKmsMrkDiscoveryMultiKeyringInput(regions=["eu-west-1"], discovery_filter=OURS))
    assert "does not exist" in refusal(sdk, message, nowhere)


def test_an_rsa_key(sdk, providers, kms):
    key = kms.create_key(KeySpec="RSA_2048", KeyUsage="ENCRYPT_DECRYPT")["KeyMetadata"]["Arn"]
    public = serialization.load_der_public_key(kms.get_public_key(KeyId=key)["PublicKey"]).public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    keyring = providers.create_aws_kms_rsa_keyring(CreateAwsKmsRsaKeyringInput(
        kms_key_id=key, encryption_algorithm="RSAES_OAEP_SHA_256", public_key=public, kms_client=kms))
    message, _ = sdk.encrypt(
        source=PLAINTEXT, keyring=keyring, encryption_context=CONTEXT,
        algorithm=AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
    assert opened(sdk, message, keyring=keyring) == PLAINTEXT


def test_two_key_agreement_keys(sdk, providers, kms):
    sender, recipient = (
        kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="KEY_AGREEMENT")["KeyMetadata"]["Arn"] for _ in range(2))
    closing = providers.create_aws_kms_ecdh_keyring(CreateAwsKmsEcdhKeyringInput(
        key_agreement_scheme=KmsEcdhStaticConfigurationsKmsPrivateKeyToStaticPublicKey(
            KmsPrivateKeyToStaticPublicKeyInput(
                sender_kms_identifier=sender, sender_public_key=kms.get_public_key(KeyId=sender)["PublicKey"],
                recipient_public_key=kms.get_public_key(KeyId=recipient)["PublicKey"])),
        curve_spec="ECC_NIST_P256", kms_client=kms))
    opening = providers.create_aws_kms_ecdh_keyring(CreateAwsKmsEcdhKeyringInput(
        key_agreement_scheme=KmsEcdhStaticConfigurationsKmsPublicKeyDiscovery(
            KmsPublicKeyDiscoveryInput(recipient_kms_identifier=recipient)),
        curve_spec="ECC_NIST_P256", kms_client=kms))
    message, _ = sdk.encrypt(
        source=PLAINTEXT, keyring=closing, encryption_context=CONTEXT,
        algorithm=AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
    assert opened(sdk, message, keyring=opening) == PLAINTEXT


def test_the_cache_spares_calls(sdk, elsewhere, key):
    calls = collections.Counter()
    session = botocore.session.Session()
    session.register("before-call.kms", lambda model, **_: calls.update([model.name]))
    other = elsewhere.create_key()["KeyMetadata"]["Arn"]
    provider = StrictAwsKmsMasterKeyProvider(key_ids=[key, other], botocore_session=session)
    manager = CachingCryptoMaterialsManager(
        master_key_provider=provider, cache=LocalCryptoMaterialsCache(capacity=10), max_age=600.0,
        max_messages_encrypted=3)
    messages = [
        sdk.encrypt(source=PLAINTEXT + bytes([number]), materials_manager=manager, encryption_context=CONTEXT)[0]
        for number in range(4)
    ]
    # Three messages of one data key, and the fourth of another, each under both keys.
    assert calls == {"GenerateDataKey": 2, "Encrypt": 2}
    for number, message in enumerate(messages):
        assert opened(sdk, message, materials_manager=manager) == PLAINTEXT + bytes([number])
    assert calls["Decrypt"] == 2
