# SPDX-License-Identifier: Apache-2.0
"""`coffer scan --verify` before it asks a provider. Nothing here lets it ask one."""

import json
import os
import pty
import shutil
import subprocess

import pytest

from conftest import COFFER

# Invented, and put together so that no scanner takes this file for a leak.
GROQ = "gsk" + "_NotARealKey0OnlyForTestsWGdyb3FYOfCoffer7zQ4mW9xK2vB"
AWS_ID = "AKI" + "ACOFFER234567NOTR"


@pytest.fixture
def call(tmp_path):
    def call(*arguments, path=os.environ["PATH"], **environment):
        done = subprocess.run(
            [str(COFFER), "scan", *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
            env={"PATH": path, "HOME": str(tmp_path), "COFFER_HOME": str(tmp_path / "none"), **environment})
        assert GROQ not in done.stdout + done.stderr
        return done
    return call


@pytest.fixture
def keys(tmp_path):
    file = tmp_path / "keys.env"
    file.write_text(f"GROQ_API_KEY={GROQ}\nAWS_ACCESS_KEY_ID={AWS_ID}\n")
    return file


def traced(tmp_path, command, **options):
    """The command's result, and the addresses of the Internet that it or its children connected to."""
    log = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(log), *command], **options)
    return done, [line for line in log.read_text().splitlines() if "AF_INET" in line]


def test_without_a_terminal_nothing_is_sent_and_the_findings_are_shown(call, keys, tmp_path):
    done = call(keys, "--verify")
    assert done.returncode == 1
    assert "groq  1 key  GET https://api.groq.com/openai/v1/models  in the header Authorization" in done.stderr
    assert "your address and the time" in done.stderr
    assert "nothing was sent" in done.stderr and "--yes" in done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["WHERE", "PROVIDER", "FINGERPRINT", "STATUS"]
    assert [line.split()[-1] for line in lines[1:]] == ["unknown", "unknown"]
    assert "1 unknown of groq: not asked: nobody confirmed it" in done.stderr
    assert "1 unknown of aws: its other half was not found" in done.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_no_connection_is_made_before_a_yes(keys, tmp_path):
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COFFER_HOME": str(tmp_path / "none")}
    done, connections = traced(
        tmp_path, [str(COFFER), "scan", str(keys), "--verify"], env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120)
    assert done.returncode == 1 and connections == []


def test_a_no_at_the_terminal_sends_nothing(keys, tmp_path):
    terminal, other = pty.openpty()
    process = subprocess.Popen(
        [str(COFFER), "scan", str(keys), "--verify"], stdin=other, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COFFER_HOME": str(tmp_path / "none")},
        # A terminal of its own, of which it is in the foreground.
        preexec_fn=lambda: (os.setsid(), __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0)))
    os.write(terminal, b"n\n")
    out, error = process.communicate(timeout=120)
    os.close(terminal)
    os.close(other)
    assert process.returncode == 1 and "Ask them? [y/N]" in error and "Nothing was sent" in error
    assert "not asked: you said no" in error and "unknown" in out


def test_the_status_is_in_the_report_and_null_without_verify(call, keys):
    asked = json.loads(call(keys, "--verify", "--format", "json").stdout)["findings"]
    assert {finding["provider"]: (finding["status"], finding["status_reason"]) for finding in asked} == {
        "groq": ("unknown", "not asked: nobody confirmed it"), "aws": ("unknown", "its other half was not found")}
    plain = json.loads(call(keys, "--format", "json").stdout)["findings"]
    assert {(finding["status"], finding["status_reason"]) for finding in plain} == {(None, None)}
    assert "STATUS" not in call(keys).stdout
    sarif = json.loads(call(keys, "--verify", "--format", "sarif").stdout)
    assert [result["properties"] for result in sarif["runs"][0]["results"]] == [{"status": "unknown"}] * 2


def test_where_nobody_can_be_asked_nothing_is_announced(call, tmp_path):
    (tmp_path / "half.env").write_text(f"AWS_ACCESS_KEY_ID={AWS_ID}\n")
    done = call(tmp_path / "half.env", "--verify")
    assert done.returncode == 1 and "would be sent" not in done.stderr and "its other half" in done.stderr
    (tmp_path / "empty").write_text("nothing\n")
    done = call(tmp_path / "empty", "--verify")
    assert done.returncode == 0 and "would be sent" not in done.stderr


@pytest.mark.parametrize("arguments", [
    ["--staged", "--verify"], [".", "--verify", "--write-baseline", "b.json"], []])
def test_what_does_not_go_together_is_refused(call, arguments):
    done = call(*arguments)
    assert done.returncode == 2 and done.stderr.startswith("coffer: error: ")
