# SPDX-License-Identifier: Apache-2.0
"""HTTP/1.1 itself: what clients, proxies and strangers send besides requests of the SDKs."""

import datetime
import email.utils
import ipaddress
import json
import re
import signal
import socket
import subprocess
import threading
import urllib.parse

import boto3
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from conftest import COFFER, OWNER, REGION


@pytest.fixture
def connection(server):
    address = urllib.parse.urlsplit(server.endpoint)
    with socket.create_connection((address.hostname, address.port), timeout=20) as made:
        yield made


def replies(connection, count=None):
    """(status, headers, body) of each reply; of all until the server closes, where no number is given."""
    stream, found = connection.makefile("rb"), []
    while count is None or len(found) < count:
        line = stream.readline()
        if not line and count is None:
            return found
        status = int(line.split()[1])
        headers = {}
        while (line := stream.readline().strip()):
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        found.append((status, headers, stream.read(int(headers.get("content-length", 0)))))
    return found


HEALTH = b"GET /health HTTP/1.1\r\nHost: coffer\r\n\r\n"


def test_requests_that_are_sent_ahead_are_answered_in_order(connection):
    connection.sendall(HEALTH + b"GET /nothing HTTP/1.1\r\nHost: coffer\r\n\r\n" + HEALTH)
    first, second, third = replies(connection, 3)
    assert (first[0], first[2]) == (third[0], third[2]) == (200, b"ok\n") and second[0] >= 400
    written = email.utils.parsedate_to_datetime(first[1]["date"])
    assert abs(datetime.datetime.now(datetime.timezone.utc) - written) < datetime.timedelta(minutes=1)


def test_a_client_that_has_sent_its_last_gets_its_reply(connection):
    connection.sendall(HEALTH + HEALTH)
    connection.shutdown(socket.SHUT_WR)
    assert [status for status, _, _ in replies(connection)] == [200, 200]


def test_version_1_0_and_connection_close_end_the_connection(server):
    address = urllib.parse.urlsplit(server.endpoint)
    for request in (b"GET /health HTTP/1.0\r\n\r\n", HEALTH[:-2] + b"Connection: close\r\n\r\n"):
        with socket.create_connection((address.hostname, address.port), timeout=20) as connection:
            connection.sendall(request)
            (reply,) = replies(connection)
            assert reply[0] == 200 and reply[1]["connection"] == "close"


def test_expect_100_continue(connection):
    connection.sendall(b"POST / HTTP/1.1\r\nHost: coffer\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
    assert replies(connection, 1)[0][0] == 100
    connection.sendall(b"{}")
    assert replies(connection, 1)[0][0] >= 400


@pytest.mark.parametrize("sent", [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 TLS to a port without it\r\n\r\n",
    b"GET /health HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nthis is no length\r\n",
    b"GET /health HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(1000)) + b"\r\n",
    b"GET /health HTTP/1.1\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
], ids=["tls", "negative", "smuggling", "chunks", "many-fields", "long-field"])
def test_what_is_not_http_gets_400_and_the_door(server, connection, sent):
    connection.sendall(HEALTH)
    assert replies(connection, 1)[0][0] == 200
    connection.sendall(sent)
    assert [status for status, _, _ in replies(connection)] == [400]
    assert server.client("sts").get_caller_identity()["Account"]


def test_a_body_without_signature_is_bounded_announced_or_not(server):
    address = urllib.parse.urlsplit(server.endpoint)
    chunk = b"1000\r\n" + b"x" * 4096 + b"\r\n"
    for request in (
            b"POST / HTTP/1.1\r\nHost: c\r\nContent-Length: 16385\r\n\r\n" + b"x" * 16385,
            b"POST / HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk * 5 + b"0\r\n\r\n"):
        with socket.create_connection((address.hostname, address.port), timeout=20) as connection:
            connection.sendall(request)
            (reply,) = replies(connection)
            assert reply[0] == 413 and b"RequestEntityTooLargeException" in reply[2]
            assert reply[1]["connection"] == "close"


def test_a_client_that_takes_no_replies_is_read_no_further(server, connection):
    connection.settimeout(2)
    taken = 0
    with pytest.raises(TimeoutError):
        while taken < 256 << 20:
            taken += connection.send(HEALTH * 1000)
    assert server.client("sts").get_caller_identity()["Account"]


def test_after_connect_and_upgrade_nothing_is_kept(connection, server):
    connection.sendall(b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n")
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        for _ in range(256):
            connection.sendall(b"x" * (1 << 20))
    assert server.client("sts").get_caller_identity()["Account"]


def test_bodies_that_are_only_announced_keep_nobody_out(server):
    address = urllib.parse.urlsplit(server.endpoint)
    held = []
    try:
        for _ in range(300):
            held.append(socket.create_connection((address.hostname, address.port), timeout=20))
            held[-1].sendall(b"POST / HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\nContent-Length: 1048576\r\n\r\n")
        assert server.client("kms").list_keys()["Keys"] is not None
    finally:
        for one in held:
            one.close()


def test_a_last_reply_comes_whole_however_large(server):
    secrets = server.client("secretsmanager")
    names = [secrets.create_secret(Name=f"large/{n}", SecretString="y" * 65000)["Name"] for n in range(20)]
    body = json.dumps({"SecretIdList": names})
    request = AWSRequest("POST", server.endpoint + "/", data=body, headers={
        "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "secretsmanager.BatchGetSecretValue",
        "Host": server.endpoint.removeprefix("http://"), "Connection": "close"})
    SigV4Auth(Credentials(*OWNER), "secretsmanager", REGION).add_auth(request)
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    address = urllib.parse.urlsplit(server.endpoint)
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(20)
        connection.connect((address.hostname, address.port))
        # What follows the last request must not cost it its reply.
        connection.sendall(f"POST / HTTP/1.1\r\n{head}Content-Length: {len(body)}\r\n\r\n{body}".encode() + HEALTH)
        (reply,) = replies(connection)
    assert reply[0] == 200 and len(json.loads(reply[2])["SecretValues"]) == 20
    for name in names:
        secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)


def serve(*arguments):
    process = subprocess.Popen(
        [str(COFFER), "serve", "--ephemeral", "--listen", "127.0.0.1:0", "--account-id", "111122223333", "--region", REGION,
         *arguments],
        env={"PATH": "/usr/bin:/bin", "COFFER_OWNER_ACCESS_KEY_ID": OWNER[0], "COFFER_OWNER_SECRET_ACCESS_KEY": OWNER[1]},
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    endpoint = next(found[0] for line in process.stderr if (found := re.search(r"https?://127\.0\.0\.1:\d+", line)))
    return process, endpoint


def client(endpoint, service="kms", **more):
    return boto3.client(
        service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id=OWNER[0], aws_secret_access_key=OWNER[1],
        config=Config(retries={"max_attempts": 1}), **more)


def test_sigterm_answers_what_is_under_way_and_closes_the_rest():
    process, endpoint = serve()
    try:
        address = urllib.parse.urlsplit(endpoint)
        with socket.create_connection((address.hostname, address.port), timeout=20) as idle:
            idle.sendall(HEALTH)
            assert replies(idle, 1)[0][0] == 200
            kms, made = client(endpoint), []
            kms.list_keys()
            making = threading.Thread(target=lambda: made.append(kms.create_key(KeySpec="RSA_4096", KeyUsage="SIGN_VERIFY")))
            making.start()
            metrics = ""
            while "coffer_active_requests 1" not in metrics and making.is_alive():
                idle.sendall(HEALTH.replace(b"health", b"metrics"))
                metrics = replies(idle, 1)[0][2].decode()
            process.send_signal(signal.SIGTERM)
            making.join(60)
            assert made and made[0]["KeyMetadata"]["KeySpec"] == "RSA_4096"
            assert replies(idle) == []
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()


def test_tls(tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "coffer test")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True).sign(key, hashes.SHA256()))
    (tmp_path / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "key.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    process, endpoint = serve("--tls-certificate", tmp_path / "certificate.pem", "--tls-key", tmp_path / "key.pem")
    try:
        address = urllib.parse.urlsplit(endpoint)
        assert address.scheme == "https"
        with socket.create_connection((address.hostname, address.port), timeout=20) as plain:
            plain.sendall(HEALTH)
            assert b"ok" not in plain.recv(1000)
        kms = client(endpoint, verify=str(tmp_path / "certificate.pem"))
        blob = kms.encrypt(KeyId=kms.create_key()["KeyMetadata"]["KeyId"], Plaintext=b"over TLS")["CiphertextBlob"]
        assert kms.decrypt(CiphertextBlob=blob)["Plaintext"] == b"over TLS"
        process.terminate()
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()
