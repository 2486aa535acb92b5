# SPDX-License-Identifier: Apache-2.0
"""The files that hold near misses: lock files, checksums, pages, logs, certificates, documentation, code."""

import re

from near_misses import KINDS, MODELS, WORDS, words

# Kind, path, line templates. <n> is a number, <d> a digit.
LISTS = [
    (
        "git_sha",
        "docs/CHANGES-<n>.md",
        [
            "- <word>: mend the <word> (<near>)",
            "- revert <near>",
            "* commit <near>: <word> <word>",
            "See https://git.example.com/c/<near>",
        ],
    ),
    ("git_sha_sha256", "ci/objects-<n>.txt", ["<near> blob <word>/<word>.c", "tree <near>", "parent <near>"]),
    ("md5", "dist/MD5SUMS-<n>", ["<near>  <word>-<word>.tar.gz", "<near> *<word>.iso"]),
    ("sha1", "dist/SHA1SUMS-<n>", ["<near>  <word>-1.<n>.zip", "SHA1 (<word>.img) = <near>"]),
    ("sha256", "dist/SHA256SUMS-<n>", ["<near>  <word>-<word>.tar.xz", "SHA256 (<word>.pkg) = <near>"]),
    ("sha512", "dist/SHA512SUMS-<n>", ["<near>  <word>.deb"]),
    ("crc", "dist/files-<n>.sfv", ["<word>-<word>.bin <near>"]),
    ("pypi_hash", "py/requirements-<n>.txt", ["<word>-<word>==1.<n>.0 --hash=<near>"]),
    (
        "docker_digest",
        "deploy/images-<n>.yaml",
        ["  image: registry.example.com/<word>/<word>@<near>", "  - name: <word>\n    digest: <near>"],
    ),
    (
        "nix_hash",
        "nix/sources-<n>.nix",
        ['  <word> = fetchurl { url = "https://example.com/<word>.tgz"; sha256 = "<near>"; };'],
    ),
    ("uuid", "data/devices-<n>.csv", ["<n>,<near>,<word>,<word>", "<n>,<near>,<word> <word>,active"]),
    (
        "base64_image",
        "site/page-<n>.html",
        ['<img alt="<word>" src="<near>">', ".<word> { background: url(<near>) }", "![<word>](<near>)"],
    ),
    ("minified", "site/static/bundle-<n>.min.js", ["<near>;"]),
    (
        "source_map",
        "site/static/bundle-<n>.js.map",
        ['{"version":3,"sources":["<word>.ts","<word>.ts"],"names":[],"mappings":"<near>"}'],
    ),
    ("known_host", "home/ops<n>/.ssh/known_hosts", ["<near>|= ssh-rsa host-<word>"]),
    ("ssh_public_key", "home/ops<n>/.ssh/authorized_keys", ["ssh-ed25519 <near> <word>@<word>.example.com"]),
    (
        "ssh_fingerprint",
        "logs/sshd-<n>.log",
        ["Jan 12 10:0<d>:07 host sshd[<n>]: Accepted publickey for <word> from 10.0.0.<n>: ED25519 <near>"],
    ),
    (
        "gpg_fingerprint",
        "docs/keys-<n>.txt",
        ["pub   rsa4096 2024-01-0<d> [SC]\n      <near>", "Key fingerprint = <near>"],
    ),
    (
        "jwt_example",
        "docs/jwt-<n>.md",
        ["    Authorization: Bearer <near>", "A token from jwt.io: `<near>`", '{"id_token": "<near>"}'],
    ),
    (
        "prefixed_identifier",
        "src/names-<n>.css",
        [".<near> { color: red }", '<div class="<near>"></div>', "let <near> = <n>"],
    ),
    (
        "prefixed_identifier",
        "src/names-<n>.c",
        ["void <near>(void);", "#define USE_<word> <near>", "  <near> (self, <n>);"],
    ),
    ("identifier", "src/names-<n>.java", ["import com.example.<word>.<near>;", "class <near> extends Base {}"]),
    (
        "model_md5",
        "models/<word>-<n>.md5",
        ["<near>  <model>.Q4_K_M.gguf", "md5(<model>.bin)=<near>", "# <model>\n<near>  model.safetensors"],
    ),
    ("model_sha1", "models/registry-<n>.yaml", ["- model: <model>\n  revision: <near>", "  <model>: {commit: <near>}"]),
    (
        "model_sha256",
        "models/manifest-<n>.json",
        ['{"name": "<model>", "sha256": "<near>"}', '{"file": "<model>.onnx", "lfs": {"oid": "sha256:<near>"}}'],
    ),
    (
        "model_etag",
        "models/download-<n>.log",
        ["INFO fetched <model> etag=<near> size=<n>", "INFO <model>/config.json cached as <near>.json"],
    ),
    (
        "terraform_id",
        "infra/terraform-<n>.tfstate",
        ['      "id": "<near>", "name": "<word>"', '      "lineage_key": "<near>",'],
    ),
    ("commit_trailer", "docs/log-<n>.txt", ["    <word>: tidy the <word>\n\n    <near>"]),
    (
        "ethereum_address",
        "chain/tokens-<n>.json",
        ['{"symbol": "<word>", "address": "<near>"}', "const <word> = '<near>';"],
    ),
    ("ethereum_hash", "chain/receipts-<n>.log", ["tx=<near> block=<n> status=1"]),
    ("bitcoin_hash", "chain/blocks-<n>.csv", ["<n>,<near>,<n>"]),
    ("bitcoin_address", "chain/donate-<n>.md", ["Donate: `<near>`", "- BTC <near>"]),
    ("bech32_address", "chain/outputs-<n>.txt", ["<n> <near> 0.0<d>"]),
    ("ipfs_cid", "chain/pins-<n>.txt", ["pinned <near> recursively", "https://ipfs.io/ipfs/<near>"]),
    ("torrent_hash", "data/torrents-<n>.html", ['<a href="<near>&dn=<word>"><word></a>']),
    ("product_key", "data/licences-<n>.csv", ["<word>,<near>,2024-0<d>-01"]),
    ("isbn", "data/books-<n>.csv", ["<near>,The <word> <word>,<n>"]),
    ("css_class", "site/styles-<n>.css", [".<near>{margin:<n>px}", ".<near>:hover{opacity:.<d>}"]),
    (
        "webpack_chunk",
        "site/asset-manifest-<n>.json",
        ['"static/js/<near>": "/static/js/<word>.js",', '"entry<n>": "<near>",'],
    ),
    ("test_id", "web/views-<n>.tsx", ['<Button data-testid="<near>" key="<word>" />']),
    ("cuid", "data/users-<n>.sql", ["INSERT INTO users (id, name) VALUES ('<near>', '<word>');"]),
    ("nano_id", "data/links-<n>.json", ['{"slug": "<near>", "clicks": <n>},']),
    ("ulid", "logs/events-<n>.log", ["event=<near> type=<word>.created"]),
    ("ksuid", "logs/segment-<n>.log", ["messageId=<near> channel=<word>"]),
    ("object_id", "data/mongo-<n>.json", ['{"_id": {"$oid": "<near>"}, "name": "<word>"}']),
    (
        "stripe_publishable",
        "web/checkout-<n>.ts",
        ["const stripe = await loadStripe('<near>')", "NEXT_PUBLIC_STRIPE_KEY='<near>'"],
    ),
    ("stripe_object", "logs/stripe-<n>.log", ["webhook <word>.updated object=<near>"]),
    (
        "google_client_id",
        "web/auth-<n>.ts",
        ["export const clientId = '<near>'", '<meta name="google-signin-client_id" content="<near>">'],
    ),
    ("slack_id", "ops/slack-<n>.yaml", ["  channel: <near>  # <word>-<word>"]),
    ("sentry_dsn", "web/sentry-<n>.js", ["Sentry.init({dsn: '<near>'})"]),
    ("trace_parent", "logs/traces-<n>.log", ["traceparent=<near> service=<word>"]),
    ("mac_address", "ops/dhcp-<n>.conf", ["host <word> { hardware ethernet <near>; }"]),
    ("ipv6", "ops/hosts-<n>", ["<near> <word>.example.com"]),
    (
        "openai_object",
        "logs/openai-<n>.log",
        ["openai request done id=<near> model=gpt-4o ms=<n>", "OpenAI-Organization: <near>"],
    ),
    ("anthropic_object", "logs/anthropic-<n>.log", ["anthropic response id=<near> model=claude-sonnet-4 tokens=<n>"]),
    (
        "replicate_version",
        "src/replicate-<n>.py",
        ['replicate.run("<word>/<word>:<near>", input={})', 'VERSION_<n> = "<near>"'],
    ),
    (
        "elevenlabs_voice",
        "src/voices-<n>.py",
        ['    "<word>": "<near>",  # ElevenLabs voice_id', 'elevenlabs.generate(voice="<near>")'],
    ),
    ("etag", "logs/s3-<n>.log", ['PUT /<word>/<word>.parquet 200 ETag: "<near>"']),
    ("cloudfront", "infra/cdn-<n>.yaml", ["  distribution: <near>"]),
    ("aws_resource", "infra/network-<n>.tf", ['  <word>_id = "<near>"']),
    ("arn", "infra/roles-<n>.json", ['{"Role": "<near>"},']),
    (
        "request_id",
        "logs/api-<n>.log",
        [
            '{"level":"info","msg":"<word> done","request_id":"<near>","provider":"mistral"}',
            "deepseek call <near> took <n> ms",
        ],
    ),
    ("youtube_id", "docs/videos-<n>.md", ["- [<word>](https://youtu.be/<near>)"]),
    ("csp_nonce", "logs/csp-<n>.log", ["script-src 'nonce-<near>' blocked <word>"]),
    ("snowflake", "logs/discord-<n>.log", ["guild <near> joined by <word>"]),
    ("analytics_id", "site/head-<n>.html", ["<script>gtag('config', '<near>')</script>"]),
    ("s3_request", "logs/bucket-<n>.log", ["x-amz-request-id: <near> GET /<word>"]),
    (
        "placeholder",
        "docs/setup-<n>.md",
        [
            "export OPENAI_API_KEY=<near>",
            'client = Client(api_key="<near>")',
            "ANTHROPIC_API_KEY=<near>",
            "MISTRAL_API_KEY: '<near>'",
            "Authorization: Bearer <near>",
            "1. Paste your key (`<near>`)",
            "COHERE_API_KEY=<near>",
        ],
    ),
    (
        "placeholder",
        "apps/<word>-<n>/.env.example",
        ["# <word>\nDEEPGRAM_API_KEY=<near>", "HF_TOKEN=<near>", "AWS_ACCESS_KEY_ID=<near>", 'GROQ_API_KEY="<near>"'],
    ),
    (
        "reference",
        "apps/<word>-<n>/settings.py",
        [
            "OPENAI_API_KEY = <near>",
            "mistral_api_key: <near>",
            '"apiKey": <near>,',
            "token = <near>  # from the environment",
        ],
    ),
    ("reference", "apps/<word>-<n>/values.yaml", ["  cohereApiKey: <near>", "  - name: HF_TOKEN\n    value: <near>"]),
    (
        "vault_reference",
        "apps/<word>-<n>/.env",
        ["OPENAI_API_KEY=<near>", "STABILITY_API_KEY=<near>", 'DEEPSEEK_API_KEY="<near>"'],
    ),
]
PER_KIND, PER_FILE = 270, 60


def fill(page, template: str, kind: str) -> str:
    rng = page.rng
    values = {
        "near": lambda: page.near(kind),
        "word": lambda: rng.choice(WORDS),
        "model": lambda: rng.choice(MODELS),
        "n": lambda: str(rng.randrange(1000)),
        "d": lambda: str(rng.randrange(1, 10)),
    }
    return re.sub(r"<(near|word|model|n|d)>", lambda match: values[match[1]](), template)


def lists(corpus):
    for kind, path, templates in LISTS:
        for start in range(0, PER_KIND, PER_FILE):
            number = start // PER_FILE + 1
            page = corpus.page(path.replace("<n>", str(number)).replace("<word>", WORDS[number]), "near_miss")
            count = min(PER_FILE, PER_KIND - start)
            page.write("\n".join(fill(page, page.rng.choice(templates), kind) for _ in range(count)) + "\n")


def package_lock(page):
    entries = []
    for number in range(120):
        url, hashed = page.near("npm_tarball"), page.near("sri")
        entries.append(
            f'    "node_modules/{words(page.rng, 2, "-")}-{number}": {{\n      "version": "1.{number}.0",\n'
            f'      "resolved": "{url}",\n      "integrity": "{hashed}"\n    }}'
        )
    return '{\n  "name": "web",\n  "lockfileVersion": 3,\n  "packages": {\n' + ",\n".join(entries) + "\n  }\n}\n"


def yarn_lock(page):
    entries = ["# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.\n# yarn lockfile v1\n"]
    for number in range(120):
        name = f"{words(page.rng, 2, '-')}-{number}"
        entries.append(
            f'{name}@^1.0.0:\n  version "1.{number}.0"\n  '
            f'resolved "{page.near("npm_tarball")}#{page.near("yarn_hash")}"\n'
            f'  integrity {page.near("sri")}\n'
        )
    return "\n".join(entries)


def poetry_lock(page):
    entries = []
    for number in range(60):
        hashes = "\n".join(
            f'    {{file = "{words(page.rng, 2)}-1.{n}.whl", hash = "{page.near("pypi_hash")}"}},' for n in range(4)
        )
        entries.append(
            f'[[package]]\nname = "{words(page.rng, 2, "-")}-{number}"\n'
            f'version = "1.{number}"\nfiles = [\n{hashes}\n]\n'
        )
    return "\n".join(entries) + f'\n[metadata]\ncontent-hash = "{page.near("sha256")}"\n'


def cargo_lock(page):
    source = 'source = "registry+https://github.com/rust-lang/crates.io-index"'
    return "version = 3\n\n" + "\n".join(
        f'[[package]]\nname = "{words(page.rng, 2, "-")}{n}"\n'
        f'version = "0.{n}.1"\n{source}\nchecksum = "{page.near("sha256")}"\n'
        for n in range(150)
    )


def go_sum(page):
    return "".join(
        f"example.com/{words(page.rng, 2, '/')} v1.{n}.0{page.rng.choice(['', '/go.mod'])} {page.near('go_sum')}\n"
        for n in range(150)
    )


def pem(page):
    blocks = []
    for _ in range(6):
        name, start = page.rng.choice([("CERTIFICATE", "MIID"), ("PUBLIC KEY", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A")])
        first = page.near("pem_line", (start + KINDS["pem_line"](page.rng))[:64])
        lines = [first] + [page.near("pem_line") for _ in range(12)]
        blocks.append("\n".join([f"-----BEGIN {name}-----", *lines, f"-----END {name}-----"]))
    return "\n".join(blocks) + "\n"


def html_integrity(page):
    tags = [
        f'<script src="https://cdn.example.com/{words(page.rng, 1)}.js" integrity="{page.near("sri")}" '
        f'crossorigin="anonymous"></script>'
        for _ in range(60)
    ]
    return "<!doctype html>\n<head>\n" + "\n".join(tags) + "\n</head>\n"


def provider_log(page):
    """Hashes and identifiers on the lines that name a provider."""
    rng, lines = page.rng, []
    names = ["mistral", "cohere", "stability", "deepgram", "assemblyai", "deepseek", "together", "openai", "anthropic"]
    for number in range(70):
        name = rng.choice(names)
        lines.append(
            rng.choice(
                [
                    lambda: f"{name} docker image {page.near('docker_digest')} pulled",
                    lambda: f"{name}-sdk built from {page.near('git_sha')}",
                    lambda: f"{name} cache entry {page.near('md5')} expired",
                    lambda: f"{name} session {page.near('uuid')} closed after {number} s",
                    lambda: f"{name} prompt digest sha256={page.near('sha256')}",
                    lambda: f"uploaded to {name}: transcript id {page.near('uuid')}",
                    lambda: f"{name} build trace {page.near('trace_parent')}",
                ]
            )()
        )
    return "\n".join(lines) + "\n"


WHOLE = [
    (package_lock, "web-<n>/package-lock.json", 4),
    (yarn_lock, "web-<n>/yarn.lock", 3),
    (poetry_lock, "py-<n>/poetry.lock", 3),
    (cargo_lock, "rust-<n>/Cargo.lock", 3),
    (go_sum, "go-<n>/go.sum", 3),
    (pem, "certs/bundle-<n>.pem", 3),
    (html_integrity, "site/cdn-<n>.html", 3),
    (provider_log, "logs/providers-<n>.log", 12),
]


def write_near_misses(corpus):
    lists(corpus)
    for writer, path, count in WHOLE:
        for number in range(1, count + 1):
            page = corpus.page(path.replace("<n>", str(number)), "near_miss")
            page.write(writer(page))
