# SPDX-License-Identifier: Apache-2.0
"""What KMS makes, checked with another library (cryptography, which has OpenSSL within), and the other way round."""

import contextlib
import hashlib
import hmac
import os

import pytest
from botocore.exceptions import ClientError
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, mldsa, mlkem, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.keywrap import aes_key_wrap_with_padding
from cryptography.hazmat.primitives.serialization import (
    Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_der_public_key)

MESSAGE = b"an example message"
HASHES = {"SHA_1": hashes.SHA1(), "SHA_256": hashes.SHA256(), "SHA_384": hashes.SHA384(), "SHA_512": hashes.SHA512()}
CURVES = {
    "ECC_NIST_P256": (ec.SECP256R1, "ECDSA_SHA_256"), "ECC_NIST_P384": (ec.SECP384R1, "ECDSA_SHA_384"),
    "ECC_NIST_P521": (ec.SECP521R1, "ECDSA_SHA_512"), "ECC_SECG_P256K1": (ec.SECP256K1, "ECDSA_SHA_256"),
}


@pytest.fixture(scope="module")
def rsa_signing_key(kms):
    return made(kms, "RSA_2048", "SIGN_VERIFY")


@pytest.fixture(scope="module")
def rsa_encryption_key(kms):
    return made(kms, "RSA_2048", "ENCRYPT_DECRYPT")


def made(kms, spec, usage, **more):
    return kms.create_key(KeySpec=spec, KeyUsage=usage, **more)["KeyMetadata"]["Arn"]


def public_key(kms, key):
    return load_der_public_key(kms.get_public_key(KeyId=key)["PublicKey"])


def hash_of(algorithm):
    return HASHES["_".join(algorithm.split("_")[-2:])]


def digest(algorithm, message=MESSAGE):
    made = hashes.Hash(hash_of(algorithm))
    made.update(message)
    return made.finalize()


def oaep(algorithm):
    hash = hash_of(algorithm)
    return padding.OAEP(mgf=padding.MGF1(hash), algorithm=hash, label=None)


def rsa_padding(algorithm):
    hash = hash_of(algorithm)
    return padding.PSS(padding.MGF1(hash), hash.digest_size) if "PSS" in algorithm else padding.PKCS1v15()


@contextlib.contextmanager
def refused(code):
    with pytest.raises(ClientError) as error:
        yield
    assert error.value.response["Error"]["Code"] == code


def pkcs8(private):
    return private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def spki(public):
    return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize("message_type", ["RAW", "DIGEST"])
@pytest.mark.parametrize("size", ["256", "384", "512"])
@pytest.mark.parametrize("scheme", ["RSASSA_PSS_SHA", "RSASSA_PKCS1_V1_5_SHA"])
def test_rsa_signatures(kms, rsa_signing_key, scheme, size, message_type):
    algorithm = f"{scheme}_{size}"
    signature = kms.sign(
        KeyId=rsa_signing_key, SigningAlgorithm=algorithm, MessageType=message_type,
        Message=MESSAGE if message_type == "RAW" else digest(algorithm))["Signature"]
    public = public_key(kms, rsa_signing_key)
    public.verify(signature, MESSAGE, rsa_padding(algorithm), hash_of(algorithm))
    with pytest.raises(InvalidSignature):
        public.verify(signature, MESSAGE + b".", rsa_padding(algorithm), hash_of(algorithm))


@pytest.mark.parametrize("algorithm", ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"])
def test_rsa_encryption(kms, rsa_encryption_key, algorithm):
    sealed = public_key(kms, rsa_encryption_key).encrypt(MESSAGE, oaep(algorithm))
    assert kms.decrypt(
        KeyId=rsa_encryption_key, CiphertextBlob=sealed, EncryptionAlgorithm=algorithm)["Plaintext"] == MESSAGE


@pytest.mark.parametrize("spec", CURVES)
def test_ecdsa(kms, spec):
    algorithm = CURVES[spec][1]
    key = made(kms, spec, "SIGN_VERIFY")
    public = public_key(kms, key)
    assert isinstance(public.curve, CURVES[spec][0])
    raw = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm=algorithm)["Signature"]
    public.verify(raw, MESSAGE, ec.ECDSA(hash_of(algorithm)))
    hashed = kms.sign(
        KeyId=key, Message=digest(algorithm), MessageType="DIGEST", SigningAlgorithm=algorithm)["Signature"]
    public.verify(hashed, digest(algorithm), ec.ECDSA(Prehashed(hash_of(algorithm))))
    assert kms.verify(KeyId=key, Message=MESSAGE, Signature=hashed, SigningAlgorithm=algorithm)["SignatureValid"]


def test_ed25519(kms):
    key = made(kms, "ECC_NIST_EDWARDS25519", "SIGN_VERIFY")
    assert kms.get_public_key(KeyId=key)["SigningAlgorithms"] == ["ED25519_PH_SHA_512", "ED25519_SHA_512"]
    public = public_key(kms, key)
    signature = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm="ED25519_SHA_512")["Signature"]
    public.verify(signature, MESSAGE)
    # KMS takes a digest for the prehashed kind, and hashes it as it would any message.
    hashed = hashlib.sha512(MESSAGE).digest()
    signature = kms.sign(
        KeyId=key, Message=hashed, MessageType="DIGEST", SigningAlgorithm="ED25519_PH_SHA_512")["Signature"]
    raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    assert is_ed25519ph(signature, hashed, raw)
    assert not is_ed25519ph(signature, MESSAGE, raw)


def is_ed25519ph(signature, message, public):
    """RFC 8032, 5.1.7, with the prefix of the prehashed kind. The library has the plain kind alone."""
    p, order = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, -1, p) % p

    def add(a, b):
        x = (a[0] * b[1] + b[0] * a[1]) * pow(1 + d * a[0] * b[0] * a[1] * b[1], -1, p)
        y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - d * a[0] * b[0] * a[1] * b[1], -1, p)
        return x % p, y % p

    def times(scalar, point):
        sum = (0, 1)
        while scalar:
            if scalar & 1:
                sum = add(sum, point)
            point, scalar = add(point, point), scalar >> 1
        return sum

    def point(encoded):
        number = int.from_bytes(encoded, "little")
        y, sign = number & (2**255 - 1), number >> 255
        square = (y * y - 1) * pow(d * y * y + 1, -1, p) % p
        x = pow(square, (p + 3) // 8, p)
        if x * x % p != square:
            x = x * pow(2, (p - 1) // 4, p) % p
        return (x if x & 1 == sign else p - x), y

    prefix = b"SigEd25519 no Ed25519 collisions\x01\x00"
    hashed = hashlib.sha512(prefix + signature[:32] + public + hashlib.sha512(message).digest()).digest()
    base = point((4 * pow(5, -1, p) % p).to_bytes(32, "little"))
    left = times(int.from_bytes(signature[32:], "little"), base)
    return left == add(point(signature[:32]), times(int.from_bytes(hashed, "little") % order, point(public)))


@pytest.mark.parametrize("spec", ["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"])
def test_both_sides_agree_on_a_secret(kms, spec):
    key = made(kms, spec, "KEY_AGREEMENT")
    mine = ec.generate_private_key(CURVES[spec][0]())
    theirs = kms.derive_shared_secret(
        KeyId=key, KeyAgreementAlgorithm="ECDH", PublicKey=spki(mine.public_key()))["SharedSecret"]
    assert theirs == mine.exchange(ec.ECDH(), public_key(kms, key))


@pytest.mark.parametrize(
    "spec, kind", [("ML_DSA_65", mldsa.MLDSA65PublicKey), ("ML_DSA_87", mldsa.MLDSA87PublicKey)])
def test_ml_dsa(kms, spec, kind):
    key = made(kms, spec, "SIGN_VERIFY")
    public = public_key(kms, key)
    assert isinstance(public, kind)
    signature = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm="ML_DSA_SHAKE_256")["Signature"]
    public.verify(signature, MESSAGE)
    with pytest.raises(InvalidSignature):
        public.verify(signature, MESSAGE + b".")


@pytest.mark.parametrize(
    "spec, kind", [("ML_KEM_768", mlkem.MLKEM768PublicKey), ("ML_KEM_1024", mlkem.MLKEM1024PublicKey)])
def test_ml_kem(kms, spec, kind):
    key = made(kms, spec, "ENCAPSULATE_DECAPSULATE")
    public = public_key(kms, key)
    assert isinstance(public, kind)
    secret, sealed = public.encapsulate()
    opened = kms.decapsulate(KeyId=key, EncapsulationAlgorithm="ML_KEM", SharedSecretCiphertextBlob=sealed)
    assert opened["SharedSecret"] == secret


@pytest.mark.parametrize(
    "spec", ["RSA_2048", *CURVES, "ECC_NIST_EDWARDS25519", "ML_KEM_768", "ML_KEM_1024"])
def test_the_halves_of_a_data_key_pair_belong_together(kms, key, spec):
    pair = kms.generate_data_key_pair(KeyId=key, KeyPairSpec=spec)
    private, public = load_der_private_key(pair["PrivateKeyPlaintext"], None), load_der_public_key(pair["PublicKey"])
    assert spki(private.public_key()) == pair["PublicKey"]
    if spec.startswith("ML_KEM"):
        secret, sealed = public.encapsulate()
        assert private.decapsulate(sealed) == secret
    elif spec == "RSA_2048":
        assert (private.key_size, public.public_numbers().e) == (2048, 65537)
    without = kms.generate_data_key_pair_without_plaintext(KeyId=key, KeyPairSpec=spec)
    private = load_der_private_key(kms.decrypt(CiphertextBlob=without["PrivateKeyCiphertextBlob"])["Plaintext"], None)
    assert spki(private.public_key()) == without["PublicKey"] != pair["PublicKey"]


def import_material(kms, key, material, algorithm="RSAES_OAEP_SHA_256", wrapping_spec="RSA_2048"):
    parameters = kms.get_parameters_for_import(
        KeyId=key, WrappingAlgorithm=algorithm, WrappingKeySpec=wrapping_spec)
    wrapping_key = load_der_public_key(parameters["PublicKey"])
    assert wrapping_key.key_size == int(wrapping_spec[4:])
    if algorithm.startswith("RSA_AES_KEY_WRAP"):
        inner = os.urandom(32)
        encrypted = wrapping_key.encrypt(inner, oaep(algorithm)) + aes_key_wrap_with_padding(inner, material)
    else:
        encrypted = wrapping_key.encrypt(material, oaep(algorithm))
    return kms.import_key_material(
        KeyId=key, ImportToken=parameters["ImportToken"], EncryptedKeyMaterial=encrypted,
        ExpirationModel="KEY_MATERIAL_DOES_NOT_EXPIRE")


@pytest.mark.parametrize("algorithm", ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"])
def test_imported_symmetric_material(kms, algorithm):
    key = kms.create_key(Origin="EXTERNAL")["KeyMetadata"]["Arn"]
    material = os.urandom(32)
    first = import_material(kms, key, material, algorithm)["KeyMaterialId"]
    blob = kms.encrypt(KeyId=key, Plaintext=MESSAGE)["CiphertextBlob"]
    kms.delete_imported_key_material(KeyId=key)
    with refused("KMSInvalidStateException"):
        kms.decrypt(CiphertextBlob=blob)
    with refused("IncorrectKeyMaterialException"):
        import_material(kms, key, os.urandom(32), algorithm)
    assert import_material(kms, key, material, algorithm)["KeyMaterialId"] == first
    assert kms.decrypt(CiphertextBlob=blob)["Plaintext"] == MESSAGE


@pytest.mark.parametrize("size", [224, 256, 384, 512])
def test_macs_with_imported_material(kms, size):
    key, algorithm = made(kms, f"HMAC_{size}", "GENERATE_VERIFY_MAC", Origin="EXTERNAL"), f"HMAC_SHA_{size}"
    material = os.urandom(size // 8)
    import_material(kms, key, material)
    expected = hmac.digest(material, MESSAGE, f"sha{size}")
    assert kms.generate_mac(KeyId=key, Message=MESSAGE, MacAlgorithm=algorithm)["Mac"] == expected
    assert kms.verify_mac(KeyId=key, Message=MESSAGE, Mac=expected, MacAlgorithm=algorithm)["MacValid"]


def test_an_imported_rsa_key_signs(kms):
    private, algorithm = rsa.generate_private_key(65537, 2048), "RSASSA_PSS_SHA_256"
    key = made(kms, "RSA_2048", "SIGN_VERIFY", Origin="EXTERNAL")
    import_material(kms, key, pkcs8(private), "RSA_AES_KEY_WRAP_SHA_256")
    assert kms.get_public_key(KeyId=key)["PublicKey"] == spki(private.public_key())
    signature = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm=algorithm)["Signature"]
    private.public_key().verify(signature, MESSAGE, rsa_padding(algorithm), hash_of(algorithm))
    mine = private.sign(MESSAGE, rsa_padding(algorithm), hash_of(algorithm))
    assert kms.verify(KeyId=key, Message=MESSAGE, Signature=mine, SigningAlgorithm=algorithm)["SignatureValid"]


def test_an_imported_rsa_key_encrypts(kms):
    private = rsa.generate_private_key(65537, 2048)
    key = made(kms, "RSA_2048", "ENCRYPT_DECRYPT", Origin="EXTERNAL")
    import_material(kms, key, pkcs8(private), "RSA_AES_KEY_WRAP_SHA_1")
    for algorithm in ("RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"):
        sealed = kms.encrypt(KeyId=key, Plaintext=MESSAGE, EncryptionAlgorithm=algorithm)["CiphertextBlob"]
        assert private.decrypt(sealed, oaep(algorithm)) == MESSAGE


@pytest.mark.parametrize("spec, wrapping", [
    ("ECC_NIST_P256", "RSAES_OAEP_SHA_256"), ("ECC_NIST_P384", "RSAES_OAEP_SHA_1"),
    ("ECC_NIST_P521", "RSA_AES_KEY_WRAP_SHA_256"), ("ECC_SECG_P256K1", "RSA_AES_KEY_WRAP_SHA_1"),
])
def test_an_imported_elliptic_curve_key_signs(kms, spec, wrapping):
    curve, algorithm = CURVES[spec]
    private = ec.generate_private_key(curve())
    key = made(kms, spec, "SIGN_VERIFY", Origin="EXTERNAL")
    import_material(kms, key, pkcs8(private), wrapping)
    assert kms.get_public_key(KeyId=key)["PublicKey"] == spki(private.public_key())
    signature = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm=algorithm)["Signature"]
    private.public_key().verify(signature, MESSAGE, ec.ECDSA(hash_of(algorithm)))
    mine = private.sign(MESSAGE, ec.ECDSA(hash_of(algorithm)))
    assert kms.verify(KeyId=key, Message=MESSAGE, Signature=mine, SigningAlgorithm=algorithm)["SignatureValid"]


def test_an_imported_ed25519_key_signs(kms):
    private = ed25519.Ed25519PrivateKey.generate()
    key = made(kms, "ECC_NIST_EDWARDS25519", "SIGN_VERIFY", Origin="EXTERNAL")
    import_material(kms, key, pkcs8(private), "RSA_AES_KEY_WRAP_SHA_256")
    # Both sign without chance: the signatures are the same.
    signature = kms.sign(KeyId=key, Message=MESSAGE, SigningAlgorithm="ED25519_SHA_512")["Signature"]
    assert signature == private.sign(MESSAGE)


def test_an_imported_key_agrees_on_a_secret(kms):
    private, peer = ec.generate_private_key(ec.SECP384R1()), ec.generate_private_key(ec.SECP384R1())
    key = made(kms, "ECC_NIST_P384", "KEY_AGREEMENT", Origin="EXTERNAL")
    import_material(kms, key, pkcs8(private), wrapping_spec="RSA_3072")
    agreed = kms.derive_shared_secret(KeyId=key, KeyAgreementAlgorithm="ECDH", PublicKey=spki(peer.public_key()))
    assert agreed["KeyOrigin"] == "EXTERNAL"
    assert agreed["SharedSecret"] == private.exchange(ec.ECDH(), peer.public_key())
