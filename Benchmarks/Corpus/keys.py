# SPDX-License-Identifier: Apache-2.0
"""The providers and the formats of their keys, from shared/facts/providers.md and the providers' documentation alone.

A format is `known` when providers.md states it without a question mark. The others hold an assumption, stated in
`note`. Suno has no public API and so no format that could be stated: it is left out.
"""

import base64
import dataclasses
import random
import re
import string
from typing import Callable

ALNUM = string.ascii_letters + string.digits
HEX = "0123456789abcdef"
WORD = ALNUM + "_"
URLSAFE = ALNUM + "_-"
BASE32 = string.ascii_uppercase + "234567"
OPENAI_MARK, GROQ_MARK = "T3Blb" + "kFJ", "WGdyb" + "3FY"


def draw(rng: random.Random, alphabet: str, length: int) -> str:
    return "".join(rng.choices(alphabet, k=length))


@dataclasses.dataclass(frozen=True)
class Provider:
    name: str
    title: str
    variable: str
    host: str
    console: str
    scheme: str = "Bearer "


@dataclasses.dataclass(frozen=True)
class Format:
    provider: str
    pattern: str
    make: Callable[[random.Random], str]
    ambiguous: bool = False
    known: bool = True
    note: str = ""


@dataclasses.dataclass(frozen=True)
class Key:
    provider: Provider
    value: str
    ambiguous: bool
    known: bool
    secret: str | None = None  # AWS alone: `value` is the access key id, this its secret.

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The environment variables and values that the key consists of: two for AWS, else one."""
        if self.secret is None:
            return [(self.provider.variable, self.value)]
        return [("AWS_ACCESS_KEY_ID", self.value), ("AWS_SECRET_ACCESS_KEY", self.secret)]


PROVIDERS = {
    provider.name: provider
    for provider in [
        Provider("openai", "OpenAI", "OPENAI_API_KEY", "api.openai.com", "platform.openai.com/api-keys"),
        Provider(
            "anthropic",
            "Anthropic",
            "ANTHROPIC_API_KEY",
            "api.anthropic.com",
            "console.anthropic.com/settings/keys",
            "",
        ),
        Provider(
            "gemini", "Gemini", "GEMINI_API_KEY", "generativelanguage.googleapis.com", "aistudio.google.com/apikey", ""
        ),
        Provider(
            "elevenlabs", "ElevenLabs", "ELEVENLABS_API_KEY", "api.elevenlabs.io", "elevenlabs.io/app/settings", ""
        ),
        Provider("runway", "Runway", "RUNWAYML_API_SECRET", "api.dev.runwayml.com", "dev.runwayml.com"),
        Provider(
            "stability", "Stability AI", "STABILITY_API_KEY", "api.stability.ai", "platform.stability.ai/account/keys"
        ),
        Provider("mistral", "Mistral", "MISTRAL_API_KEY", "api.mistral.ai", "console.mistral.ai/api-keys"),
        Provider("cohere", "Cohere", "COHERE_API_KEY", "api.cohere.com", "dashboard.cohere.com/api-keys"),
        Provider("groq", "Groq", "GROQ_API_KEY", "api.groq.com", "console.groq.com/keys"),
        Provider("xai", "xAI", "XAI_API_KEY", "api.x.ai", "console.x.ai"),
        Provider("perplexity", "Perplexity", "PERPLEXITY_API_KEY", "api.perplexity.ai", "perplexity.ai/settings/api"),
        Provider("together", "Together", "TOGETHER_API_KEY", "api.together.xyz", "api.together.xyz/settings/api-keys"),
        Provider("fireworks", "Fireworks", "FIREWORKS_API_KEY", "api.fireworks.ai", "fireworks.ai/account/api-keys"),
        Provider(
            "replicate", "Replicate", "REPLICATE_API_TOKEN", "api.replicate.com", "replicate.com/account/api-tokens"
        ),
        Provider("huggingface", "Hugging Face", "HF_TOKEN", "huggingface.co", "huggingface.co/settings/tokens"),
        Provider("deepseek", "DeepSeek", "DEEPSEEK_API_KEY", "api.deepseek.com", "platform.deepseek.com/api_keys"),
        Provider("openrouter", "OpenRouter", "OPENROUTER_API_KEY", "openrouter.ai", "openrouter.ai/keys"),
        Provider("deepgram", "Deepgram", "DEEPGRAM_API_KEY", "api.deepgram.com", "console.deepgram.com", "Token "),
        Provider(
            "assemblyai", "AssemblyAI", "ASSEMBLYAI_API_KEY", "api.assemblyai.com", "assemblyai.com/app/api-keys", ""
        ),
        Provider("fal", "fal", "FAL_KEY", "api.fal.ai", "fal.ai/dashboard/keys", "Key "),
        Provider("heygen", "HeyGen", "HEYGEN_API_KEY", "api.heygen.com", "app.heygen.com/settings", ""),
        Provider("did", "D-ID", "DID_API_KEY", "api.d-id.com", "studio.d-id.com/account-settings", "Basic "),
        Provider("synthesia", "Synthesia", "SYNTHESIA_API_KEY", "api.synthesia.io", "app.synthesia.io", ""),
        Provider(
            "aws", "AWS", "AWS_ACCESS_KEY_ID", "bedrock-runtime.us-east-1.amazonaws.com", "console.aws.amazon.com/iam"
        ),
    ]
}


def openai_key(rng):
    kind, half = rng.choice(["proj", "svcacct", "admin"]), rng.choice([20, 58, 74])
    return f"sk-{kind}-{draw(rng, URLSAFE, half)}{OPENAI_MARK}{draw(rng, URLSAFE, half)}"


def heygen_key(rng):
    return base64.b64encode(f"{draw(rng, HEX, 32)}-{rng.randrange(10**9, 2 * 10**9)}".encode()).decode()


def did_key(rng):
    address = f"{draw(rng, string.ascii_lowercase, rng.randrange(5, 12))}@example.com"
    return f"{base64.b64encode(address.encode()).decode()}:{draw(rng, URLSAFE, 21)}"


def fal_key(rng):
    groups = "-".join(draw(rng, HEX, n) for n in (8, 4, 4, 4, 12))
    return f"{groups}:{draw(rng, HEX, 32)}"


def plain(prefix: str, alphabet: str, length: int):
    return lambda rng: prefix + draw(rng, alphabet, length)


FORMATS = [
    Format("openai", rf"sk-(proj|svcacct|admin)-[\w-]{{20,74}}{OPENAI_MARK}[\w-]{{20,74}}", openai_key),
    Format(
        "openai",
        rf"sk-[A-Za-z0-9]{{20}}{OPENAI_MARK}[A-Za-z0-9]{{20}}",
        lambda rng: f"sk-{draw(rng, ALNUM, 20)}{OPENAI_MARK}{draw(rng, ALNUM, 20)}",
    ),
    Format(
        "anthropic",
        r"sk-ant-(api03|admin01)-[\w-]{93}AA",
        lambda rng: f"sk-ant-{rng.choice(['api03', 'admin01'])}-{draw(rng, URLSAFE, 93)}AA",
    ),
    Format(
        "anthropic",
        r"sk-ant-oat01-[\w-]{93}AA",
        lambda rng: f"sk-ant-oat01-{draw(rng, URLSAFE, 93)}AA",
        known=False,
        note="providers.md has the prefix alone; taken to go on as API keys do",
    ),
    Format("gemini", r"AQ\.Ab8RN6[\w-]{44}", plain("AQ.Ab8" + "RN6", URLSAFE, 44)),
    Format("gemini", r"AIza[\w-]{35}", plain("AI" + "za", URLSAFE, 35)),
    Format("elevenlabs", r"sk_[a-f0-9]{48}", plain("sk_", HEX, 48)),
    Format("runway", r"key_[a-f0-9]{128}", plain("key_", HEX, 128), known=False, note="unverified in providers.md"),
    Format("stability", r"sk-[A-Za-z0-9]{48}", plain("sk-", ALNUM, 48), ambiguous=True),
    Format("mistral", r"[A-Za-z0-9]{32}", plain("", ALNUM, 32), ambiguous=True),
    Format("cohere", r"[A-Za-z0-9]{40}", plain("", ALNUM, 40), ambiguous=True),
    Format(
        "groq",
        rf"gsk_[A-Za-z0-9]{{20}}{GROQ_MARK}[A-Za-z0-9]{{24}}",
        lambda rng: f"gsk_{draw(rng, ALNUM, 20)}{GROQ_MARK}{draw(rng, ALNUM, 24)}",
    ),
    Format("xai", r"xai-\w{80}", plain("xai-", WORD, 80)),
    Format("perplexity", r"pplx-[A-Za-z0-9]{48}", plain("pplx-", ALNUM, 48)),
    Format("together", r"tgp_v1_[\w-]{43}", plain("tgp_v1_", URLSAFE, 43)),
    Format("together", r"[a-f0-9]{64}", plain("", HEX, 64), ambiguous=True),
    Format("fireworks", r"fw_[A-Za-z0-9]{22}", plain("fw_", ALNUM, 22), known=False, note="length taken to be 22"),
    Format("replicate", r"r8_[\w-]{37}", plain("r8_", URLSAFE, 37)),
    Format("huggingface", r"hf_[A-Za-z0-9]{34}", plain("hf_", ALNUM, 34)),
    Format("deepseek", r"sk-[a-f0-9]{32}", plain("sk-", HEX, 32), ambiguous=True),
    Format("openrouter", r"sk-or-v1-[0-9a-f]{64}", plain("sk-or-v1-", HEX, 64)),
    Format("deepgram", r"[a-f0-9]{40}", plain("", HEX, 40), ambiguous=True),
    Format("assemblyai", r"[a-f0-9]{32}", plain("", HEX, 32), ambiguous=True),
    Format(
        "fal",
        r"[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}:[a-f0-9]{32}",
        fal_key,
        ambiguous=True,
        known=False,
        note="documented as key_id:key_secret; taken to be a UUID and 32 hexadecimal digits",
    ),
    Format(
        "heygen",
        r"[A-Za-z0-9+/]{58}==",
        heygen_key,
        ambiguous=True,
        known=False,
        note="taken to be the base64 of 32 hexadecimal digits, a hyphen and a time",
    ),
    Format(
        "did",
        r"[A-Za-z0-9+/]{20,36}={0,2}:[\w-]{21}",
        did_key,
        ambiguous=True,
        known=False,
        note="documented as API_USER:API_PASSWORD; taken to be a base64 mail address and 21 characters",
    ),
    Format(
        "synthesia",
        r"[a-f0-9]{32}",
        plain("", HEX, 32),
        ambiguous=True,
        known=False,
        note="taken to be 32 hexadecimal digits",
    ),
    Format(
        "aws", r"(AKIA|ASIA)[A-Z2-7]{16}", lambda rng: rng.choice(["AK" + "IA", "AS" + "IA"]) + draw(rng, BASE32, 16)
    ),
]


def make_key(rng: random.Random, form: Format) -> Key:
    value = form.make(rng)
    if not re.fullmatch(form.pattern, value):
        raise SystemExit(f"a key of {form.provider} does not have its own format")
    secret = draw(rng, ALNUM + "+/", 40) if form.provider == "aws" else None
    return Key(PROVIDERS[form.provider], value, form.ambiguous, form.known, secret)
