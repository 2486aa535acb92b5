# SPDX-License-Identifier: Apache-2.0
"""`coffer doctor`: its findings, the commands that mend them, its score, and what coding agents may read."""

import json
import os
import random
import string
import subprocess

import boto3
import pytest

from conftest import COFFER
from test_command import Vault, served, vault  # noqa: F401


def drawn():
    """An invented key in the shape of a real one."""
    half = lambda: "".join(random.choices(string.ascii_letters + string.digits, k=40))  # noqa: E731
    return "sk-proj-" + half() + "T3Blbk" + "FJ" + half()


def findings(done):
    return json.loads(done.stdout)["findings"]


def checks(done):
    return sorted(finding["check"] for finding in findings(done))


@pytest.fixture
def project(tmp_path):
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    return project


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return home


def agents(home, project, *arguments, environment={}, folder=None):
    done = subprocess.run(
        [str(COFFER), "doctor", "--agents", *map(str, arguments)], cwd=folder or project, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home), "COFFER_HOME": str(home / "none"), **environment}, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    return done


def test_each_finding_says_what_why_and_how_and_the_score_comes_last(vault, tmp_path):
    env = tmp_path / ".env"
    env.write_text(f"OPENAI_API_KEY={drawn()}\n")
    env.chmod(0o644)
    found = vault.run("doctor", env)
    assert found.returncode == 1
    lines = found.stdout.splitlines()
    assert lines[0] == f"plaintext: {env}:1 holds a key of openai in plaintext"
    assert lines[1].startswith("  why it matters: ") and lines[2] == f"  mend it: coffer import {env} --rewrite"
    assert f"  mend it: chmod 600 {env}" in lines
    assert lines[-1].startswith("score  85 of 100: ")
    machine = json.loads(vault.run("doctor", env, "--format", "json").stdout)
    assert machine["score"] == 85
    assert all(finding["consequence"] and finding["mend"] for finding in machine["findings"])


def test_what_mends_a_plaintext_key_and_an_open_file_does(vault, tmp_path):
    env = tmp_path / "o'k .env"
    env.write_text(f"OPENAI_API_KEY={drawn()}\n")
    env.chmod(0o640)
    mends = {finding["check"]: finding["mend"] for finding in findings(vault.run("doctor", env, "--format", "json"))}
    assert set(mends) == {"plaintext", "readable"}
    shell = {**os.environ, "PATH": f"{COFFER.parent}:{os.environ['PATH']}", "COFFER_HOME": str(vault.home)}
    subprocess.run(["sh", "-c", mends["readable"]], env=shell, check=True)
    assert checks(vault.run("doctor", env, "--format", "json")) == ["plaintext"]
    subprocess.run(["sh", "-c", mends["plaintext"] + " --yes"], env=shell, check=True, capture_output=True)
    assert "plaintext" not in checks(vault.run("doctor", env, "--format", "json"))


def test_the_minimum_decides_the_exit_code(vault, tmp_path):
    env = tmp_path / ".env"
    env.write_text(f"OPENAI_API_KEY={drawn()}\n")
    env.chmod(0o600)
    assert "score  90 of 100" in vault.run("doctor", env).stdout
    assert vault.run("doctor", env, "--minimum", "90").returncode == 0
    assert vault.run("doctor", env, "--minimum", "91").returncode == 1
    (tmp_path / "home").mkdir(exist_ok=True)
    assert vault.run("doctor", tmp_path / "home", "--minimum", "100").returncode == 0
    missing = vault.run("doctor", tmp_path / "typo", "--minimum", "80")
    assert missing.returncode == 7 and "no such file or directory" in missing.stderr
    for wrong in ("-1", "101", "x"):
        refused = vault.run("doctor", f"--minimum={wrong}")
        assert refused.returncode == 2 and "coffer: error:" in refused.stderr


def test_a_key_that_does_not_rotate_is_told_of_until_it_does(served):  # noqa: F811
    owner = json.loads(served.run("credentials", "--format", "json", keep=False).stdout)
    kms = boto3.client(
        "kms", endpoint_url=owner["EndpointUrl"], region_name=owner["Region"], aws_access_key_id=owner["AccessKeyId"],
        aws_secret_access_key=owner["SecretAccessKey"])
    key = kms.describe_key(KeyId="alias/coffer")["KeyMetadata"]["KeyId"]
    assert kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"], "coffer init turns it on"
    assert served.run("doctor", "--minimum", "97", environment={"PWD": "/"}).returncode == 0
    kms.disable_key_rotation(KeyId=key)
    # boto3 signed with the owner's key, which is told of too.
    found = [finding for finding in findings(served.run("doctor", "--format", "json")) if finding["check"] != "owner-key"]
    assert [finding["check"] for finding in found] == ["key-rotation"]
    assert found[0]["mend"] == "coffer rotate --key --yearly"
    assert served.run(*found[0]["mend"].split()[1:]).returncode == 0
    assert kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"]
    assert len(kms.list_key_rotations(KeyId=key)["Rotations"]) == 1
    assert checks(served.run("doctor", "--format", "json")) == ["owner-key"]
    assert served.run("rotate", "openai/bot", "--yearly").returncode == 2


def test_no_name_of_a_file_is_taken_for_the_score(vault, home, project):  # noqa: F811
    folder = project / "a\nscore  100 of 100: nothing to mend"
    folder.mkdir()
    (folder / "x\x1b]0;title\x07.env").write_text(f"OPENAI_API_KEY={drawn()}\n")
    (project / "CLAUDE.md").touch()
    for done in (vault.run("doctor", project), agents(home, project)):
        scores = [line for line in done.stdout.splitlines() if line.startswith("score  ")]
        assert len(scores) == 1 and "100 of 100" not in scores[0]
        assert "\x1b" not in done.stdout and "\x07" not in done.stdout


def test_no_agent_no_finding(home, project):
    (project / ".env").write_text(f"OPENAI_API_KEY={drawn()}\n")
    done = agents(home, project)
    assert done.returncode == 0 and "No coding agent is in use here" in done.stderr
    assert "score  100 of 100" in done.stdout


def test_a_file_that_agents_may_read_is_told_of_and_both_ways_out_work(home, project):
    key = drawn()
    (project / ".env").write_text(f"OPENAI_API_KEY={key}\n")
    (home / ".claude").mkdir()
    (project / ".clinerules").mkdir()
    done = agents(home, project, "--format", "json")
    (finding,) = findings(done)
    assert done.returncode == 1 and key not in done.stdout + done.stderr
    assert finding["message"] == "./.env holds a key (openai), which Claude Code and Cline may read"
    assert finding["mend"] == "coffer import ./.env --rewrite"
    claude, cline = finding["alternatives"]

    subprocess.run(["sh", "-c", cline.partition(": ")[2]], cwd=project, check=True)
    assert (project / ".clineignore").read_text() == "/.env\n"
    rule = claude.split('"')[1]
    assert "permissions.deny in .claude/settings.json" in claude
    (project / ".claude").mkdir()
    (project / ".claude/settings.json").write_text(json.dumps({"permissions": {"deny": [rule]}}))
    assert findings(agents(home, project, "--format", "json")) == []

    (project / ".claude/settings.json").write_text("// broken")
    broken = agents(home, project, "--format", "json")
    assert len(findings(broken)) == 1 and "./.claude/settings.json can't be read as JSON" in broken.stderr
    vault = Vault(home / "vault")
    assert vault.run("init", "--seal", "key-file").returncode == 0
    assert vault.run("import", project / ".env", "--rewrite", "--yes").returncode == 0
    assert findings(agents(home, project, "--format", "json")) == []


def test_codex_is_kept_out_by_the_profile_that_the_finding_names(home, project):
    (project / "app.py").write_text(f"key = '{drawn()}'\n")
    (home / ".codex").mkdir()
    (finding,) = findings(agents(home, project, "--format", "json"))
    assert '"app.py" = "deny"' in finding["alternatives"][0]
    (home / ".codex/config.toml").write_text(
        'default_permissions = "vault"\n\n[permissions.vault.filesystem.":workspace_roots"]\n"." = "write"\n"app.py" = "deny"\n')
    assert findings(agents(home, project, "--format", "json")) == []


def test_keys_in_settings_transcripts_and_the_environment(home, project):
    keys = [drawn(), drawn(), drawn()]
    talks = home / ".claude/projects/-x"
    talks.mkdir(parents=True)
    (talks / "1.jsonl").write_text(json.dumps({"text": f"the key is {keys[0]}"}) + "\n" + json.dumps({"text": keys[1]}))
    (home / ".claude.json").write_text(json.dumps({"mcpServers": {"x": {"env": {"OPENAI_API_KEY": keys[0]}}}}))
    done = agents(home, project, "--format", "json", environment={"OPENAI_API_KEY": keys[2]})
    assert not any(key in done.stdout + done.stderr for key in keys)
    found = {finding["check"]: finding["message"] for finding in findings(done)}
    assert found == {
        "agent-settings": "~/.claude.json:1 holds a key (openai)",
        "agent-transcripts": "Claude Code wrote down 2 keys in ~/.claude/projects",
        "environment": "the variable OPENAI_API_KEY holds a key, which every agent started from this shell gets",
    }


def test_a_program_on_the_path_counts_and_starts_without_the_key(home, project, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "claude").write_text('#!/bin/sh\nprintf %s "${OPENAI_API_KEY-none}"\n')
    (tools / "claude").chmod(0o755)
    environment = {"OPENAI_API_KEY": drawn(), "PATH": f"{tools}:{COFFER.parent}:/usr/bin:/bin"}
    (finding,) = findings(agents(home, project, "--format", "json", environment=environment))
    command = finding["alternatives"][0].partition(": ")[2]
    assert command == "coffer run --app claude -- claude"
    started = subprocess.run(
        ["sh", "-c", command], env={**environment, "HOME": str(home), "COFFER_HOME": str(home / "none")}, capture_output=True,
        text=True, timeout=60)
    assert started.stdout == "none"


def test_agents_looks_at_the_project_around_a_folder(home, project):
    inner = project / "src"
    inner.mkdir()
    (inner / "bot.env").write_text(f"OPENAI_API_KEY={drawn()}\n")
    (project / ".cursorignore").write_text("src/*.env\n")
    assert findings(agents(home, project, "--format", "json", folder=inner)) == []
    (project / ".cursorignore").write_text("")
    (finding,) = findings(agents(home, project, "--format", "json", folder=inner))
    (line,) = finding["alternatives"]
    subprocess.run(["sh", "-c", line.partition(": ")[2]], cwd=inner, check=True)
    assert (project / ".cursorignore").read_text() == "/src/bot.env\n"
    assert findings(agents(home, project, "--format", "json", folder=inner)) == []


def test_every_env_file_of_this_folder_is_looked_at(vault, tmp_path):
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / ".env.old").write_text(f"OPENAI_API_KEY={drawn()}\n")
    done = subprocess.run(
        [str(COFFER), "doctor"], cwd=folder, env={**os.environ, "COFFER_HOME": str(vault.home)}, capture_output=True, text=True,
        timeout=60)
    assert ".env.old:1 holds a key of openai" in done.stdout
