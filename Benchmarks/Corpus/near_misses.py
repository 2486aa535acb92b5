# SPDX-License-Identifier: Apache-2.0
"""Strings that look like keys to a careless reader and are none: KINDS has one maker for each kind."""

import base64
import string

from keys import ALNUM, BASE32, HEX, PROVIDERS, URLSAFE, draw

BASE64 = ALNUM + "+/"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
NIX = "0123456789abcdfghijklmnpqrsvwxyz"
UPPER = string.ascii_uppercase + string.digits
LOWER = string.ascii_lowercase + string.digits
WORDS = (
    "adapter batch broker cache canvas client cluster cursor daemon digest editor engine export filter folder gallery "
    "gateway handler import index invoice journal ledger loader mailer market matrix metric module monitor network "
    "notebook order parser pipeline planner player portal profile project proxy queue reader recipe record region "
    "render report router sample schema search session signal socket source sprite stream studio survey ticket "
    "token tracker transform vector viewer visitor widget window worker"
).split()
MODELS = [
    "mistral-7b-instruct-v0.3",
    "deepseek-coder-6.7b",
    "command-r-cohere",
    "stable-diffusion-xl-stability",
    "whisper-openai-large-v3",
    "together-m2-bert-80m",
    "gemini-nano-tokenizer",
    "groq-llama-3.1-8b",
    "elevenlabs-turbo-sample",
    "assemblyai-conformer",
    "deepgram-nova-sample",
    "huggingface-bert-base",
]


def of(prefix: str, alphabet: str, length: int, suffix: str = ""):
    return lambda rng: prefix + draw(rng, alphabet, length) + suffix


def words(rng, count, joiner="_"):
    return joiner.join(rng.choice(WORDS) for _ in range(count))


def uuid(rng):
    text = draw(rng, HEX, 32)
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-{rng.choice('89ab')}{text[17:20]}-{text[20:]}"


def encoded(rng, count: int) -> str:
    return base64.b64encode(rng.randbytes(count)).decode()


def sri(rng):
    name, count = rng.choice([("sha256", 32), ("sha384", 48), ("sha512", 64)])
    return f"{name}-{encoded(rng, count)}"


def image(rng):
    kind, start = rng.choice(
        [("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ("gif", b"GIF89a"), ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF")]
    )
    return f"data:image/{kind};base64,{base64.b64encode(start + rng.randbytes(rng.randrange(120, 420))).decode()}"


def minified(rng):
    parts = [
        f"function {draw(rng, string.ascii_letters, 1)}({draw(rng, string.ascii_letters, 1)}){{return "
        f'{draw(rng, string.ascii_letters, 2)}[{rng.randrange(9999)}].{rng.choice(WORDS)}("{draw(rng, LOWER, 6)}")}}'
        for _ in range(3)
    ]
    return ";".join(parts)


def mappings(rng):
    return ",".join(draw(rng, "ACEGIKMOQSUWYgDFHJ", rng.choice([4, 5])) for _ in range(12))


def jwt(rng):
    part = lambda data: base64.urlsafe_b64encode(data).decode().rstrip("=")
    body = b'{"sub":"%d","name":"John Doe","iat":1516239022}' % rng.randrange(10**9, 10**10)
    return f'{part(b"""{"alg":"HS256","typ":"JWT"}""")}.{part(body)}.{part(rng.randbytes(32))}'


def placeholder(rng):
    sk, name = "sk-", rng.choice([p.variable for p in PROVIDERS.values()])
    return rng.choice(
        [
            sk + "x" * rng.randint(16, 48),
            sk + "X" * 32,
            sk + "proj-" + "x" * 40,
            sk + "...",
            sk + "ant-" + "...",
            sk + "ant-api03-" + "x" * 95,
            sk + "your-key-here",
            sk + "ant-your-api-key",
            sk + "or-v1-" + "x" * 64,
            sk + "*" * 20,
            sk + "proj-****************",
            "hf_" + "x" * 34,
            "hf_...",
            "gsk_" + "your_key_here",
            "gsk_" + "x" * 52,
            "r8_" + "x" * 37,
            "r8_" + "*" * 37,
            "pplx-" + "x" * 48,
            "xai-" + "your-api-key",
            "AI" + "za" + "X" * 35,
            "AI" + "zaSy...",
            "YOUR_API_KEY",
            f"YOUR_{name}",
            f"your-{name.lower().replace('_', '-')}-here",
            "<your key here>",
            f"<{name}>",
            "<YOUR_API_KEY>",
            "[your api key]",
            "changeme",
            "REPLACE_ME",
            "insert-your-key-here",
            "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
            "AK" + "IAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
            "0" * 32,
            "0" * 40,
            "f" * 32,
            "a" * 40,
            "1234567890abcdef" * 2,
            sk + "1234567890abcdef" * 3,
            "0123456789abcdef" * 4,
            "tgp_v1_" + "x" * 43,
            "fw_" + "x" * 22,
            "sk_" + "0" * 48,
            "key_" + "x" * 128,
            "deadbeef" * 4,
            "deadbeef" * 5,
            "API_KEY_GOES_HERE",
            "dummy",
            "none",
            "TODO",
        ]
    )


def reference(rng):
    name = rng.choice([p.variable for p in PROVIDERS.values()])
    return rng.choice(
        [
            f"${{{name}}}",
            f"${name}",
            f'os.environ["{name}"]',
            f'os.getenv("{name}")',
            f"process.env.{name}",
            f"{{{{ .Values.{name.lower()} }}}}",
            f"${{{{ secrets.{name} }}}}",
            f"%{name}%",
            f"$env:{name}",
            f'ENV.fetch("{name}")',
            f'System.getenv("{name}")',
            f"ENV['{name}']",
            f"getenv('{name}')",
            f'std::env::var("{name}")',
            f'os.Getenv("{name}")',
            f"import.meta.env.VITE_{name}",
            f'Deno.env.get("{name}")',
            f"config.get('{name.lower()}')",
            f"var.{name.lower()}",
            f"data.aws_secretsmanager_secret_version.{name.lower()}.secret_string",
            f"@Microsoft.KeyVault(SecretName={name})",
        ]
    )


def account(rng):
    return rng.randrange(10**11, 10**12)


def npm_tarball(rng):
    return f"https://registry.npmjs.org/{words(rng, 2, '-')}/-/{words(rng, 1)}-1.{rng.randrange(99)}.0.tgz"


def css_class(rng):
    return f"{rng.choice(['css', 'sc', 'jsx', 'svelte', 'emotion'])}-{draw(rng, LOWER, rng.choice([6, 8, 10]))}"


def vault_reference(rng):
    provider = rng.choice(list(PROVIDERS))
    return rng.choice(
        [
            f"coffer://vault/{provider}/{rng.choice(WORDS)}",
            f"op://Private/{provider}/{rng.choice(WORDS)}",
            f"vault:secret/data/{provider}#{rng.choice(WORDS)}",
            f"ref+awsssm://{provider}/{rng.choice(WORDS)}",
            f"projects/{words(rng, 2, '-')}-{rng.randrange(9999)}/secrets/{provider}-key/versions/latest",
            f"arn:aws:secretsmanager:eu-central-1:{account(rng)}:secret:{provider}-{draw(rng, ALNUM, 6)}",
            f"bws:{uuid(rng)}",
            f"sops:{provider}.enc.yaml#/{rng.choice(WORDS)}",
            f"keyring:{provider}/{rng.choice(WORDS)}",
        ]
    )


def prefixed_identifier(rng):
    """Names from code that begin as keys do: SpinKit's and scikit-learn's classes, GTK's functions, and so on."""
    return rng.choice(
        [
            f"sk-{words(rng, rng.randint(2, 4), '-')}",
            f"sk_{words(rng, rng.randint(2, 5))}",
            f"hf_{words(rng, rng.randint(3, 6))}",
            f"gsk_{words(rng, rng.randint(3, 7))}",
            f"key_{words(rng, rng.randint(3, 6))}",
            f"fw_{words(rng, rng.randint(2, 4))}",
            f"r8_{words(rng, rng.randint(3, 6))}",
            f"xai-{words(rng, rng.randint(2, 4), '-')}",
            f"pplx-{rng.choice([7, 8, 70])}b-{rng.choice(['online', 'chat'])}-{words(rng, 1)}",
            f"sk-ant-{words(rng, 3, '-')}",
            f"tgp_{words(rng, 3)}",
            f"AIza{words(rng, 2)}",
        ]
    )


def isbn(rng):
    return f"978-{rng.randrange(10)}-{rng.randrange(100, 1000)}-{rng.randrange(10000, 100000)}-{rng.randrange(10)}"


def camel(rng):
    return "".join(rng.choice(WORDS).title() for _ in range(rng.randint(4, 7)))


def trace_parent(rng):
    return f"00-{draw(rng, HEX, 32)}-{draw(rng, HEX, 16)}-01"


def google_client(rng):
    return f"{rng.randrange(10**11, 10**12)}-{draw(rng, LOWER, 32)}.apps.googleusercontent.com"


def sentry(rng):
    return f"https://{draw(rng, HEX, 32)}@o{rng.randrange(10**5, 10**6)}.ingest.sentry.io/{rng.randrange(10**6, 10**7)}"


def mac_address(rng):
    return ":".join(draw(rng, HEX, 2) for _ in range(6))


def arn(rng):
    return f"arn:aws:iam::{account(rng)}:role/{words(rng, 2, '-')}-{draw(rng, UPPER, 13)}"


def product_key(rng):
    return "-".join(draw(rng, UPPER, 5) for _ in range(5))


def ipv6(rng):
    return ":".join(draw(rng, HEX, 4) for _ in range(8))


def ssh_key(rng):
    return "AAAAC3NzaC1lZDI1NTE5AAAAI" + draw(rng, BASE64, 43)


def openai_object(rng):
    return rng.choice(
        ["org-", "file-", "asst_", "thread_", "chatcmpl-", "call_", "run_", "msg_", "resp_", "proj_", "vs_"]
    ) + draw(rng, ALNUM, 24)


def anthropic_object(rng):
    return rng.choice(["msg_01", "toolu_01", "req_011", "msgbatch_01"]) + draw(rng, ALNUM, 22)


def stripe_object(rng):
    return rng.choice(["cus_", "price_1", "pi_3", "sub_1", "prod_", "in_1", "evt_1"]) + draw(rng, ALNUM, 22)


def nano(rng):
    return draw(rng, URLSAFE, 21)


def fingerprint(rng):
    return f"SHA256:{encoded(rng, 32).rstrip('=')}"


def gpg(rng):
    text = draw(rng, "0123456789ABCDEF", 40)
    return " ".join(text[i : i + 4] for i in range(0, 40, 4)) if rng.random() < 0.4 else text


KINDS = {
    "git_sha": of("", HEX, 40),
    "git_sha_sha256": of("", HEX, 64),
    "md5": of("", HEX, 32),
    "sha1": of("", HEX, 40),
    "sha256": of("", HEX, 64),
    "sha512": of("", HEX, 128),
    "crc": of("", HEX, 8),
    "sri": sri,
    "go_sum": lambda rng: f"h1:{encoded(rng, 32)}",
    "pypi_hash": of("sha256:", HEX, 64),
    "yarn_hash": of("", HEX, 40),
    "docker_digest": of("sha256:", HEX, 64),
    "nix_hash": of("", NIX, 52),
    "uuid": uuid,
    "base64_image": image,
    "minified": minified,
    "source_map": mappings,
    "pem_line": of("", BASE64, 64),
    "known_host": lambda rng: f"|1|{encoded(rng, 20)}",
    "ssh_public_key": ssh_key,
    "ssh_fingerprint": fingerprint,
    "gpg_fingerprint": gpg,
    "jwt_example": jwt,
    "placeholder": placeholder,
    "reference": reference,
    "vault_reference": vault_reference,
    "prefixed_identifier": prefixed_identifier,
    "identifier": camel,
    "model_md5": of("", HEX, 32),
    "model_sha1": of("", HEX, 40),
    "model_sha256": of("", HEX, 64),
    "model_etag": of("", HEX, 32),
    "terraform_id": of("", HEX, 32),
    "npm_tarball": npm_tarball,
    "commit_trailer": of("Change-Id: I", HEX, 40),
    "ethereum_address": of("0x", HEX, 40),
    "ethereum_hash": of("0x", HEX, 64),
    "bitcoin_hash": of("0" * 19, HEX, 45),
    "bitcoin_address": of("1", BASE58, 33),
    "bech32_address": of("bc1q", BECH32, 38),
    "ipfs_cid": of("Qm", BASE58, 44),
    "torrent_hash": of("magnet:?xt=urn:btih:", HEX, 40),
    "product_key": product_key,
    "isbn": isbn,
    "css_class": css_class,
    "webpack_chunk": lambda rng: f"{rng.choice(WORDS)}.{draw(rng, HEX, 20)}.chunk.js",
    "test_id": lambda rng: words(rng, 4, "-"),
    "cuid": of("c", LOWER, 24),
    "nano_id": nano,
    "ulid": of("01", CROCKFORD, 24),
    "ksuid": of("2", ALNUM, 26),
    "object_id": of("6", HEX, 23),
    "stripe_publishable": lambda rng: rng.choice(["pk_live_", "pk_test_"]) + draw(rng, ALNUM, 24),
    "stripe_object": stripe_object,
    "google_client_id": google_client,
    "slack_id": lambda rng: rng.choice("CUTD") + "0" + draw(rng, UPPER, 9),
    "sentry_dsn": sentry,
    "trace_parent": trace_parent,
    "mac_address": mac_address,
    "ipv6": ipv6,
    "openai_object": openai_object,
    "anthropic_object": anthropic_object,
    "replicate_version": of("", HEX, 64),
    "elevenlabs_voice": of("", ALNUM, 20),
    "etag": of("", HEX, 32),
    "cloudfront": of("E", UPPER, 13),
    "aws_resource": of("vpc-0", HEX, 16),
    "arn": arn,
    "request_id": of("req_", HEX, 32),
    "youtube_id": of("", URLSAFE, 11),
    "csp_nonce": lambda rng: encoded(rng, 16),
    "snowflake": of("1", string.digits, 18),
    "analytics_id": of("G-", UPPER, 10),
    "s3_request": of("", UPPER, 16),
}
