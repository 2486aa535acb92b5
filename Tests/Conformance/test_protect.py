# SPDX-License-Identifier: Apache-2.0
"""`coffer protect`: the guided flow, at a terminal and without, with its way back."""

import os
import random
import shutil
import stat
import string
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import COFFER
from test_command import Vault
from test_run import Terminal


def drawn(count, letters=string.ascii_letters + string.digits):
    return "".join(random.choices(letters, k=count))


class Mess:
    """Two projects in a git repository, with invented keys in the shape of real ones."""

    def __init__(self, folder):
        self.folder = folder
        self.openai = f"sk-proj-{drawn(40)}T3BlbkFJ{drawn(40)}"
        self.eleven = "sk_" + drawn(48, "0123456789abcdef")
        self.replicate = "r8_" + drawn(37)
        self.files = {
            "bot/.env": f"# a bot\nOPENAI_API_KEY={self.openai}\nELEVENLABS_API_KEY={self.eleven}\nDEBUG=1",
            "bot/bot.py": f'import sys\nkey = "{self.openai}"\nsys.stdout.write(key[::-1])\n',
            "web/index.js": f"const key = '{self.openai}';\n",
            "web/image.py": f'client = dict(replicate_api_token="{self.replicate}")\n',
            "notes.md": f"my openai key: {self.openai}\n",
        }
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)

    @property
    def keys(self):
        return self.openai, self.eleven, self.replicate

    def commit(self):
        git = ["git", "-C", self.folder, "-c", "user.email=a@example.com", "-c", "user.name=a"]
        for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
            subprocess.run([*git, *arguments], check=True)

    def text(self, name):
        return (self.folder / name).read_text()

    def is_as_it_was(self):
        return all(self.text(name) == text for name, text in self.files.items())


@pytest.fixture
def mess(tmp_path):
    folder = tmp_path / "mess"
    folder.mkdir()
    return Mess(folder)


def at_terminal(home, *arguments):
    return Terminal([str(COFFER), *map(str, arguments)], {**os.environ, "COFFER_HOME": str(home), "TERM": "xterm"}, size=(40, 80))


def answered(terminal, *answers):
    """Types each answer when its question is asked; what was shown, and the exit code."""
    for question, answer in answers:
        terminal.until(question)
        terminal.type(answer + "\r")
    _, code = terminal.end()
    return terminal.shown.replace("\r\n", "\n"), code


def test_from_nothing_to_protected_in_less_than_ten_questions(mess, tmp_path):
    mess.commit()
    home = tmp_path / "vault"
    shown, code = answered(
        at_terminal(home, "protect", mess.folder), (r"1 or 2\?", "1"), (r"new vault: $", "five random words typed"),
        (r"again: $", "five random words typed"), (r"these names\?", ""), (r"like this\?", ""), (r"the code too\?", "y"),
        (r"Allow these\?", ""), (r"Own key for openai/web", ""))
    try:
        assert code == 1, shown
        assert not any(key in shown for key in mess.keys)
        assert mess.text("bot/.env") == (
            "# a bot\nOPENAI_API_KEY=coffer://vault/openai/bot\nELEVENLABS_API_KEY=coffer://vault/elevenlabs/bot\nDEBUG=1")
        assert 'key = __import__("os").environ["OPENAI_API_KEY"]' in mess.text("bot/bot.py")
        assert mess.text("web/index.js") == "const key = process.env.OPENAI_API_KEY;\n"
        assert "REPLICATE_API_TOKEN=coffer://vault/replicate/web\n" in mess.text("web/.env")
        assert stat.S_IMODE((mess.folder / "web/.env").stat().st_mode) == 0o600
        vault = Vault(home)
        # The program goes on working, the way the flow says.
        done = subprocess.run(
            [str(COFFER), "run", "--app", "bot", "--env-file", ".env", "--", sys.executable, "bot.py"], cwd=mess.folder / "bot",
            env={**os.environ, "COFFER_HOME": str(home)}, capture_output=True, text=True, timeout=60)
        assert done.stdout == mess.openai[::-1], done.stderr
        assert vault.run("run", "--app", "bot", "--", "true", environment={"K": "coffer://vault/replicate/web"}).returncode == 3
        assert "openai/web is the same key as openai/bot" in shown
        # Exposed ones first, with the page where a new one is made.
        assert shown.index("today:") < shown.index("coffer rotate openai/bot") < shown.index("What is left")
        assert "now (exposed)" in vault.run("list").stdout
        assert "notes.md:1\n       delete it there" in shown and "filter-repo" in shown
        assert vault.run("protect", mess.folder, "--undo", "--yes").returncode == 0
        assert mess.is_as_it_was()
    finally:
        Vault(home).run("lock")


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / "vault")
    assert vault.run("init", "--seal", "key-file").returncode == 0
    return vault


def test_without_a_terminal_it_asks_for_yes_and_a_dry_run_changes_nothing(mess, vault, tmp_path):
    refused = vault.run("protect", mess.folder)
    assert refused.returncode == 7 and "--dry-run" in refused.stderr
    dry = Vault(tmp_path / "no-vault").run("protect", mess.folder, "--dry-run")
    assert dry.returncode == 1 and "+OPENAI_API_KEY=coffer://vault/openai/bot" in dry.stdout, dry.stderr
    assert "Nothing was changed" in dry.stdout and mess.is_as_it_was() and not (mess.folder / "web/.env").exists()
    assert not (tmp_path / "no-vault").exists()


def test_with_yes_code_changes_only_where_it_was_asked_for(mess, vault):
    done = vault.run("protect", mess.folder, "--yes")
    assert done.returncode == 1 and mess.text("bot/bot.py") == mess.files["bot/bot.py"]
    assert "coffer://vault/openai/bot" in mess.text("bot/.env")
    assert "have the program read it from the environment: OPENAI_API_KEY" in done.stdout
    again = vault.run("protect", mess.folder, "--yes", "--code")
    assert again.returncode == 1 and "os" in mess.text("bot/bot.py") and mess.openai not in mess.text("bot/bot.py")
    assert vault.run("list", "--quiet").stdout.split() == [
        "elevenlabs/bot", "openai/bot", "openai/web", "replicate/web"], "what is stored is not stored twice"
    # A clean folder says so.
    (mess.folder / "notes.md").unlink()
    clean = vault.run("protect", mess.folder, "--yes")
    assert clean.returncode == 0 and "nothing to do" in clean.stdout
    assert not any(key in output for output in vault.outputs for key in mess.keys)


def test_a_file_that_was_rewritten_twice_is_put_back_as_it_first_was(mess, vault):
    env = mess.folder / "bot/.env"
    vault.run("protect", mess.folder, "--yes")
    with env.open("a") as file:
        file.write(f"\nREPLICATE_API_TOKEN={mess.replicate}\n")
    between = env.read_text()
    vault.run("protect", mess.folder, "--yes", "--code")
    assert mess.replicate not in env.read_text()
    # The second change goes back; the first can't, for the line that was added since is somebody's work.
    undone = vault.run("protect", mess.folder, "--undo", "--yes")
    assert undone.returncode == 7 and "changed since" in undone.stderr and env.read_text() == between
    env.write_text(between.removesuffix(f"\nREPLICATE_API_TOKEN={mess.replicate}\n"))
    assert vault.run("protect", mess.folder, "--undo", "--yes").returncode == 0
    assert mess.is_as_it_was()


def test_confirming_forgets_the_old_files(mess, vault):
    vault.run("protect", mess.folder, "--yes", "--code")
    assert "coffer/undo" in vault.run("list", "--all", "--quiet").stdout
    confirmed = vault.run("protect", mess.folder, "--confirm", "--yes")
    assert confirmed.returncode == 0 and "4 files stay" in confirmed.stdout
    assert "coffer/undo" not in vault.run("list", "--all", "--quiet").stdout
    nothing = vault.run("protect", mess.folder, "--undo", "--yes")
    assert nothing.returncode == 4 and "hint:" in nothing.stderr


def test_what_can_not_be_a_reference_stays_and_is_told(vault, mess):
    folder = mess.folder / "odd"
    folder.mkdir()
    odd = {
        ".env": f'HEADER="Authorization: Bearer {mess.openai}"\n',
        "settings.json": f'{{"openai_api_key": "{mess.openai}"}}\n',
        "long.py": f'key = b"{mess.openai}"\n', "doc.py": f'"""{mess.openai}"""\n',
        "main.go": f'key := "{mess.openai}"\n', "start.sh": f"export OPENAI_API_KEY='{mess.openai}'\n",
    }
    for name, text in odd.items():
        (folder / name).write_text(text)
    done = vault.run("protect", folder, "--yes", "--code")
    assert done.returncode == 1
    assert {name: (folder / name).read_text() for name in odd} == odd
    for place, advice in (
            (".env:1", "a variable of its own"), ("settings.json:1", "coffer inject"), ("main.go:1", "from the environment")):
        assert f"  {place}\n       " in done.stdout and advice in done.stdout, done.stdout


def test_other_languages_read_their_variables(vault, mess):
    folder = mess.folder / "code"
    folder.mkdir()
    texts = {
        "a.py": (f'import os\nkey = "{mess.openai}"\n', 'import os\nkey = os.environ["OPENAI_API_KEY"]\n'),
        "b.ts": (f"const key = `{mess.openai}`\n", "const key = process.env.OPENAI_API_KEY!\n"),
        "c.rb": (f"key = '{mess.openai}'\n", 'key = ENV.fetch("OPENAI_API_KEY")\n'),
        "d.sh": (f'curl -H "Authorization: Bearer {mess.openai}"\n', 'curl -H "Authorization: Bearer ${OPENAI_API_KEY}"\n'),
        "docker-compose.yml": (f"  OPENAI_API_KEY: {mess.openai}\n", "  OPENAI_API_KEY: ${OPENAI_API_KEY}\n"),
    }
    for name, (text, _) in texts.items():
        (folder / name).write_text(text)
    (folder / ".env").write_text("DEBUG=1")
    assert vault.run("protect", folder, "--yes", "--code").returncode == 0
    for name, (_, expected) in texts.items():
        assert (folder / name).read_text() == expected
    assert (folder / ".env").read_text() == "DEBUG=1\nOPENAI_API_KEY=coffer://vault/openai/code\n"
    done = vault.run("run", "--app", "code", "--env-file", folder / ".env", "--no-masking", "--", "python3", "-c",
                     "import os; print(os.environ['OPENAI_API_KEY'])", keep=False)
    assert done.stdout.strip() == mess.openai


def test_a_file_that_can_not_be_written_keeps_its_key_and_the_rest_goes_on(vault, mess):
    (mess.folder / "hard").mkdir()
    os.link(mess.folder / "bot/.env", mess.folder / "hard/link")
    done = vault.run("protect", mess.folder / "bot", "--yes", "--code")
    assert mess.text("bot/.env") == mess.files["bot/.env"]
    assert done.returncode == 1 and "hard links" in done.stdout
    assert mess.openai not in mess.text("bot/bot.py"), "the rest goes on"


def test_a_folder_that_is_none_is_refused(vault, tmp_path):
    done = vault.run("protect", tmp_path / "missing", "--yes")
    assert done.returncode == 7 and "is no folder" in done.stderr and "hint:" in done.stderr
    assert vault.run("protect", "--undo", "--confirm").returncode == 2


def test_the_commands_for_git_history_take_the_keys_out(vault, mess, tmp_path):
    mess.commit()
    done = vault.run("protect", mess.folder, "--yes", "--code")
    for name in ("openai/bot", "elevenlabs/bot", "replicate/web", "openai/web"):
        assert vault.run("rotate", name, text=f"new-{name}-{drawn(20)}").returncode == 0
    assert "now (exposed)" not in vault.run("list").stdout
    lines = done.stdout.split("  pip install git-filter-repo\n")[1].split("\n\n")[0]
    script = "\n".join(line for line in lines.split("\n") if "remote" not in line and "push" not in line)
    path = f"{COFFER.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-ec", script], env={**os.environ, "PATH": path, "COFFER_HOME": str(vault.home)}, capture_output=True, text=True,
        timeout=120)
    assert ran.returncode == 0, ran.stderr
    objects = subprocess.run(
        ["git", "-C", mess.folder, "log", "--all", "-p"], capture_output=True, text=True, check=True).stdout
    assert "REMOVED" in objects and not any(key in objects for key in mess.keys)
    shutil.rmtree(str(mess.folder) + "-before")
