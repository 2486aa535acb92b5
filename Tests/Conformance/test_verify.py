# SPDX-License-Identifier: Apache-2.0
"""`coffer scan` beyond files, and before it asks a provider. Nothing here lets it ask one."""

import fcntl
import json
import os
import pty
import shutil
import subprocess
import sys
import termios

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


def test_without_a_terminal_nothing_is_sent_and_the_findings_are_shown(call, keys):
    done = call(keys, "--verify")
    assert done.returncode == 1
    assert "groq  1 key  GET https://api.groq.com/openai/v1/models  in the header Authorization" in done.stderr
    assert "your address and the time" in done.stderr
    assert "nothing was sent" in done.stderr and "--yes" in done.stderr
    assert done.stdout.count(", unknown  fp_") == 2
    assert "1 unknown of groq: not asked: nobody confirmed it" in done.stderr
    assert "1 unknown of aws: its other half was not found" in done.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_no_connection_is_made_before_a_yes(keys, tmp_path):
    log = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(log), str(COFFER), "scan", str(keys), "--verify"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COFFER_HOME": str(tmp_path / "none")},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1 and "nothing was sent" in done.stderr and "AF_INET" not in log.read_text()


def test_a_no_at_the_terminal_sends_nothing(keys, tmp_path):
    terminal, other = pty.openpty()
    process = subprocess.Popen(
        [str(COFFER), "scan", str(keys), "--verify"], stdin=other, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COFFER_HOME": str(tmp_path / "none")},
        # A terminal of its own, of which it is in the foreground.
        start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
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
    ["--staged", "--verify"], ["--staged", "--environments"], ["--staged", "--clipboard"],
    [".", "--verify", "--write-baseline", "b.json"], []])
def test_what_does_not_go_together_is_refused(call, arguments):
    done = call(*arguments)
    assert done.returncode == 2 and done.stderr.startswith("coffer: error: ")


def test_a_key_in_the_environment_of_ones_own_process_is_found(call):
    process = subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={"GROQ_API_KEY_BOT": GROQ, "BAD": b"\xff\xfe"})
    try:
        process.stdout.readline()
        done = call("--environments", "--format", "json")
        report = json.loads(done.stdout)
        found = [finding for finding in report["findings"] if finding["path"].startswith(f"process {process.pid} (")]
        assert done.returncode == 1 and len(found) == 1
        assert found[0]["path"].endswith("), environment") and found[0]["origin"] == "environment"
        assert found[0]["variable"] == "GROQ_API_KEY_BOT" and found[0]["use_case"] == "bot"
        assert report["statistics"]["processes"] > 0
        text = call("--environments")
        assert f"process {process.pid} (" in text.stdout and "), environment, GROQ_API_KEY_BOT" in text.stdout
        assert " process" in text.stderr and " file" not in text.stderr.replace("coffer import FILE", "").replace(".env files", "")
    finally:
        process.communicate()


def test_its_own_environment_is_not_looked_at(call):
    done = call("--environments", "--format", "json", GROQ_API_KEY=GROQ)
    assert not [finding for finding in json.loads(done.stdout)["findings"] if "(coffer)" in finding["path"]]


def fake(folder, name, script):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_a_key_in_the_clipboard_is_found(call, keys, tmp_path):
    programs = tmp_path / "bin"
    fake(programs, "wl-paste", f'[ "$*" = --no-newline ] && printf "one\\nGROQ_API_KEY={GROQ}"')
    path = f"{programs}:/usr/bin:/bin"
    done = call("--clipboard", path=path, WAYLAND_DISPLAY="wayland-9")
    assert done.returncode == 1 and done.stdout.splitlines()[1] == "  clipboard:2"
    assert "in the clipboard" in done.stderr
    # Beside files, and the same key once.
    report = json.loads(call(keys, "--clipboard", "--format", "json", path=path, WAYLAND_DISPLAY="wayland-9").stdout)
    groq = [finding for finding in report["findings"] if finding["provider"] == "groq"]
    assert len(groq) == 1 and "clipboard:2" in groq[0]["also_at"]


def test_the_next_program_is_asked_where_one_fails(call, tmp_path):
    programs = tmp_path / "bin"
    fake(programs, "wl-paste", "exit 1")
    fake(programs, "xclip", f'[ "$DISPLAY" = :9 ] && printf "k={GROQ}"')
    done = call("--clipboard", path=f"{programs}:/usr/bin:/bin", WAYLAND_DISPLAY="wayland-9", DISPLAY=":9")
    assert done.returncode == 1 and "  clipboard:1\n" in done.stdout


def test_without_a_clipboard_there_is_a_line_and_the_scan_goes_on(call, keys, tmp_path):
    (tmp_path / "bin").mkdir()
    done = call(keys, "--clipboard", path=str(tmp_path / "bin"))
    assert done.returncode == 1 and "clipboard: can't be read: there is no display" in done.stderr
    done = call(keys, "--clipboard", path=str(tmp_path / "bin"), DISPLAY=":9")
    assert done.returncode == 1 and "install wl-clipboard (for Wayland), xclip or xsel (for X11)" in done.stderr
    assert str(keys) + ":1" in done.stdout
    fake(tmp_path / "bin", "xsel", "exit 1")
    done = call("--clipboard", path=f"{tmp_path / 'bin'}", DISPLAY=":9")
    assert done.returncode == 0 and "is empty, or xsel can't read it" in done.stderr
