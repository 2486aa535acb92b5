# SPDX-License-Identifier: Apache-2.0
"""Which findings are right, and which keys were found.

In text a finding is right on a labelled line. Elsewhere it is right in a labelled file (with whatever the scanner
writes behind the file's path) when it names a provider that has a key there, as often as there are such keys; a
scanner that names no provider must show the key itself. On a line with several keys each finding counts for one of
them, one of its provider first; a scanner without providers has found them all.
"""

import collections
import dataclasses
import hashlib
import json
import os.path
import pathlib
import re

from scanners import Finding

# Names that one may use for the same provider, next to the labels'.
ALIASES = {
    "google": "gemini",
    "googlegemini": "gemini",
    "googleai": "gemini",
    "stabilityai": "stability",
    "mistralai": "mistral",
    "togetherai": "together",
    "fireworksai": "fireworks",
    "falai": "fal",
    "amazon": "aws",
    "bedrock": "aws",
    "runwayml": "runway",
    "hf": "huggingface",
    "grok": "xai",
}
BEHIND = re.compile(r"[/!:#@>| (\[]")


def provider_name(name: str) -> str:
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    return ALIASES.get(plain, plain)


@dataclasses.dataclass
class Verdict:
    found: set[int] = dataclasses.field(default_factory=set)
    right: int = 0
    right_provider: int = 0
    wrong: list[Finding] = dataclasses.field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)


class Labels:
    def __init__(self, folder: pathlib.Path):
        labels = json.loads((folder / "labels.json").read_text())
        self.files, self.positives = folder / "files", labels["positives"]
        self.on_line, self.inside = collections.defaultdict(list), collections.defaultdict(list)
        self.in_file = collections.defaultdict(list)
        for number, label in enumerate(self.positives):
            self.in_file[label["file"]].append(number)
            if "line" not in label:
                self.inside[label["file"]].append(number)
                continue
            for line in {label["line"], label.get("pair_line", label["line"])}:
                self.on_line[label["file"], line].append(number)
        self.kinds = {(label["file"], label.get("line")): label["kind"] for label in labels["negatives"]}

    def container(self, path: str) -> str | None:
        """The labelled file that is no text and that a path is in."""
        ends = [match.start() for match in BEHIND.finditer(path)] + [len(path)]
        return next((path[:end] for end in reversed(ends) if path[:end] in self.inside), None)

    def judge(self, findings: list[Finding]) -> Verdict:
        verdict, lines, containers = Verdict(), collections.defaultdict(dict), collections.defaultdict(dict)
        for finding in findings:
            finding.path = os.path.normpath(finding.path)
            place, container = (finding.path, finding.line), self.container(finding.path)
            if place in self.on_line or container is None:
                lines[place].setdefault(finding.identity or finding.value, finding)
            else:
                containers[container].setdefault(finding.identity or finding.value, finding)
        for place, found in lines.items():
            self.judge_line(verdict, self.on_line.get(place, []), list(found.values()))
        for path, found in containers.items():
            self.judge_container(verdict, self.inside[path], list(found.values()))
        return verdict

    def judge_line(self, verdict: Verdict, numbers: list[int], findings: list[Finding]):
        if findings[0].provider is None:
            return self.judge_unnamed(verdict, numbers, findings)
        rest = self.assign(verdict, numbers, findings)
        spare = [number for number in numbers if number not in verdict.found]
        verdict.found.update(spare[: len(rest)])
        verdict.right += len(rest[: len(spare)])
        verdict.wrong += rest[len(spare) :]

    def judge_unnamed(self, verdict: Verdict, numbers: list[int], findings: list[Finding]):
        """Counts a line once. Some scanners number a table's lines in their own way, so the value counts as well."""
        verdict.found.update(numbers)
        others = [] if numbers else [self.shown(finding.value, self.in_file[finding.path]) for finding in findings]
        verdict.found.update(*others)
        right = 1 if numbers else sum(map(bool, others))
        verdict.right += right
        verdict.wrong += [] if right else findings[:1]

    def assign(self, verdict: Verdict, numbers: list[int], findings: list[Finding]) -> list[Finding]:
        """Gives each finding a key of its provider, and returns those for which there is none."""
        room = collections.defaultdict(list)
        for number in numbers:
            label = self.positives[number]
            # An access key id and its secret may be found as two.
            room[label["provider"]] += [number] * (2 if "pair_sha256" in label else 1)
        rest = []
        for finding in findings:
            of_provider = room[provider_name(finding.provider)]
            if not of_provider:
                rest.append(finding)
                continue
            verdict.found.add(of_provider.pop(0))
            verdict.right += 1
            verdict.right_provider += 1
        return rest

    def judge_container(self, verdict: Verdict, numbers: list[int], findings: list[Finding]):
        if findings[0].provider is not None:
            verdict.wrong += self.assign(verdict, numbers, findings)
            return
        for finding in findings:
            shown = self.shown(finding.value, numbers)
            verdict.found.update(shown)
            verdict.right += bool(shown)
            verdict.wrong += [] if shown else [finding]

    def shown(self, value: str | None, numbers: list[int]) -> list[int]:
        """The keys among these that the value is, or holds."""
        return [number for number in numbers if value and self.holds(value, self.positives[number])]

    def holds(self, value: str, label: dict) -> bool:
        pairs = [(label["length"], label["sha256"]), (label.get("pair_length"), label.get("pair_sha256"))]
        return any(
            hashlib.sha256(value[at : at + length].encode()).hexdigest() == wanted
            for length, wanted in pairs
            if length
            for at in range(len(value) - length + 1)
        )

    def recall(self, verdict: Verdict, chosen) -> float | None:
        numbers = [number for number, label in enumerate(self.positives) if chosen(label)]
        return len(verdict.found.intersection(numbers)) / len(numbers) if numbers else None

    def opening(self, path: str, line: int | None, column: int | None) -> str:
        """The first six characters at a place, never more of a key."""
        file = self.files / path
        if line is None or column is None or not file.is_file():
            return ""
        data = file.read_bytes()
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252" if "windows" in path else "utf-8"
        lines = data.decode(encoding, "replace").split("\n")
        return lines[line - 1][column - 1 : column + 5] if line <= len(lines) else ""

    def errors(self, verdict: Verdict):
        for finding in verdict.wrong:
            kind = self.kinds.get((finding.path, finding.line), "unlabelled")
            text = self.opening(finding.path, finding.line, finding.column)
            yield f"false_positive: {finding.path}:{finding.line} {finding.provider or ''} {kind} {text}"
        for number, label in enumerate(self.positives):
            if number not in verdict.found:
                text = self.opening(label["file"], label.get("line"), label.get("column"))
                place = f"{label['file']}:{label.get('line') or label.get('member')}"
                yield f"miss: {place} {label['provider']} {label['where']} {label['format']} {text}"
