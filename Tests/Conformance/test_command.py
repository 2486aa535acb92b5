# SPDX-License-Identifier: Apache-2.0
"""The command itself, without a terminal: what a person's scripts see."""

import json
import os
import pty
import random
import signal
import stat
import string
import subprocess
import sys
import termios
from datetime import timezone
from pathlib import Path

import boto3
import pytest
from botocore.exceptions import ClientError

from conftest import COFFER

# An invented key in the shape of a real one, so that the scanner takes it. Drawn anew for each run.
CANARY = "sk-proj-" + "".join(random.choices(string.ascii_letters + string.digits, k=40)) + "T3BlbkFJ" + "".join(
    random.choices(string.ascii_letters + string.digits, k=40))


class Vault:
    def __init__(self, home):
        self.home, self.outputs = home, []

    def run(self, *arguments, text="", keep=True, environment={}):
        done = subprocess.run(
            [str(COFFER), *map(str, arguments)], env={**os.environ, "COFFER_HOME": str(self.home), **environment},
            input=text, capture_output=True, text=True, timeout=60)
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
    shown = vault.run("run", "--app", "bot", "--no-masking", "--env-file", env, "--", "sh", "-c", "printf %s $OPENAI_API_KEY", keep=False)
    assert shown.stdout == CANARY
    rotated = vault.run("rotate", name, text=CANARY[::-1])
    assert rotated.returncode == 0, rotated.stderr
    again = vault.run("run", "--app", "bot", "--no-masking", "--env-file", env, "--", "sh", "-c", "printf %s $OPENAI_API_KEY", keep=False)
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
    key = {"KEY": "coffer://vault/openai/bot"}
    assert vault.run("run", "--app", "bot", "--", "sh", "-c", "exit 7", environment=key).returncode == 7
    killed = vault.run("run", "--app", "bot", "--", "sh", "-c", "kill -TERM $$", environment=key)
    assert killed.returncode == 128 + signal.SIGTERM
    # Where there is nothing to mask, the program has taken coffer's place.
    assert vault.run("run", "--app", "bot", "--", "sh", "-c", "kill -TERM $$").returncode == -signal.SIGTERM


def test_the_vault_folder_is_the_owners_alone(vault):
    assert stat.S_IMODE(vault.home.stat().st_mode) == 0o700
    for path in vault.home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    vault.home.chmod(0o755)
    refused = vault.run("status")
    assert refused.returncode != 0
    assert "chmod 700" in refused.stderr


def damaged_head(data):
    return os.urandom(100) + data[100:]


def cut_short(data):
    return data[: len(data) // 2]


def flipped_bits(data):
    data = bytearray(data)
    for _ in range(64):
        data[random.randrange(100, len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


@pytest.mark.parametrize("damage", [damaged_head, cut_short, flipped_bits])
def test_a_damaged_database_is_found_and_is_no_crash(vault, damage):
    vault.run("add", "openai/bot", text=CANARY)
    database = next(path for path in vault.home.iterdir() if path.suffix == ".db")
    database.write_bytes(damage(database.read_bytes()))
    for command in (("list",), ("status",), ("log", "verify"), ("doctor",), ("log", "--all")):
        done = vault.run(*command)
        assert done.returncode >= 0, (command, done.returncode)
        assert done.returncode == 0 or done.stdout or "error:" in done.stderr
        assert CANARY not in done.stdout + done.stderr
    assert done.returncode == 0 or "hint:" in done.stderr
    assert vault.run("doctor").returncode != 0


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


def test_an_import_is_undone(vault, tmp_path):
    env = tmp_path / ".env"
    env.write_text(f"OPENAI_API_KEY={CANARY}\n")
    env.chmod(0o640)
    assert vault.run("import", "--rewrite", "--yes", env).returncode == 0
    assert CANARY not in env.read_text()
    asked = vault.run("import", "--undo", env)
    assert asked.returncode == 7 and "--yes" in asked.stderr
    assert CANARY not in env.read_text()
    done = vault.run("import", "--undo", "--yes", env)
    assert done.returncode == 0, done.stderr
    assert env.read_text() == f"OPENAI_API_KEY={CANARY}\n"
    assert stat.S_IMODE(env.stat().st_mode) == 0o640
    assert vault.run("import", "--rewrite", "--yes", env).returncode == 0
    env.write_text(env.read_text() + "MORE=1\n")
    refused = vault.run("import", "--undo", "--yes", env)
    assert refused.returncode == 7 and "changed since" in refused.stderr
    assert env.read_text().endswith("MORE=1\n")
    never = vault.run("import", "--undo", "--yes", __file__)
    assert never.returncode == 4
    assert not any(CANARY in output for output in vault.outputs)


def test_rotating_the_kms_key_keeps_the_values(vault):
    assert vault.run("add", "openai/bot", text=CANARY).returncode == 0
    assert vault.run("allow", "bot", "openai/bot").returncode == 0
    rotated = vault.run("rotate", "--key")
    assert rotated.returncode == 0 and "1 secret anew" in rotated.stdout, rotated.stderr
    shown = subprocess.run(
        [str(COFFER), "run", "--app", "bot", "--no-masking", "--", "sh", "-c", "printf %s $KEY"], capture_output=True, text=True, timeout=60,
        env={**os.environ, "COFFER_HOME": str(vault.home), "KEY": "coffer://vault/openai/bot"})
    assert shown.stdout == CANARY


def test_yes_is_taken_by_every_command(tmp_path):
    vault = Vault(tmp_path / "vault")
    assert vault.run("init", "--yes").returncode == 0
    for command in ("status", "list", "log", "doctor", "lock", "credentials"):
        done = vault.run(command, "--yes")
        assert done.returncode in (0, 1), done.stderr
    assert vault.run("completion", "bash", "--yes").returncode == 0


def test_a_wrong_passphrase_opens_nothing_and_loses_nothing(tmp_path):
    vault = Vault(tmp_path / "vault")
    made = vault.run("init", "--seal", "passphrase", text="an invented passphrase\n")
    assert made.returncode == 0, made.stderr
    for wrong in ("", "x\n", "an invented passphrase \n"):
        refused = vault.run("unlock", text=wrong)
        assert refused.returncode == 5, refused.stderr
        assert "hint:" in refused.stderr
    assert vault.run("list").returncode == 5
    opened = vault.run("unlock", "--minutes", "1", text="an invented passphrase\n")
    assert opened.returncode == 0, opened.stderr
    try:
        assert vault.run("list").returncode == 0
    finally:
        assert vault.run("lock").returncode == 0
    assert vault.run("list").returncode == 5


@pytest.fixture
def served(vault):
    """The vault with its server on a port of the system's choice."""
    process = subprocess.Popen(
        [str(COFFER), "serve", "--listen", "127.0.0.1:0"], env={**os.environ, "COFFER_HOME": str(vault.home)},
        stderr=subprocess.PIPE, text=True)
    line = process.stderr.readline()
    assert "ready on http://127.0.0.1:" in line, line
    yield vault
    process.terminate()
    assert process.wait(20) == 0


def test_credentials_name_the_running_servers_address(served):
    told = served.run("credentials", "--format", "env", keep=False)
    assert told.returncode == 0, told.stderr
    environment = dict(
        line.removeprefix("export ").replace("'", "").split("=", 1) for line in told.stdout.splitlines()
        if line.startswith("export "))
    aws = Path(sys.executable).parent / "aws"
    keys = subprocess.run(
        [str(aws), "kms", "list-aliases"], env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **environment},
        capture_output=True, text=True, timeout=60)
    assert "alias/coffer" in keys.stdout, keys.stderr
    served.run("add", "openai/bot", text=CANARY)
    served.run("allow", "bot", "openai/bot")
    session = json.loads(served.run("credentials", "--app", "bot", "--format", "process", keep=False).stdout)
    assert session["Version"] == 1 and session["SessionToken"] and session["Expiration"]
    app = {
        **environment, "AWS_ACCESS_KEY_ID": session["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": session["SecretAccessKey"], "AWS_SESSION_TOKEN": session["SessionToken"]}
    value = subprocess.run(
        [str(aws), "secretsmanager", "get-secret-value", "--secret-id", "openai/bot"],
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **app}, capture_output=True, text=True, timeout=60)
    assert json.loads(value.stdout)["SecretString"] == CANARY
    refused = subprocess.run(
        [str(aws), "kms", "list-keys"], env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **app},
        capture_output=True, text=True, timeout=60)
    assert "AccessDenied" in refused.stderr


def test_the_owners_key_is_replaced(served):
    old = json.loads(served.run("credentials", "--format", "json", keep=False).stdout)
    assert served.run("credentials", "--rotate").returncode == 7
    new = json.loads(served.run("credentials", "--rotate", "--yes", "--format", "json", keep=False).stdout)
    assert old["AccessKeyId"] != new["AccessKeyId"]

    def caller(key):
        return boto3.client(
            "sts", endpoint_url=key["EndpointUrl"], region_name=key["Region"], aws_access_key_id=key["AccessKeyId"],
            aws_secret_access_key=key["SecretAccessKey"]).get_caller_identity()

    assert caller(new)["Arn"].endswith(":root")
    with pytest.raises(ClientError):
        caller(old)


def test_a_second_server_is_refused(served):
    second = served.run("serve", "--listen", "127.0.0.1:0")
    assert second.returncode == 6
    assert "a server has this vault open already" in second.stderr


def test_an_address_beyond_loopback_needs_tls(vault):
    refused = vault.run("serve", "--listen", "0.0.0.0:0")
    assert refused.returncode != 0 and "TLS" in refused.stderr.upper()
    assert "hint:" in refused.stderr


def test_a_name_can_neither_speak_to_the_terminal_nor_pretend_to_be_a_line(vault, tmp_path):
    folder = tmp_path / "a\nstored openai" / "x\x1b]0;title\x07"
    folder.mkdir(parents=True)
    env = folder / ".env"
    env.write_text(f"OPENAI_API_KEY={CANARY}\n")
    for command in (("scan", tmp_path), ("import", "--rewrite", "--yes", env), ("import", "--undo", "--yes", env)):
        done = vault.run(*command)
        assert done.returncode in (0, 1), done.stderr
        assert "\x1b" not in done.stdout + done.stderr and "\x07" not in done.stdout + done.stderr
        assert not any(line.startswith("stored openai/x") for line in done.stdout.splitlines())


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_nobody_reads_the_servers_memory(served):
    """The kernel refuses a process of the same user, and writes no core dump."""
    pid = int((served.home / "lock").read_text().split()[0])
    # What isn't dumpable belongs to root in /proc.
    assert os.stat(f"/proc/{pid}/mem").st_uid == 0
    status = Path(f"/proc/{pid}/cmdline").read_bytes()
    assert b"serve" in status
    child = served.run("run", "--app", "x", "--", "sh", "-c", "stat -c %U /proc/$$/mem")
    assert child.returncode == 0, child.stderr


def test_a_log_that_was_rolled_back_is_found(vault, tmp_path):
    database = next(path for path in vault.home.iterdir() if path.suffix == ".db")
    before = database.read_bytes()
    vault.run("add", "openai/bot", text=CANARY)
    kept = tmp_path / "checkpoint"
    kept.write_text(vault.run("log", "checkpoint").stdout)
    vault.run("list")
    assert vault.run("log", "verify", "--checkpoint", kept).returncode == 0
    for path in vault.home.glob(database.name + "-*"):
        path.unlink()
    database.write_bytes(before)
    assert vault.run("log", "verify").returncode == 0
    found = vault.run("log", "verify", "--checkpoint", kept)
    assert found.returncode == 1
    assert "not intact" in found.stderr


def test_the_owners_key_from_the_environment_does_not_reach_a_program(vault):
    shown = subprocess.run(
        [str(COFFER), "run", "--app", "x", "--", "sh", "-c", "env"], capture_output=True, text=True, timeout=60,
        env={**os.environ, "COFFER_HOME": str(vault.home), "COFFER_OWNER_SECRET_ACCESS_KEY": "example-not-real"})
    assert shown.returncode == 0 and "example-not-real" not in shown.stdout


def test_a_program_gets_no_key_that_nobody_asked_for(vault, tmp_path):
    vault.run("add", "openai/bot", text=CANARY)
    vault.run("allow", "bot", "openai/bot")
    # Invented, and put together so that no scanner takes this file for a leak.
    stray, kept = "hf" + "_EXAMPLE0000NotARealKeyOnlyForTests", "hf" + "_EXAMPLE0000NotARealKeyToBeKeptOn0"
    (tmp_path / "env").write_text("OPENAI_API_KEY=coffer://vault/openai/bot\nMODE=test\n")
    given = {"STRAY": stray, "KEPT": kept, "PLAIN": "harmless", "REF": "coffer://vault/openai/bot"}

    def environment(*arguments):
        done = vault.run(
            "run", "--app", "bot", "--no-masking", "--env-file", tmp_path / "env", *arguments, "--", "env", environment=given, keep=False)
        assert done.returncode == 0, done.stderr
        return dict(line.partition("=")[::2] for line in done.stdout.splitlines()), done.stderr

    seen, told = environment("--keep", "KEPT")
    assert "STRAY" not in seen and "STRAY holds a key" in told and stray not in told
    assert (seen["KEPT"], seen["PLAIN"], seen["REF"], seen["OPENAI_API_KEY"]) == (kept, "harmless", CANARY, CANARY)
    seen, told = environment("--clean", "--keep", "PLAIN")
    assert set(seen) <= {"PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "LANG", "LANGUAGE", "TZ", "TMPDIR", "PWD",
                         "COLORTERM", "NO_COLOR", "PLAIN", "REF", "OPENAI_API_KEY", "MODE"} | {
        name for name in seen if name.startswith("LC_")}
    assert seen["PLAIN"] == "harmless" and seen["OPENAI_API_KEY"] == CANARY and "PATH" in seen


def test_doctor_tells_of_an_encryption_key_that_is_shut_or_about_to_go(served):
    owner = json.loads(served.run("credentials", "--format", "json", keep=False).stdout)
    kms = boto3.client(
        "kms", endpoint_url=owner["EndpointUrl"], region_name=owner["Region"], aws_access_key_id=owner["AccessKeyId"],
        aws_secret_access_key=owner["SecretAccessKey"])
    served.run("add", "openai/bot", text=CANARY)
    key = kms.describe_key(KeyId="alias/coffer")["KeyMetadata"]["KeyId"]
    assert "encryption key" not in served.run("doctor").stdout

    kms.disable_key(KeyId=key)
    found = served.run("doctor")
    assert found.returncode == 1
    assert f"the encryption key {key} is disabled, and 1 secret needs it" in found.stdout
    assert "hint: coffer doctor" in served.run("add", "openai/other", text=CANARY.swapcase()).stderr
    date = kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)["DeletionDate"]
    found = served.run("doctor").stdout
    assert f"is destroyed for good on {date.astimezone(timezone.utc):%Y-%m-%d}, and 1 secret needs it" in found
    assert f"aws kms cancel-key-deletion --key-id {key}" in found

    kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)
    assert "encryption key" not in served.run("doctor").stdout


def test_a_backup_opens_with_the_key_file_and_not_without(served, tmp_path):
    served.run("add", "openai/bot", text=CANARY)
    assert "there is no backup" in served.run("doctor").stdout
    missing = served.run("backup", tmp_path / "nowhere")
    assert missing.returncode == 7 and "there is no folder" in missing.stderr
    within = served.run("backup", served.home)
    assert within.returncode == 7 and "vault's own folder" in within.stderr

    disk = tmp_path / "disk"
    disk.mkdir()
    abandoned = disk / ".coffer-backup-abcdef"
    abandoned.mkdir()
    (abandoned / "vault.db").write_bytes(b"half")
    made = served.run("backup", disk)
    assert made.returncode == 0, made.stderr
    assert "vault.key" in made.stdout and "same disk" in made.stdout
    (copy,) = disk.iterdir()
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in copy.iterdir()} == {
        "vault.db": 0o600, "vault.json": 0o600}
    assert CANARY.encode() not in (copy / "vault.db").read_bytes()
    assert "there is no backup" not in served.run("doctor").stdout
    assert json.loads(served.run("status", "--format", "json").stdout)["last_backup"]
    assert f"owner backed the vault up into {copy}" in served.run("log").stdout

    restored = Vault(copy)
    assert restored.run("list").returncode == 5
    (copy / "vault.key").write_bytes((served.home / "vault.key").read_bytes())
    (copy / "vault.key").chmod(0o600)
    assert restored.run("list", "--quiet").stdout == "openai/bot\n"
    assert restored.run("log", "verify").returncode == 0
    restored.run("allow", "bot", "openai/bot")
    told = restored.run(
        "run", "--app", "bot", "--no-masking", "--", "sh", "-c", "echo $OPENAI_API_KEY", keep=False,
        environment={"OPENAI_API_KEY": "coffer://vault/openai/bot"})
    assert told.stdout.strip() == CANARY


def test_a_vault_elsewhere_is_not_backed_up_from_here(served, tmp_path):
    refused = served.run("backup", tmp_path, "--endpoint", "http://127.0.0.1:9")
    assert refused.returncode == 2 and "not on this machine" in refused.stderr


def test_the_owners_credentials_do_not_reach_a_program(served):
    told = served.run("credentials", "--format", "env", keep=False).stdout
    owner = dict(line.removeprefix("export ").replace("'", "").split("=", 1) for line in told.splitlines() if "=" in line)
    printed = served.run("run", "--app", "bot", "--", "env", keep=False, environment=owner).stdout
    assert "AWS_REGION=" in printed
    assert owner["AWS_ACCESS_KEY_ID"] not in printed and owner["AWS_SECRET_ACCESS_KEY"] not in printed
    other = {**owner, "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE"}
    assert "AKIAIOSFODNN7EXAMPLE" in served.run("run", "--app", "bot", "--", "env", environment=other).stdout


def test_output_that_can_not_be_written_is_a_failure(vault):
    for command in (["log", "checkpoint"], ["status"], ["credentials"]):
        piped = subprocess.run(
            f"'{COFFER}' {' '.join(command)} | true", env={**os.environ, "COFFER_HOME": str(vault.home)}, shell=True,
            capture_output=True, text=True, timeout=60)
        assert piped.stderr == ""
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [str(COFFER), *command], env={**os.environ, "COFFER_HOME": str(vault.home)}, stdout=full,
                stderr=subprocess.PIPE, text=True, timeout=60)
        assert done.returncode == 70 and done.stderr.count("no space left") == 1


def test_a_file_that_is_no_checkpoint_says_nothing_about_the_log(vault, tmp_path):
    kept = tmp_path / "checkpoint"
    for text in ("", "garbage\n"):
        kept.write_text(text)
        done = vault.run("log", "verify", "--checkpoint", kept)
        assert done.returncode == 7 and "not intact" not in done.stderr


def test_a_key_that_was_typed_as_a_name_is_refused_before_it_is_kept(vault):
    for command in (
            ["allow", "bot", CANARY], ["rotate", CANARY], ["add", f"openai/{CANARY}"], ["add", "--", f"openai/{CANARY}"]):
        done = vault.run(*command, text="x")
        assert done.returncode == 2 and CANARY not in done.stdout + done.stderr
    assert CANARY.encode() not in (vault.home / "vault.db").read_bytes()


def test_a_key_that_stays_in_a_file_is_a_failure(vault, tmp_path):
    file = tmp_path / "utf16.env"
    file.write_text(f"OPENAI_API_KEY={CANARY}\n", encoding="utf-16")
    done = vault.run("import", "--rewrite", "--yes", file)
    assert done.returncode == 7 and "still holds" in done.stderr
    assert vault.run("run", "--app", "bot", "--env-file", file, "--", "true").returncode == 7


def test_the_log_shows_deeds_behind_any_bookkeeping(vault):
    vault.run("add", "openai/bot", text=CANARY)
    for _ in range(15):
        vault.run("doctor")
    assert "stored openai/bot" in vault.run("log", "--limit", "5").stdout


def test_a_missing_database_is_said_and_not_made_anew(vault):
    (vault.home / "vault.db").unlink()
    done = vault.run("list")
    assert done.returncode == 5 and "vault.db is missing" in done.stderr
    assert not (vault.home / "vault.db").exists()


def prompted(vault, arguments):
    """The process and its terminal, at the prompt, and what it shows until then."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["COFFER_HOME"] = str(vault.home)
        os.execv(str(COFFER), [str(COFFER), *arguments])
    shown = b""
    while b"(hidden)" not in shown:
        shown += os.read(terminal, 1024)
    return child, terminal, shown


def typed(vault, arguments, keys):
    """What a terminal shows, and the exit code, when somebody types these bytes at the prompt."""
    child, terminal, shown = prompted(vault, arguments)
    os.write(terminal, keys)
    try:
        while part := os.read(terminal, 1024):
            shown += part
    except OSError:
        pass
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_prompt_hides_what_is_typed_whatever_the_keys(vault):
    shown, code = typed(vault, ["add", "openai/bot"], b"\x1a" + CANARY.encode() + b"\n")
    assert code == 0 and "Stored openai/bot" in shown and CANARY not in shown


def test_a_prompt_takes_no_part_for_the_whole(vault):
    shown, code = typed(vault, ["add", "google/json"], b'{\n "key": "x"\n}\n')
    assert code == 7 and "more than one line" in shown
    assert vault.run("list", "--quiet").stdout == ""


def test_a_key_is_in_no_process_list(served):
    served.run("add", "openai/bot", text=CANARY)
    served.run("allow", "bot", "openai/bot")
    lists = served.run(
        "run", "--app", "bot", "--", "sh", "-c", "echo ${#KEY}; cat /proc/[0-9]*/cmdline", keep=False,
        environment={"KEY": "coffer://vault/openai/bot"}).stdout
    assert lists.startswith(f"{len(CANARY)}\n") and "serve" in lists
    assert CANARY not in lists
    for process in Path("/proc").glob("[0-9]*/environ"):
        try:
            assert CANARY.encode() not in process.read_bytes()
        except OSError:
            continue


def test_a_backup_takes_nothing_of_others_away(vault, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir(mode=0o700)
    other = Vault(disk / ".coffer-backup-abcdef")
    assert other.run("init", "--seal", "key-file").returncode == 0
    assert other.run("list").returncode == 0
    assert vault.run("backup", disk).returncode == 0
    assert other.run("list").returncode == 0

    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    refused = vault.run("backup", shared)
    assert refused.returncode == 7 and "mkdir -m 700" in refused.stderr
    shared.chmod(0o1777)
    assert vault.run("backup", shared).returncode == 0


def test_a_prompt_that_is_ended_gives_the_terminal_back(vault):
    child, terminal, _ = prompted(vault, ["add", "openai/bot"])
    assert not termios.tcgetattr(terminal)[3] & termios.ECHO
    os.write(terminal, b"\x03")
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGINT
    assert termios.tcgetattr(terminal)[3] & termios.ECHO
    os.close(terminal)


def test_read_and_inject_give_an_app_its_values_and_no_other(vault, tmp_path):
    assert vault.run("add", "openai/bot", text=CANARY).returncode == 0
    assert vault.run("add", "groq/other", text="another-value-0000").returncode == 0
    refused = vault.run("read", "openai/bot", "--app", "bot")
    assert refused.returncode == 3 and "coffer allow bot openai/bot" in refused.stderr
    vault.run("allow", "bot", "openai/bot")
    for name in ("openai/bot", "coffer://vault/openai/bot"):
        read = vault.run("read", name, "--app", "bot", keep=False)
        assert (read.returncode, read.stdout) == (0, CANARY), read.stderr
    assert vault.run("read", "coffer://safe/x", "--app", "bot").returncode == 2
    assert vault.run("read", "groq/other", "--app", "bot").returncode == 3

    template = tmp_path / "config.template.json"
    template.write_text('{"key": "coffer://vault/openai/bot", "url": "x/{{ coffer://vault/openai/bot }}.y"}\n')
    expected = f'{{"key": "{CANARY}", "url": "x/{CANARY}.y"}}\n'
    shown = vault.run("inject", template, "--app", "bot", keep=False)
    assert (shown.returncode, shown.stdout) == (0, expected)
    piped = vault.run("inject", "-", "--app", "bot", text=template.read_text(), keep=False)
    assert (piped.returncode, piped.stdout) == (0, expected)
    out = tmp_path / "config.json"
    # What somebody left lying there can neither read the values nor lead them elsewhere.
    (tmp_path / "config.json.coffer-new").write_text("old")
    (tmp_path / "config.json.coffer-new").chmod(0o644)
    assert vault.run("inject", template, "--app", "bot", "--out", out).returncode == 0
    assert out.read_text() == expected and stat.S_IMODE(out.stat().st_mode) == 0o600
    # Where a value is refused, what was there stays.
    template.write_text("coffer://vault/groq/other coffer://vault/openai/bot")
    assert vault.run("inject", template, "--app", "bot", "--out", out).returncode == 3
    assert out.read_text() == expected
    assert (tmp_path / "config.json.coffer-new").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        "config.json", "config.json.coffer-new", "config.template.json"}
    template.write_text("one\ncoffer://vault/\n")
    bad = vault.run("inject", template, "--app", "bot")
    assert bad.returncode == 7 and "line 2" in bad.stderr
    log = vault.run("log").stdout
    assert log.count("app/bot unlocked openai/bot") >= 5
    assert all(CANARY not in output for output in vault.outputs)


def test_the_log_tells_local_time_and_json_utc(vault):
    import datetime

    def told(zone):
        line = vault.run("log", "--limit", "1", environment={"TZ": zone}).stdout
        return datetime.datetime.strptime(line[:19], "%Y-%m-%d %H:%M:%S")

    vault.run("add", "openai/bot", text=CANARY)
    assert told("Asia/Kolkata") - told("UTC") == datetime.timedelta(hours=5, minutes=30)
    assert vault.run("log", "--all", "--format", "json", environment={"TZ": "Asia/Kolkata"}).stdout.count("Z\"") > 0
