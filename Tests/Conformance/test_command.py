# SPDX-License-Identifier: Apache-2.0
"""The command itself, without a terminal: what a person's scripts see."""

import json
import os
import random
import signal
import stat
import string
import subprocess

import pytest

from conftest import COFFER

# An invented key in the shape of a real one, so that the scanner takes it. Drawn anew for each run.
CANARY = "sk-proj-" + "".join(random.choices(string.ascii_letters + string.digits, k=40)) + "T3BlbkFJ" + "".join(
    random.choices(string.ascii_letters + string.digits, k=40))


class Vault:
    def __init__(self, home):
        self.home, self.outputs = home, []

    def run(self, *arguments, text="", keep=True):
        done = subprocess.run(
            [str(COFFER), *map(str, arguments)], env={**os.environ, "COFFER_HOME": str(self.home)}, input=text,
            capture_output=True, text=True, timeout=60)
        if keep:
            self.outputs.append(done.stdout + done.stderr)
        return done


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / "vault")
    made = vault.run("init", "--seal", "key-file")
    assert made.returncode == 0, made.stderr
    return vault


def test_the_walk_from_a_file_to_a_program_leaves_no_plaintext(vault, tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    env = project / ".env"
    env.write_text(f"# keys\nOPENAI_API_KEY={CANARY}\nDEBUG=1\n")
    found = vault.run("scan", project, "--format", "json")
    assert found.returncode == 1
    finding = json.loads(found.stdout)["findings"][0]
    assert (finding["provider"], finding["line"]) == ("openai", 2)
    assert vault.run("import", "--rewrite", "--yes", env).returncode == 0
    name = vault.run("list", "--quiet").stdout.strip()
    assert env.read_text() == f"# keys\nOPENAI_API_KEY=coffer://vault/{name}\nDEBUG=1\n"
    refused = vault.run("run", "--app", "bot", "--env-file", env, "--", "true")
    assert refused.returncode == 3
    assert f"coffer allow bot {name}" in refused.stderr
    assert vault.run("allow", "bot", name).returncode == 0
    shown = vault.run("run", "--app", "bot", "--env-file", env, "--", "sh", "-c", "printf %s $OPENAI_API_KEY", keep=False)
    assert shown.stdout == CANARY
    rotated = vault.run("rotate", name, text=CANARY[::-1])
    assert rotated.returncode == 0, rotated.stderr
    again = vault.run("run", "--app", "bot", "--env-file", env, "--", "sh", "-c", "printf %s $OPENAI_API_KEY", keep=False)
    assert again.stdout == CANARY[::-1]
    for command in (("status",), ("doctor",), ("log",), ("log", "--format", "json", "--all"), ("list",)):
        vault.run(*command)
    assert vault.run("log", "verify").returncode == 0
    assert "app/bot unlocked " + name in vault.run("log").stdout
    kept = [path.read_bytes() for folder in (vault.home, project) for path in folder.rglob("*") if path.is_file()]
    for plaintext in (CANARY, CANARY[::-1]):
        assert not any(plaintext in output for output in vault.outputs)
        assert not any(plaintext.encode() in data for data in kept)


def test_run_returns_the_programs_code(vault):
    assert vault.run("allow", "bot").returncode in (0, 2)
    vault.run("add", "openai/bot", text="sk-example-not-a-key")
    vault.run("allow", "bot", "openai/bot")
    assert vault.run("run", "--app", "bot", "--", "sh", "-c", "exit 7").returncode == 7
    assert vault.run("run", "--app", "bot", "--", "sh", "-c", "kill -TERM $$").returncode == 128 + signal.SIGTERM


def test_the_vault_folder_is_the_owners_alone(vault):
    assert stat.S_IMODE(vault.home.stat().st_mode) == 0o700
    for path in vault.home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    vault.home.chmod(0o755)
    refused = vault.run("status")
    assert refused.returncode != 0
    assert "chmod 700" in refused.stderr


def test_a_damaged_database_is_an_error_not_a_crash(vault):
    database = next(path for path in vault.home.iterdir() if path.suffix == ".db")
    data = bytearray(database.read_bytes())
    data[:100] = os.urandom(100)
    database.write_bytes(data)
    refused = vault.run("list")
    assert refused.returncode not in (0, -signal.SIGSEGV, -signal.SIGILL, -signal.SIGTRAP)
    assert "error:" in refused.stderr


def test_scan_goes_on_past_what_it_can_not_read(vault, tmp_path):
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "loop").symlink_to(tree)
    os.mkfifo(tree / "pipe")
    (tree / "binary").write_bytes(bytes(range(256)) * 100)
    (tree / "broken.env").write_bytes(b"=\n\xff\xfe\x00A=\"unclosed\nOPENAI_API_KEY=" + CANARY.encode() + b"\n")
    (tree / "key.py").write_text(f'key = "{CANARY}"\n')
    found = vault.run("scan", tree, "--format", "json")
    assert found.returncode == 1
    assert any(finding["path"].endswith("key.py") for finding in json.loads(found.stdout)["findings"])
    assert CANARY not in found.stdout + found.stderr
