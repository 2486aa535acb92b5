# SPDX-License-Identifier: Apache-2.0
"""What helps a person along: the six steps, manual pages, completion, and the script that installs them."""

import json
import os
import re
import shutil
import subprocess

import pytest

from conftest import COFFER, ROOT
from test_command import vault  # noqa: F401

STEPS = ["find", "key", "encrypt", "allow", "rotate", "log"]


def run(*arguments, environment={}):
    return subprocess.run(
        [str(COFFER), *arguments], env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **environment},
        capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def commands():
    root = json.loads(run("--experimental-dump-help").stdout)["command"]
    return {command["commandName"]: command for command in root["subcommands"]}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_a_page_of_plain_lines_with_commands_that_exist(step, commands):
    shown = run("help", step)
    assert shown.returncode == 0 and shown.stderr == ""
    lines = shown.stdout.splitlines()
    number = STEPS.index(step) + 1
    assert lines[0].startswith(f"Step {number} of 6: ") and 10 <= len(lines) <= 26
    assert max(map(len, lines)) <= 80
    assert "What can go wrong: " in shown.stdout
    following = f"Next: coffer help {STEPS[number]}" if number < 6 else "Then again from the start"
    assert following in shown.stdout
    examples = [line.split() for line in lines if line.startswith("  coffer ")]
    assert examples
    for words in examples:
        known = {
            "--" + name["name"] for argument in commands[words[1]]["arguments"] for name in argument.get("names", [])
            if name["kind"] == "long"}
        known |= {"--" + name["name"] for child in commands[words[1]].get("subcommands", []) for argument in
                  child["arguments"] for name in argument.get("names", []) if name["kind"] == "long"}
        assert {word for word in words if word.startswith("--") and len(word) > 2} <= known, words
    assert run("help", str(number)).stdout == shown.stdout
    assert (f"coffer {step} --help shows" in shown.stdout) == (step in commands)


def test_steps_are_listed_and_commands_keep_their_help():
    listed = run("help", "steps").stdout
    assert [line.split()[:2] for line in listed.splitlines() if re.match(r"  \d", line)] == [
        [str(number), step] for number, step in enumerate(STEPS, 1)]
    assert "coffer help steps" in run("help").stdout
    assert run("help", "run").stdout == run("run", "--help").stdout
    for wrong in (["help", "stepp"], ["help", "7"], ["help", "step", "9"]):
        refused = run(*wrong)
        assert refused.returncode == 2 and "coffer help steps" in refused.stderr
    assert run("help", "step", "1").stdout == run("help", "steps", "find").stdout == run("help", "find").stdout
    assert run("help", "log", "verify").stdout == run("log", "verify", "--help").stdout
    assert run("allow", "--help").stdout.startswith("OVERVIEW: ")


def test_the_doctors_help_tells_the_weights():
    shown = run("doctor", "--help").stdout
    assert re.search(r"^  plaintext +10 +at most 40$", shown, re.MULTILINE)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("man")
    subprocess.run([str(ROOT / "scripts/manual"), str(COFFER), str(folder)], check=True, timeout=120)
    return folder


def test_each_command_has_a_page_and_no_page_has_faults(pages, commands):
    expected = {"coffer.1"} | {f"coffer-{name}.1" for name in commands if name != "help"}
    assert {page.name for page in pages.iterdir()} == expected
    for page in sorted(pages.iterdir()):
        if shutil.which("mandoc"):
            lint = subprocess.run(["mandoc", "-Tlint", "-Wwarning", str(page)], capture_output=True, text=True)
            assert lint.stdout + lint.stderr == ""
        if shutil.which("groff"):
            set_page = subprocess.run(["groff", "-man", "-ww", "-Kutf8", "-Tutf8", str(page)], capture_output=True, text=True)
            assert set_page.stderr == ""


@pytest.mark.skipif(not shutil.which("man"), reason="no man")
def test_examples_keep_their_lines_in_the_pages(pages, commands):
    seen = 0
    for name, command in commands.items():
        examples = [line.strip() for line in command.get("discussion", "").split("\n") if line.startswith("  ")]
        if not examples or name == "help":
            continue
        shown = subprocess.run(
            ["man", "-l", str(pages / f"coffer-{name}.1")], capture_output=True, text=True, check=True,
            env={"PATH": os.environ["PATH"], "MANWIDTH": "200", "LC_ALL": "C.UTF-8", "TERM": "dumb"}).stdout
        lines = {line.strip().replace("...", "…") for line in shown.splitlines()}
        missing = [example for example in examples if example.replace("...", "…") not in lines]
        assert missing == []
        seen += len(examples)
    assert seen > 10


def completed(vault, *words, path):
    """What bash offers for the last word."""
    script = r"""
        source <("$COFFER" completion bash)
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
        _coffer coffer "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "-c", script, "bash", *words], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
        env={"PATH": path, "HOME": "/nonexistent", "COFFER": str(COFFER), "COFFER_HOME": str(vault)})
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def path(tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "coffer").symlink_to(COFFER.resolve())
    return f"{tools}:{os.environ['PATH']}"


def test_bash_completes_names_of_secrets_and_apps(vault, path):  # noqa: F811
    vault.run("add", "openai/bot", text="sk-example-not-a-key")
    vault.run("add", "groq/site", text="example-not-a-key")
    vault.run("allow", "bot", "openai/bot")
    assert json.loads(vault.run("list", "--apps", "--format", "json").stdout)["apps"] == [
        {"name": "bot", "blobs": False, "secrets": ["openai/bot"]}]
    names = ["groq/site", "openai/bot"]
    for words, expected in [
        (["rotate", ""], names), (["rotate", "op"], ["openai/bot"]), (["run", "--app", ""], ["bot"]), (["allow", ""], ["bot"]),
        (["allow", "bot", ""], names), (["read", "openai/bot", "--app", "b"], ["bot"]), (["completion", ""], ["bash", "zsh", "fish"]),
    ]:
        assert sorted(completed(vault.home, "coffer", *words, path=path)) == sorted(expected), words


def test_no_vault_and_a_sealed_one_complete_nothing(tmp_path, path):
    assert completed(tmp_path / "none", "coffer", "rotate", "", path=path) == []
    sealed = tmp_path / "sealed"
    made = subprocess.run(
        [str(COFFER), "init", "--seal", "passphrase"], input="five random words for this\n", text=True, capture_output=True,
        env={"PATH": path, "HOME": "/nonexistent", "COFFER_HOME": str(sealed)}, timeout=60)
    assert made.returncode == 0, made.stderr
    assert completed(sealed, "coffer", "run", "--app", "", path=path) == []


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish")
def test_fish_completes_names(vault, path):  # noqa: F811
    vault.run("add", "openai/bot", text="sk-example-not-a-key")
    vault.run("allow", "bot", "openai/bot")
    shown = subprocess.run(
        ["fish", "-c", 'coffer completion fish | source; complete -C "coffer rotate "; complete -C "coffer run --app "'],
        capture_output=True, text=True, timeout=60, env={"PATH": path, "HOME": str(vault.home.parent), "COFFER_HOME": str(vault.home)})
    assert [line.split("\t")[0] for line in shown.stdout.splitlines()] == ["openai/bot", "bot"]


def test_install_puts_everything_in_place_twice_and_takes_it_away(tmp_path):
    prefix = tmp_path / "a prefix"
    others = prefix / "share/man/man1/other.1"
    others.parent.mkdir(parents=True)
    others.write_text("somebody else's")

    def install(*arguments):
        done = subprocess.run(
            [str(ROOT / "scripts/install"), *arguments], capture_output=True, text=True, timeout=120,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PREFIX": str(prefix), "COFFER_BINARY": str(COFFER)})
        return done

    def files():
        return sorted(str(file.relative_to(prefix)) for file in prefix.rglob("*") if file.is_file())

    first = install()
    assert first.returncode == 0, first.stderr
    assert f'export PATH="{prefix}/bin:$PATH"' in first.stderr
    there = files()
    assert {"bin/coffer", "share/bash-completion/completions/coffer", "share/zsh/site-functions/_coffer",
            "share/fish/vendor_completions.d/coffer.fish", "share/man/man1/coffer.1",
            "share/man/man1/coffer-scan.1"} <= set(there)
    assert os.access(prefix / "bin/coffer", os.X_OK)
    (prefix / "share/man/man1/coffer-gone.1").write_text("a command of old")
    assert install().returncode == 0 and files() == there
    gone = install("--uninstall")
    assert gone.returncode == 0 and files() == ["share/man/man1/other.1"]
    assert install("--uninstall").returncode == 0
    assert install("--wrong").returncode == 2


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="no shellcheck")
def test_install_has_no_faults_that_shellcheck_knows():
    done = subprocess.run(["shellcheck", str(ROOT / "scripts/install")], capture_output=True, text=True)
    assert done.stdout == ""
