# SPDX-License-Identifier: Apache-2.0
"""An OpenID Connect issuer on this machine, over https, with an authority of its own."""

import base64
import datetime
import http.server
import ipaddress
import json
import ssl
import threading
import time

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature


def url64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def number(value, size=None):
    return url64(value.to_bytes(size or (value.bit_length() + 7) // 8, "big"))


class SigningKey:
    """A key that signs tokens, under a name."""

    def __init__(self, name, algorithm="RS256"):
        self.name, self.algorithm = name, algorithm
        self.key = (
            rsa.generate_private_key(65537, 2048) if algorithm == "RS256" else ec.generate_private_key(ec.SECP256R1()))

    @property
    def jwk(self):
        public = self.key.public_key().public_numbers()
        named = {"kid": self.name, "alg": self.algorithm, "use": "sig"}
        if self.algorithm == "RS256":
            return {**named, "kty": "RSA", "n": number(public.n), "e": number(public.e)}
        return {**named, "kty": "EC", "crv": "P-256", "x": number(public.x, 32), "y": number(public.y, 32)}

    def sign(self, data):
        if self.algorithm == "RS256":
            return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        r, s = decode_dss_signature(self.key.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def token(self, **claims):
        parts = [{"alg": self.algorithm, "kid": self.name, "typ": "JWT"}, claims]
        text = ".".join(url64(json.dumps(part).encode()) for part in parts)
        return f"{text}.{url64(self.sign(text.encode()))}"


def keys(*all):
    return json.dumps({"keys": [key.jwk for key in all]})


def certificates(folder):
    """An authority's certificate, and a key and chain for 127.0.0.1 that it signed."""
    now = datetime.datetime.now(datetime.timezone.utc)

    def made(name, issuer, key, signer, *extensions):
        builder = (
            x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1)))
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(signer, hashes.SHA256())

    def named(text):
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])

    authority, leaf = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = made(
        named("test authority"), named("test authority"), authority, authority,
        (x509.BasicConstraints(ca=True, path_length=0), True),
        (x509.SubjectKeyIdentifier.from_public_key(authority.public_key()), False))
    own = made(
        named("issuer"), named("test authority"), leaf, authority,
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()), False),
        (x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.SERVER_AUTH]), False))
    pem = serialization.Encoding.PEM
    (folder / "authority.pem").write_bytes(root.public_bytes(pem))
    (folder / "chain.pem").write_bytes(own.public_bytes(pem))
    (folder / "key.pem").write_bytes(leaf.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return folder / "authority.pem"


class Issuer:
    """Publishes its keys as OpenID Connect Discovery says, one set below each path."""

    def __init__(self, folder):
        self.authority = certificates(folder)
        self.published, self.asked = {}, []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "chain.pem", folder / "key.pem")
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def handler(issuer):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                issuer.asked.append(self.path)
                path, _, document = self.path.rpartition("/")
                path = path.removesuffix("/.well-known")
                texts = {
                    "openid-configuration": json.dumps(
                        {"issuer": f"https://{issuer.host}{path}", "jwks_uri": f"https://{issuer.host}{path}/jwks"}),
                    "jwks": keys(*issuer.published.get(path, [])),
                }
                text = texts.get(document, "").encode()
                self.send_response(200 if text else 404)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_):
                pass

        return Handler

    def claims(self, path, **more):
        now = int(time.time())
        return {
            "iss": f"https://{self.host}{path}", "sub": "repo:coffer/app:ref:refs/heads/main", "aud": "sts.amazonaws.com",
            "iat": now - 5, "exp": now + 600, **more}

    def close(self):
        self.server.shutdown()
        self.server.server_close()
