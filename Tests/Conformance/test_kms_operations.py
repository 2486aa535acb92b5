# SPDX-License-Identifier: Apache-2.0
"""Every operation of KMS through boto3: at least once as it should go, at least once refused.

The last test holds what was called against the operations that boto3 knows.
"""

import datetime
import json
import types
import uuid

import pytest
from botocore.exceptions import ClientError
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_der_public_key

from conftest import ACCOUNT, REGION
from kms_refusals import NOBODY, REFUSALS, REPLICA_REGION, RIGHT, ROOT

POLICY = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": ROOT}, "Action": "kms:*", "Resource": "*"}],
})
CUSTOM_KEY_STORE_OPERATIONS = {
    "ConnectCustomKeyStore", "CreateCustomKeyStore", "DeleteCustomKeyStore", "DescribeCustomKeyStores",
    "DisconnectCustomKeyStore", "UpdateCustomKeyStore",
}
happy, sad = set(), set()


def record(client):
    """Notes which operations are called, and which calls were refused."""
    called = []
    client.meta.events.register("before-call.kms", lambda model, **_: called.append(model.name))

    def note(http_response, model, **_):
        assert called.pop() == model.name
        (happy if http_response.status_code == 200 else sad).add(model.name)

    client.meta.events.register("after-call.kms", note)
    return client


@pytest.fixture(scope="module")
def kms(server):
    return record(server.client("kms"))


@pytest.fixture(scope="module")
def replica_kms(server):
    return record(server.client("kms", region=REPLICA_REGION))


@pytest.fixture(scope="module")
def keys(kms):
    """A key of each kind, and what others there must be for a call to be refused."""

    def make(**arguments):
        return kms.create_key(**arguments)["KeyMetadata"]["Arn"]

    made = types.SimpleNamespace(
        plain=make(), other=make(), mac=make(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC"),
        sign=make(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY"),
        agree=make(KeySpec="ECC_NIST_P256", KeyUsage="KEY_AGREEMENT"),
        lattice=make(KeySpec="ML_KEM_768", KeyUsage="ENCAPSULATE_DECAPSULATE"), primary=make(MultiRegion=True),
        external=make(Origin="EXTERNAL"), disabled=make(), dying=make(), alias=f"alias/{uuid.uuid4()}")
    kms.create_alias(AliasName=made.alias, TargetKeyId=made.plain)
    made.blob = kms.encrypt(KeyId=made.plain, Plaintext=b"x")["CiphertextBlob"]
    made.import_token = kms.get_parameters_for_import(
        KeyId=made.external, WrappingAlgorithm="RSAES_OAEP_SHA_256", WrappingKeySpec="RSA_2048")["ImportToken"]
    made.grant = kms.create_grant(KeyId=made.plain, GranteePrincipal=ROOT, Operations=["Decrypt"])["GrantId"]
    kms.disable_key(KeyId=made.disabled)
    kms.schedule_key_deletion(KeyId=made.dying, PendingWindowInDays=7)
    return made


def members(reply):
    return set(reply) - {"ResponseMetadata"}


def test_a_key_from_its_making_to_its_deletion(kms):
    made = kms.create_key(Description="one", Tags=[{"TagKey": "app", "TagValue": "bot"}])["KeyMetadata"]
    assert made == {
        "AWSAccountId": ACCOUNT, "Arn": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{made['KeyId']}", "KeyId": made["KeyId"],
        "CreationDate": made["CreationDate"], "CurrentKeyMaterialId": made["CurrentKeyMaterialId"],
        "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT", "Description": "one", "Enabled": True,
        "EncryptionAlgorithms": ["SYMMETRIC_DEFAULT"], "KeyManager": "CUSTOMER", "KeySpec": "SYMMETRIC_DEFAULT",
        "KeyState": "Enabled", "KeyUsage": "ENCRYPT_DECRYPT", "MultiRegion": False, "Origin": "AWS_KMS",
    }
    key, arn = made["KeyId"], made["Arn"]
    listed = [entry for page in kms.get_paginator("list_keys").paginate() for entry in page["Keys"]]
    assert {"KeyId": key, "KeyArn": arn} in listed
    assert kms.describe_key(KeyId=arn)["KeyMetadata"] == made

    assert members(kms.update_key_description(KeyId=key, Description="two")) == set()
    assert members(kms.disable_key(KeyId=key)) == set()
    now = kms.describe_key(KeyId=key)["KeyMetadata"]
    assert (now["Description"], now["KeyState"], now["Enabled"]) == ("two", "Disabled", False)
    assert members(kms.enable_key(KeyId=key)) == set()

    unused = kms.get_key_last_usage(KeyId=key)
    assert (unused["KeyId"], unused["KeyLastUsage"]) == (arn, {})
    assert unused["KeyCreationDate"] == unused["TrackingStartDate"] == made["CreationDate"]
    request = kms.encrypt(KeyId=key, Plaintext=b"x")["ResponseMetadata"]["RequestId"]
    used = kms.get_key_last_usage(KeyId=key)["KeyLastUsage"]
    assert (used["Operation"], used["KmsRequestId"]) == ("Encrypt", request)

    assert members(kms.tag_resource(KeyId=key, Tags=[{"TagKey": "team", "TagValue": "x"}])) == set()
    assert members(kms.untag_resource(KeyId=key, TagKeys=["app"])) == set()
    tags = kms.list_resource_tags(KeyId=key)
    assert (tags["Tags"], tags["Truncated"]) == ([{"TagKey": "team", "TagValue": "x"}], False)

    ended = kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    assert members(ended) == {"KeyId", "DeletionDate", "KeyState", "PendingWindowInDays"}
    assert (ended["KeyId"], ended["KeyState"], ended["PendingWindowInDays"]) == (arn, "PendingDeletion", 7)
    assert kms.cancel_key_deletion(KeyId=key)["KeyId"] == arn
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "Disabled"


def test_aliases(kms, keys):
    name = f"alias/{uuid.uuid4()}"
    assert members(kms.create_alias(AliasName=name, TargetKeyId=keys.plain)) == set()
    assert members(kms.update_alias(AliasName=name, TargetKeyId=keys.other)) == set()
    entry = next(entry for entry in kms.list_aliases(KeyId=keys.other)["Aliases"] if entry["AliasName"] == name)
    assert entry["AliasArn"] == f"arn:aws:kms:{REGION}:{ACCOUNT}:{name}"
    assert keys.other.endswith(entry["TargetKeyId"]) and entry["LastUpdatedDate"] >= entry["CreationDate"]
    assert members(kms.delete_alias(AliasName=name)) == set()
    assert name not in [entry["AliasName"] for entry in kms.list_aliases(KeyId=keys.other)["Aliases"]]


def test_encryption_and_data_keys(kms, keys):
    context = {"app": "bot"}
    sealed = kms.encrypt(KeyId=keys.alias, Plaintext=b"secret", EncryptionContext=context)
    assert (sealed["KeyId"], sealed["EncryptionAlgorithm"]) == (keys.plain, "SYMMETRIC_DEFAULT")
    moved = kms.re_encrypt(
        CiphertextBlob=sealed["CiphertextBlob"], SourceEncryptionContext=context, DestinationKeyId=keys.other,
        DestinationEncryptionContext={"app": "bot2"})
    assert (moved["SourceKeyId"], moved["KeyId"]) == (keys.plain, keys.other)
    opened = kms.decrypt(CiphertextBlob=moved["CiphertextBlob"], EncryptionContext={"app": "bot2"})
    assert (opened["Plaintext"], opened["KeyId"]) == (b"secret", keys.other)
    assert opened["KeyMaterialId"] == moved["DestinationKeyMaterialId"] != moved["SourceKeyMaterialId"]

    made = kms.generate_data_key(KeyId=keys.plain, KeySpec="AES_256", EncryptionContext=context)
    assert members(made) == {"CiphertextBlob", "Plaintext", "KeyId", "KeyMaterialId"}
    opened = kms.decrypt(CiphertextBlob=made["CiphertextBlob"], EncryptionContext=context)
    assert opened["Plaintext"] == made["Plaintext"]
    made = kms.generate_data_key_without_plaintext(KeyId=keys.plain, NumberOfBytes=17)
    assert members(made) == {"CiphertextBlob", "KeyId", "KeyMaterialId"}
    assert len(kms.decrypt(CiphertextBlob=made["CiphertextBlob"])["Plaintext"]) == 17

    pair = kms.generate_data_key_pair(KeyId=keys.plain, KeyPairSpec="ECC_NIST_P384")
    assert members(pair) == {
        "PrivateKeyCiphertextBlob", "PrivateKeyPlaintext", "PublicKey", "KeyId", "KeyPairSpec", "KeyMaterialId"}
    assert kms.decrypt(CiphertextBlob=pair["PrivateKeyCiphertextBlob"])["Plaintext"] == pair["PrivateKeyPlaintext"]
    pair = kms.generate_data_key_pair_without_plaintext(KeyId=keys.plain, KeyPairSpec="ECC_NIST_EDWARDS25519")
    assert members(pair) == {"PrivateKeyCiphertextBlob", "PublicKey", "KeyId", "KeyPairSpec", "KeyMaterialId"}

    assert len(kms.generate_random(NumberOfBytes=1024)["Plaintext"]) == 1024


def test_signatures_macs_and_agreed_secrets(kms, keys):
    signed = kms.sign(KeyId=keys.sign, Message=b"message", SigningAlgorithm="ECDSA_SHA_256")
    assert members(signed) == {"KeyId", "Signature", "SigningAlgorithm"}
    verified = kms.verify(
        KeyId=keys.sign, Message=b"message", Signature=signed["Signature"], SigningAlgorithm="ECDSA_SHA_256")
    assert (verified["KeyId"], verified["SignatureValid"]) == (keys.sign, True)
    public = kms.get_public_key(KeyId=keys.agree)
    assert members(public) == {
        "KeyId", "PublicKey", "CustomerMasterKeySpec", "KeySpec", "KeyUsage", "KeyAgreementAlgorithms"}

    made = kms.generate_mac(KeyId=keys.mac, Message=b"message", MacAlgorithm="HMAC_SHA_256")
    assert members(made) == {"KeyId", "Mac", "MacAlgorithm"} and len(made["Mac"]) == 32
    assert kms.verify_mac(
        KeyId=keys.mac, Message=b"message", Mac=made["Mac"], MacAlgorithm="HMAC_SHA_256")["MacValid"] is True

    own = kms.derive_shared_secret(KeyId=keys.agree, KeyAgreementAlgorithm="ECDH", PublicKey=public["PublicKey"])
    assert members(own) == {"KeyId", "SharedSecret", "KeyAgreementAlgorithm", "KeyOrigin"}
    assert len(own["SharedSecret"]) == 32 and own["KeyOrigin"] == "AWS_KMS"

    sent = kms.encapsulate(KeyId=keys.lattice, EncapsulationAlgorithm="ML_KEM")
    assert members(sent) == {"KeyId", "SharedSecret", "SharedSecretCiphertextBlob", "EncapsulationAlgorithm"}
    received = kms.decapsulate(
        KeyId=keys.lattice, EncapsulationAlgorithm="ML_KEM",
        SharedSecretCiphertextBlob=sent["SharedSecretCiphertextBlob"])
    assert (len(sent["SharedSecret"]), received["SharedSecret"]) == (32, sent["SharedSecret"])


def test_policies_and_grants(kms, keys):
    assert members(kms.put_key_policy(KeyId=keys.other, Policy=POLICY)) == set()
    stored = kms.get_key_policy(KeyId=keys.other)
    assert (json.loads(stored["Policy"]), stored["PolicyName"]) == (json.loads(POLICY), "default")
    assert kms.list_key_policies(KeyId=keys.other)["PolicyNames"] == ["default"]

    def grant(name):
        return kms.create_grant(
            KeyId=keys.other, GranteePrincipal=ROOT, RetiringPrincipal=ROOT, Operations=["Decrypt"], Name=name,
            # Some clients send both, the one that they don't mean empty.
            Constraints={"EncryptionContextSubset": {"app": "bot"}, "EncryptionContextEquals": {}})

    first, again, second = grant("one"), grant("one"), grant("two")
    assert first["GrantId"] == again["GrantId"] != second["GrantId"]
    listed = kms.list_grants(KeyId=keys.other, GrantId=first["GrantId"])["Grants"]
    assert [(entry["Name"], entry["Constraints"]) for entry in listed] == [
        ("one", {"EncryptionContextSubset": {"app": "bot"}})]
    retirable = {entry["GrantId"] for entry in kms.list_retirable_grants(RetiringPrincipal=ROOT)["Grants"]}
    assert {first["GrantId"], second["GrantId"]} <= retirable
    assert members(kms.retire_grant(GrantToken=first["GrantToken"])) == set()
    assert members(kms.revoke_grant(KeyId=keys.other, GrantId=second["GrantId"])) == set()
    assert kms.list_grants(KeyId=keys.other)["Grants"] == []


def test_rotation(kms):
    key = kms.create_key()["KeyMetadata"]["Arn"]
    assert members(kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=90)) == set()
    status = kms.get_key_rotation_status(KeyId=key)
    assert (status["KeyRotationEnabled"], status["RotationPeriodInDays"]) == (True, 90)
    assert kms.rotate_key_on_demand(KeyId=key)["KeyId"] == key
    rotations = kms.list_key_rotations(KeyId=key)["Rotations"]
    assert [(entry["RotationType"], entry["KeyMaterialState"]) for entry in rotations] == [("ON_DEMAND", "CURRENT")]
    assert rotations[0]["KeyMaterialId"] == kms.describe_key(KeyId=key)["KeyMetadata"]["CurrentKeyMaterialId"]
    assert members(kms.disable_key_rotation(KeyId=key)) == set()
    assert members(kms.get_key_rotation_status(KeyId=key)) == {"KeyId", "KeyRotationEnabled"}


def test_imported_material(kms):
    key = kms.create_key(Origin="EXTERNAL")["KeyMetadata"]["Arn"]
    parameters = kms.get_parameters_for_import(
        KeyId=key, WrappingAlgorithm="RSAES_OAEP_SHA_256", WrappingKeySpec="RSA_2048")
    assert members(parameters) == {"KeyId", "ImportToken", "PublicKey", "ParametersValidTo"}
    oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    until = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(days=1)
    imported = kms.import_key_material(
        KeyId=key, ImportToken=parameters["ImportToken"], ValidTo=until,
        EncryptedKeyMaterial=load_der_public_key(parameters["PublicKey"]).encrypt(b"m" * 32, oaep))
    assert members(imported) == {"KeyId", "KeyMaterialId"}
    now = kms.describe_key(KeyId=key)["KeyMetadata"]
    assert (now["KeyState"], now["ExpirationModel"], now["ValidTo"]) == ("Enabled", "KEY_MATERIAL_EXPIRES", until)
    assert now["CurrentKeyMaterialId"] == imported["KeyMaterialId"]
    assert kms.delete_imported_key_material(KeyId=key)["KeyMaterialId"] == imported["KeyMaterialId"]
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "PendingImport"


def test_replicas(kms, replica_kms):
    primary = kms.create_key(MultiRegion=True)["KeyMetadata"]
    made = kms.replicate_key(KeyId=primary["KeyId"], ReplicaRegion=REPLICA_REGION)
    assert members(made) == {"ReplicaKeyMetadata", "ReplicaPolicy"}
    blob = kms.encrypt(KeyId=primary["KeyId"], Plaintext=b"x")["CiphertextBlob"]
    assert replica_kms.decrypt(CiphertextBlob=blob)["KeyId"] == made["ReplicaKeyMetadata"]["Arn"]
    assert members(kms.update_primary_region(KeyId=primary["KeyId"], PrimaryRegion=REPLICA_REGION)) == set()
    regions = kms.describe_key(KeyId=primary["KeyId"])["KeyMetadata"]["MultiRegionConfiguration"]
    assert (regions["MultiRegionKeyType"], regions["PrimaryKey"]["Region"]) == ("REPLICA", REPLICA_REGION)


def test_there_are_no_custom_key_stores(kms):
    assert kms.describe_custom_key_stores()["CustomKeyStores"] == []


def test_one_by_one_the_pages_hold_the_same(kms):
    key = kms.create_key(Tags=[{"TagKey": name, "TagValue": ""} for name in "abc"])["KeyMetadata"]["Arn"]
    for _ in range(3):
        kms.create_alias(AliasName=f"alias/{uuid.uuid4()}", TargetKeyId=key)
        kms.create_grant(KeyId=key, GranteePrincipal=ROOT, RetiringPrincipal=ROOT, Operations=["Decrypt"])
        kms.rotate_key_on_demand(KeyId=key)
    pages = {
        "describe_custom_key_stores": {}, "list_aliases": dict(KeyId=key), "list_grants": dict(KeyId=key),
        "list_key_policies": dict(KeyId=key), "list_key_rotations": dict(KeyId=key), "list_keys": {},
        "list_resource_tags": dict(KeyId=key), "list_retirable_grants": dict(RetiringPrincipal=ROOT),
    }
    assert set(pages) == {name for name in kms.meta.method_to_api_mapping if kms.can_paginate(name)}
    for name, arguments in pages.items():
        paginator = kms.get_paginator(name)
        member = paginator.result_keys[0].expression
        singly = paginator.paginate(**arguments, PaginationConfig={"PageSize": 1})
        found = [item for page in singly for item in page[member]]
        whole = [item for page in paginator.paginate(**arguments) for item in page[member]]
        assert found == whole and (len(whole) >= 3 or name in ("describe_custom_key_stores", "list_key_policies"))


def call(client, operation, arguments):
    names = {name: method for method, name in client.meta.method_to_api_mapping.items()}
    return getattr(client, names[operation])(**arguments)


@pytest.mark.parametrize("operation", REFUSALS)
def test_a_refusal_has_the_code_and_the_words_of_aws(kms, keys, operation):
    arguments, code, message = REFUSALS[operation]
    with pytest.raises(ClientError) as error:
        call(kms, operation, arguments(keys))
    refused = error.value.response["Error"]
    assert refused["Code"] == code
    if message is ...:
        assert refused["Message"]
    else:
        assert refused["Message"] == (message or "").format(
            k=keys, region=REGION, account=ACCOUNT, nobody=NOBODY, primary_id=keys.primary.split("/")[1])


@pytest.fixture(scope="module")
def stranger(server):
    iam, name = server.client("iam"), f"stranger-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    made = iam.create_access_key(UserName=name)["AccessKey"]
    return server.client("kms", key=(made["AccessKeyId"], made["SecretAccessKey"]))


@pytest.mark.parametrize("operation", REFUSALS)
def test_a_user_without_permissions_may_do_nothing(stranger, keys, operation):
    arguments = RIGHT.get(operation) or REFUSALS[operation][0]
    with pytest.raises(ClientError) as error:
        call(stranger, operation, arguments(keys))
    assert error.value.response["Error"]["Code"] == "AccessDeniedException"


def test_every_operation_was_called_and_refused(request, kms):
    if request.config.getoption("keyword") or any("::" in argument for argument in request.config.args):
        pytest.skip("only some of these tests ran")
    operations = set(kms.meta.service_model.operation_names)
    assert len(operations) == 56
    assert sad == operations
    assert happy == operations - (CUSTOM_KEY_STORE_OPERATIONS - {"DescribeCustomKeyStores"})
