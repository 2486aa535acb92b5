# SPDX-License-Identifier: Apache-2.0
"""Line-based places: a Style says how its lines look, and `body` puts keys into such lines as people do."""

import dataclasses
import re

from keys import Key
from near_misses import WORDS

GENERIC = ["API_KEY", "LLM_API_KEY", "SECRET_KEY", "ACCESS_TOKEN", "AUTH_TOKEN", "AI_KEY"]


@dataclasses.dataclass(frozen=True)
class Style:
    """In templates <ENV>, <snake>, <camel>, <Pascal> and <kebab> are spellings of the variable's name."""

    where: str
    paths: list[str]
    comment: str
    named: list[str]
    hosted: list[str] = dataclasses.field(default_factory=list)
    fillers: list[str] = dataclasses.field(default_factory=list)
    head: str = ""
    foot: str = ""
    encoding: str = "utf-8"
    newline: str = "\n"


def spellings(variable: str) -> dict[str, str]:
    parts = variable.lower().split("_")
    pascal = "".join(part.title() for part in parts)
    return {
        "ENV": variable,
        "snake": "_".join(parts),
        "kebab": "-".join(parts),
        "Pascal": pascal,
        "camel": pascal[0].lower() + pascal[1:],
    }


def fill(template: str, values: dict[str, str]) -> str:
    return re.sub(r"<(\w+)>", lambda match: values.get(match[1], match[0]), template)


def about(key: Key) -> dict[str, str]:
    provider = key.provider
    return {
        "host": provider.host,
        "scheme": provider.scheme,
        "title": provider.title,
        "console": provider.console,
        "value": key.value,
    }


def unique(entries: dict, name: str) -> str:
    return name if name not in entries else f"{name}_{len(entries)}"


def mention(page, key: Key) -> str:
    return fill(
        page.rng.choice(
            ["https://<console>", "<title> key", "Key from https://<console>", "<title>", "for https://<host>"]
        ),
        about(key),
    )


def named_lines(page, style: Style, key: Key, variable: str | None = None) -> list[str]:
    template = page.rng.choice(style.named)
    return [fill(template, about(key) | spellings(variable or name) | {"value": value}) for name, value in key.parts]


def key_lines(page, style: Style, key: Key) -> list[str]:
    """One key's lines. An ambiguous key's provider is named on its own line, or at most two lines above it."""
    chance, rng = page.rng.random(), page.rng
    if key.secret or chance < 0.45:
        return named_lines(page, style, key)
    if style.hosted and chance < 0.65:
        return [fill(rng.choice(style.hosted), about(key) | spellings(key.provider.variable))]
    if chance < 0.85 or key.ambiguous or not key.known:
        between = [filler(page, style)] if style.fillers and rng.random() < 0.5 else []
        return [
            style.comment.replace("<text>", mention(page, key)),
            *between,
            *named_lines(page, style, key, rng.choice(GENERIC)),
        ]
    return named_lines(page, style, key, rng.choice(GENERIC))


def filler(page, style: Style) -> str:
    values = {"word": page.rng.choice(WORDS), "n": str(page.rng.randrange(100))}
    text = fill(page.rng.choice(style.fillers), values)
    return re.sub(r"<near:(\w+)>", lambda match: page.near(match[1]), text)


def body(page, style: Style, keys: list[Key]) -> str:
    """Fillers stand two deep between keys, so that no provider's name is near another's key."""
    lines = [style.head] if style.head else []
    for key in keys:
        lines += key_lines(page, style, key)
        lines += [filler(page, style) for _ in range(page.rng.randint(2, 4))] if style.fillers else [""]
    return "\n".join(lines + ([style.foot] if style.foot else [])) + "\n"


def write_style(corpus, style: Style, count: int):
    number = 0
    while corpus.drawn.get(style.where, 0) < count:
        number += 1
        path = style.paths[number % len(style.paths)]
        path = path.replace("<n>", str(number)).replace("<word>", corpus.rng.choice(WORDS))
        page = corpus.page(path, style.where, encoding=style.encoding, newline=style.newline)
        page.write(body(page, style, page.some_keys(3, 6)))
