# SPDX-License-Identifier: Apache-2.0
"""Runs the scanners, each in its own process group with a timeout, and reads what they found."""

import dataclasses
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

from keys import FORMATS

TIMEOUT = 600
ROOT = pathlib.Path(__file__).resolve().parents[2]
COFFER = ROOT / ".build/release/coffer"
PROGRAMS = pathlib.Path(sys.executable).parent


@dataclasses.dataclass
class Finding:
    path: str
    line: int | None
    provider: str | None = None
    column: int | None = None
    identity: str | None = None  # The same for the same key.
    value: str | None = None


@dataclasses.dataclass
class Run:
    seconds: float
    peak_mb: float
    output: str
    timed_out: bool = False
    findings: list[Finding] = dataclasses.field(default_factory=list)


def run(command: list, folder: pathlib.Path, env: dict | None = None, allowed=(0, 1)) -> Run:
    """GNU time measures the memory: a child that Python starts itself would be charged with Python's own."""
    with tempfile.TemporaryDirectory() as scratch:
        memory, output = pathlib.Path(scratch, "memory"), pathlib.Path(scratch, "output")
        started = time.perf_counter()
        with output.open("wb") as out:
            process = subprocess.Popen(
                ["/usr/bin/time", "-q", "-f", "%M", "-o", memory, *command],
                cwd=folder,
                env=env,
                stdout=out,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        try:
            errors = process.communicate(timeout=TIMEOUT)[1]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return Run(TIMEOUT, 0, "", True)
        seconds = time.perf_counter() - started
        if process.returncode not in allowed:
            raise SystemExit(f"{command[0]} ended with {process.returncode}:\n{errors.decode()[-2000:]}")
        return Run(seconds, int(memory.read_text().split()[-1]) / 1024, output.read_text(errors="replace"))


def coffer(folder: pathlib.Path, history: bool = False) -> Run:
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"COFFER_HOME": home}
        options = ["--everything", *(history_options(env) if history else [])]
        done = run([COFFER, "scan", ".", *options, "--format", "json"], folder, env)
    if not done.timed_out:
        done.findings = [place for found in json.loads(done.output)["findings"] for place in coffer_places(found)]
    return done


def history_options(env) -> list[str]:
    """The switch for git history, when this version's help lists one."""
    text = subprocess.run([COFFER, "scan", "--help"], env=env, capture_output=True, text=True, check=True).stdout
    return sorted(set(re.findall(r"--(?:git-)?(?:history|commits)\b|--git(?=\s)", text)))[:1]


def coffer_places(found: dict) -> list[Finding]:
    provider, key = found["provider"], found["fingerprint"]
    places = [Finding(found["path"], found.get("line"), provider, found.get("column"), key)]
    for other in found.get("also_at") or []:
        path, _, line = other.rpartition(":")
        numbered = bool(path) and line.isdigit()
        places.append(Finding(path if numbered else other, int(line) if numbered else None, provider, None, key))
    return places


def detect_secrets(folder: pathlib.Path) -> Run:
    done = run([PROGRAMS / "detect-secrets", "scan", "--all-files", "--no-verify", "."], folder)
    if not done.timed_out:
        done.findings = [
            Finding(path, found["line_number"])
            for path, of_file in json.loads(done.output)["results"].items()
            for found in of_file
        ]
    return done


def credsweeper(folder: pathlib.Path, *options: str) -> Run:
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch, "report.json")
        done = run(
            [
                PROGRAMS / "credsweeper",
                "--path",
                ".",
                "--jobs",
                str(os.cpu_count()),
                "--no-stdout",
                "--log",
                "error",
                "--save-json",
                report,
                *options,
            ],
            folder,
        )
        if not done.timed_out:
            done.findings = [
                Finding(line["path"], line["line_num"], value=line["value"])
                for found in json.loads(report.read_text())
                for line in found["line_data_list"]
            ]
    return done


def ripgrep(folder: pathlib.Path, ambiguous: bool) -> Run:
    """All formats' patterns at once; `ambiguous` ones match any checksum of their length too."""
    patterns = "|".join(f"(?:{form.pattern})" for form in FORMATS if ambiguous or not form.ambiguous)
    done = run(
        [
            "rg",
            "--no-config",
            "--no-ignore",
            "--hidden",
            "--no-unicode",
            "--only-matching",
            "--no-heading",
            "--line-number",
            "--column",
            "--regexp",
            rf"\b(?:{patterns})\b",
            ".",
        ],
        folder,
    )
    done.findings = [Finding(line.split(":", 1)[0], None) for line in done.output.splitlines()]
    return done
