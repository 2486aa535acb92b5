# SPDX-License-Identifier: Apache-2.0
"""The folder that is written, and the labels of what was written into it."""

import bisect
import hashlib
import json
import pathlib
import random

from keys import FORMATS, Key, make_key
from near_misses import KINDS


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Corpus:
    def __init__(self, root: pathlib.Path, seed: int):
        self.root, self.files, self.seed = root, root / "files", seed
        self.rng = random.Random(seed)
        self.positives, self.negatives = [], []
        self.bags, self.drawn = {}, {}

    def draw_key(self, where: str) -> Key:
        """Each place gets every format once before any twice."""
        bag = self.bags.setdefault(where, [])
        if not bag:
            bag.extend(self.rng.sample(FORMATS, len(FORMATS)))
        self.drawn[where] = self.drawn.get(where, 0) + 1
        return make_key(self.rng, bag.pop())

    def page(self, path: str, where: str, **options) -> "Page":
        return Page(self, path, where, **options)

    def save(self):
        labels = {"seed": self.seed, "positives": self.positives, "negatives": self.negatives}
        (self.root / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")


class Page:
    """One file on its way: hands out keys and near misses, and labels them when the text is there."""

    def __init__(self, corpus: Corpus, path: str, where: str, encoding="utf-8", newline="\n", binary=False):
        self.corpus, self.path, self.where = corpus, path, where
        self.encoding, self.newline, self.binary = encoding, newline, binary
        self.rng = corpus.rng
        self.keys: list[Key] = []
        self.forms: dict[str, tuple[str, str]] = {}
        self.nears: list[tuple[str, str]] = []
        self.members: dict[str, str] = {}

    def key(self) -> Key:
        self.keys.append(self.corpus.draw_key(self.where))
        return self.keys[-1]

    def some_keys(self, low: int, high: int) -> list[Key]:
        return [self.key() for _ in range(self.rng.randint(low, high))]

    def near(self, kind: str, text: str | None = None) -> str:
        text = KINDS[kind](self.rng) if text is None else text
        self.nears.append((kind, text))
        return text

    def written_as(self, value: str, text: str, encoding: str) -> str:
        """Notes that a value stands in the file in another form."""
        self.forms[value] = (text, encoding)
        return text

    def at(self, key: Key, member: str):
        self.members[key.value] = member

    def write(self, text: str):
        """Writes and labels a text file."""
        file = self.file()
        file.write_bytes(text.replace("\n", self.newline).encode(self.encoding))
        lines = text.split("\n")
        for key in self.keys:
            self.label_key(key, lines)
        self.label_nears(text)

    def file(self) -> pathlib.Path:
        file = self.corpus.files / self.path
        if file.exists():
            raise SystemExit(f"{self.path} would be written twice")
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def label_binary(self):
        """Labels a file that is no text: by provider, without lines."""
        for key in self.keys:
            self.corpus.positives.append(self.positive(key) | {"member": self.members.get(key.value)})
        for kind, text in self.nears:
            self.corpus.negatives.append({"file": self.path, "kind": kind, "sha256": digest(text)})

    def positive(self, key: Key) -> dict:
        label = {
            "file": self.path,
            "provider": key.provider.name,
            "where": self.where,
            "sha256": digest(key.value),
            "format": "known" if key.known else "unknown",
            "length": len(key.value),
        }
        return label | ({"pair_sha256": digest(key.secret), "pair_length": len(key.secret)} if key.secret else {})

    def label_key(self, key: Key, lines: list[str]):
        places = self.places(key.value, lines)
        seconds = self.places(key.secret, lines) if key.secret else places
        if not places or len(seconds) != len(places):
            raise SystemExit(f"{self.path} does not hold the key of {key.provider.name} that it was given")
        written, encoding = self.forms.get(key.value, (key.value, None))
        for (line, column), (pair_line, pair_column) in zip(places, seconds):
            label = self.positive(key) | {"line": line, "column": column, "length": len(written)}
            if key.secret:
                other = self.forms.get(key.secret, (key.secret, None))[0]
                label |= {"pair_line": pair_line, "pair_column": pair_column, "pair_length": len(other)}
            if encoding:
                label["encoding"] = encoding
            self.corpus.positives.append(label)

    def places(self, value: str, lines: list[str]) -> list[tuple[int, int]]:
        written = self.forms.get(value, (value, None))[0]
        return [(number, line.index(written) + 1) for number, line in enumerate(lines, 1) if written in line]

    def label_nears(self, text: str):
        ends = [at for at, character in enumerate(text) if character == "\n"]
        after = {}
        for kind, near in self.nears:
            at = text.find(near, after.get(near, 0))
            if at < 0:
                raise SystemExit(f"{self.path} does not hold the {kind} that it was given")
            after[near] = at + len(near)
            label = {"file": self.path, "kind": kind, "sha256": digest(near), "line": bisect.bisect_left(ends, at) + 1}
            self.corpus.negatives.append(label)
