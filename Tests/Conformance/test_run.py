# SPDX-License-Identifier: Apache-2.0
"""`coffer run`: what a program sees of its terminal, its signals and its files, and what others see of its keys."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from conftest import COFFER
from test_command import CANARY, Vault

MASK = "<masked: KEY>"


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    vault = Vault(tmp_path_factory.mktemp("run") / "vault")
    assert vault.run("init", "--seal", "key-file").returncode == 0
    assert vault.run("add", "openai/bot", text=CANARY).returncode == 0
    assert vault.run("allow", "bot", "openai/bot").returncode == 0
    return vault


def variables(vault):
    return {**os.environ, "COFFER_HOME": str(vault.home), "KEY": "coffer://vault/openai/bot"}


def command(*program, options=()):
    return [str(COFFER), "run", "--app", "bot", *options, "--", *program]


def piped(vault, *program, options=(), **given):
    return subprocess.run(
        command(*program, options=options), env=variables(vault), capture_output=True, text=True, timeout=60, **given)


class Terminal:
    """A program at a terminal of its own, as a person has it."""

    def __init__(self, arguments, environment, size=(30, 100)):
        self.child, self.file = pty.fork()
        if self.child == 0:
            os.execvpe(arguments[0], arguments, environment)
        self.resize(*size)
        self.shown = ""

    def resize(self, rows, columns):
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text):
        os.write(self.file, text.encode())

    def until(self, pattern, seconds=30):
        """Waits until what is shown from here on matches; returns that."""
        shown, end = "", time.monotonic() + seconds
        while not re.search(pattern, shown):
            assert select.select([self.file], [], [], max(0, end - time.monotonic()))[0], f"no {pattern!r} in {shown!r}"
            try:
                part = os.read(self.file, 4096).decode(errors="replace")
            except OSError:
                part = ""
            assert part, f"ended without {pattern!r}: {shown!r}"
            shown += part
        self.shown += shown
        return shown

    def end(self):
        """Everything that is still shown, and the exit code."""
        shown = ""
        try:
            while select.select([self.file], [], [], 60)[0] and (part := os.read(self.file, 4096)):
                shown += part.decode(errors="replace")
        except OSError:
            pass
        code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        os.close(self.file)
        self.shown += shown
        return shown, code


def at_terminal(vault, *program, options=()):
    return Terminal(command(*program, options=options), variables(vault))


def test_a_value_is_masked_whatever_pieces_it_is_written_in(vault):
    done = piped(vault, sys.executable, "-c", (
        "import os\n"
        "for byte in ('<' + os.environ['KEY'] + '>').encode(): os.write(1, bytes([byte]))\n"
        "os.write(2, b'e' * 70000 + os.environ['KEY'].encode() + b'!')\n"))
    assert done.stdout == f"<{MASK}>"
    assert done.stderr.startswith("e" * 70000 + MASK + "!")
    assert "masked in the program's output: KEY" in done.stderr


def test_a_value_that_breaks_off_is_masked_and_other_text_is_not(vault):
    done = piped(vault, "sh", "-c", f"printf 'sk-proj- and sk-'; printf %s \"$KEY\" | head -c {len(CANARY) - 1}")
    assert done.stdout == "sk-proj- and sk-" + MASK
    assert piped(vault, "printf", "sk-proj").stdout == "sk-proj"


def test_standard_output_and_error_stay_apart_and_the_code_is_kept(vault):
    done = piped(vault, "sh", "-c", "echo out; echo err >&2; cat; exit 7", input="in\n")
    assert (done.stdout, done.stderr, done.returncode) == ("out\nin\n", "err\n", 7)


def test_without_masking_the_program_takes_coffers_place(vault):
    process = subprocess.Popen(
        command("sh", "-c", "echo $$ $KEY", options=["--no-masking"]), env=variables(vault), stdout=subprocess.PIPE, text=True)
    assert process.communicate(timeout=60)[0] == f"{process.pid} {CANARY}\n"


def test_a_program_that_cannot_start_is_said_either_way(vault):
    for options in ([], ["--no-masking"]):
        missing = piped(vault, "no-such-program", options=options)
        assert missing.returncode == 127 and "can't start no-such-program" in missing.stderr
        assert piped(vault, "/etc/passwd", options=options).returncode == 126


def test_signals_reach_the_program_and_no_process_is_left(vault):
    script = "trap 'echo got; exit 3' TERM; echo ready; while :; do sleep 0.05; done"
    process = subprocess.Popen(command("sh", "-c", script), env=variables(vault), stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.send_signal(signal.SIGTERM)
    assert process.stdout.read() == "got\n" and process.wait(30) == 3
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    assert piped(vault, "sh", "-c", "kill -KILL $$").returncode == 128 + signal.SIGKILL


def test_a_reader_that_leaves_early_ends_the_program(vault):
    done = subprocess.run(
        ["bash", "-c", '"$@" | head -n 1; exit ${PIPESTATUS[0]}', "bash", *command("yes", CANARY)],
        env=variables(vault), capture_output=True, text=True, timeout=60)
    assert done.stdout == MASK + "\n" and done.returncode == 128 + signal.SIGPIPE


def test_it_works_without_a_terminal_or_any_file(vault):
    given = {"COFFER_HOME": str(vault.home), "KEY": "coffer://vault/openai/bot", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        ["setsid", "-w", "sh", "-c", 'exec 0<&- 1>&- 2>&-; exec "$@"', "sh", *command("sh", "-c", "exit 5")], env=given, timeout=60)
    assert done.returncode == 5


def test_at_a_terminal_the_program_has_one_with_its_size_and_its_prompts(vault):
    terminal = at_terminal(vault, "sh", "-c", (
        "test -t 0 && test -t 1 && test -t 2 && echo three; stty size < /dev/tty; printf '\\033[31mred %s\\033[0m\\n' $KEY; "
        "printf 'name? '; read name; echo hello $name; exit 9"))
    shown = terminal.until(r"name\? $")
    assert "three\r\n30 100\r\n" in shown and f"\x1b[31mred {MASK}\x1b[0m\r\n" in shown
    terminal.type("ann\r")
    rest, code = terminal.end()
    assert "ann\r\nhello ann\r\n" in rest and code == 9
    assert CANARY not in terminal.shown


def test_a_prompt_that_begins_like_a_value_is_shown(vault):
    terminal = at_terminal(vault, "sh", "-c", "printf 'ask'; read answer; echo $KEY")
    terminal.until("ask$")
    terminal.type("\r")
    assert MASK in terminal.end()[0]


def test_ctrl_c_and_ctrl_d_reach_the_program(vault):
    terminal = at_terminal(vault, "sh", "-c", "trap 'echo caught; exit 4' INT; echo ready; while :; do sleep 0.05; done")
    terminal.until("ready")
    terminal.type("\x03")
    shown, code = terminal.end()
    assert "caught" in shown and code == 4
    terminal = at_terminal(vault, "sh", "-c", "echo ready; cat; echo end of input")
    terminal.until("ready")
    terminal.type("\x04")
    assert "end of input" in terminal.end()[0]


def test_a_window_that_changes_its_size_is_told(vault):
    terminal = at_terminal(vault, "bash", "-c", "trap 'stty size' WINCH; echo ready; for i in {1..200}; do sleep 0.05; done")
    terminal.until("ready")
    terminal.resize(20, 60)
    terminal.until("20 60")
    terminal.type("\x03")
    terminal.end()


def test_the_terminal_is_as_it_was_afterwards(vault):
    terminal = Terminal(
        ["sh", "-c", 'stty -g; "$@"; stty -g', "sh", *command("sh", "-c", "stty raw -echo")], variables(vault))
    lines = terminal.end()[0].replace("\r", "").strip().split("\n")
    assert lines[0] == lines[-1], lines


def test_ctrl_z_stops_both_and_the_shell_continues_both(vault):
    terminal = Terminal(["bash", "--norc", "-i"], {**variables(vault), "PS1": "shell> "})
    terminal.until(r"shell> $")
    program = "echo ready; i=0; while read line; do i=$((i+1)); echo line $i $KEY; test $line = end && exit; done"
    words = " ".join(f"'{word}'" for word in command("sh", "-c", program))
    terminal.type(words + "\r")
    terminal.until(r"\rready")
    terminal.type("one\r")
    terminal.until(r"line 1 <masked: KEY>")
    terminal.type("\x1a")
    terminal.until(r"Stopped.*\n.*shell> $")
    terminal.type("echo in the shell\r")
    terminal.until(r"[\r\n]in the shell")
    terminal.type("fg\r")
    terminal.until("--")
    terminal.type("end\r")
    terminal.until(r"line 2 <masked: KEY>")
    terminal.until(r"shell> $")
    terminal.type("exit\r")
    assert terminal.end()[1] == 0


def test_with_output_into_a_pipe_at_a_terminal_errors_keep_theirs(vault):
    terminal = Terminal(
        ["sh", "-c", '"$@" | cat', "sh", *command("sh", "-c", "test -t 1 || echo piped; test -t 2 && echo $KEY >&2; test -t 0 && echo in")],
        variables(vault))
    shown, _ = terminal.end()
    assert "piped\r\n" in shown and MASK + "\r\n" in shown and "in\r\n" in shown and CANARY not in shown


def test_what_was_written_last_before_the_end_is_shown(vault):
    terminal = at_terminal(vault, sys.executable, "-c", "import os; os.write(1, b'x\\n' * 20000 + b'the end')")
    shown, code = terminal.end()
    assert shown.endswith("the end") and shown.count("x\r\n") == 20000 and code == 0


def test_a_short_value_is_not_masked_and_that_is_said(vault):
    vault.run("add", "other/pin", text="1234")
    vault.run("allow", "bot", "other/pin")
    done = subprocess.run(
        command("sh", "-c", "echo $PIN"), env={**variables(vault), "PIN": "coffer://vault/other/pin"}, capture_output=True,
        text=True, timeout=60)
    assert done.stdout == "1234\n" and "PIN is too short to be masked" in done.stderr


def test_keys_that_are_passed_on_in_plaintext_are_masked_too(vault, tmp_path):
    (tmp_path / "env").write_text(f"OTHER={CANARY[::-1]}\nOPENAI_API_KEY={CANARY}\n")
    done = subprocess.run(
        command("sh", "-c", "echo $MINE $OPENAI_API_KEY", options=["--keep", "MINE", "--env-file", str(tmp_path / "env")]),
        env={**variables(vault), "MINE": CANARY}, capture_output=True, text=True, timeout=60)
    assert CANARY not in done.stdout + done.stderr and done.stdout.startswith("<masked: ")


def test_what_was_ignored_stays_ignored_and_nothing_is_blocked(vault):
    """As under nohup."""
    script = "import signal, sys; print([s for s in range(1, 32) if s not in (9, 19) and signal.getsignal(s) == signal.SIG_IGN])"
    mask = "grep SigBlk /proc/self/status"
    for options in ([], ["--no-masking"]):
        shown = subprocess.run(
            ["sh", "-c", "trap '' HUP INT PIPE; exec \"$@\"", "sh",
             *command("sh", "-c", f"{mask}; exec {sys.executable} -c '{script}'", options=options)],
            env=variables(vault), capture_output=True, text=True, timeout=60).stdout
        assert "0000000000000000" in shown and "1, 2" in shown and "13" in shown, (options, shown)


def test_a_signal_ends_the_wait_for_what_was_left_running(vault):
    process = subprocess.Popen(
        command("sh", "-c", "(trap '' HUP INT TERM; exec sleep 300) & echo $!; exit 3"), env=variables(vault),
        stdout=subprocess.PIPE, text=True)
    left = int(process.stdout.readline())
    try:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 3
    finally:
        os.kill(left, signal.SIGKILL)


def test_a_signal_ends_a_program_whose_output_nobody_reads(vault):
    process = subprocess.Popen(command("yes"), env=variables(vault), stdout=subprocess.PIPE)
    assert process.stdout.read(10) == b"y\n" * 5
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 128 + signal.SIGTERM


def test_a_closed_standard_error_does_not_change_the_code(vault):
    done = subprocess.run(
        ["bash", "-c", '"$@" 2> >(exec 0<&-; sleep 0.1) ; exit $?', "bash", *command("sh", "-c", "echo $KEY; exit 4")],
        env=variables(vault), stdout=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 4 and done.stdout == MASK + "\n"


def test_output_and_errors_into_one_pipe_stay_in_order(vault):
    done = subprocess.run(
        command("bash", "-c", "for i in {1..50}; do echo o$i; echo e$i >&2; done"), env=variables(vault), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=60)
    assert done.stdout == "".join(f"o{i}\ne{i}\n" for i in range(1, 51))


def test_a_program_in_the_background_gets_what_is_typed_when_it_is_back(vault):
    terminal = Terminal(["bash", "--norc", "-i"], {**variables(vault), "PS1": "shell> "})
    terminal.until(r"shell> $")
    words = " ".join(f"'{word}'" for word in command("sh", "-c", "echo ready; while read line; do echo got $line; done"))
    terminal.type(words + "\r")
    terminal.until(r"\rready")
    terminal.type("\x1a")
    terminal.until(r"Stopped.*\n.*shell> $")
    terminal.type("bg\r")
    terminal.until(r"shell> $")
    # It stops at its first touch of the terminal, which the shell tells at its next prompt.
    while "Stopped" not in terminal.shown.split("bg\r")[-1]:
        terminal.type("jobs\r")
        terminal.until(r"(?s)jobs.*shell> $")
    terminal.type("fg\r")
    terminal.until("--")
    terminal.type("hello\r")
    terminal.until("got hello")
    terminal.type("\x04")
    terminal.until(r"shell> $")
    terminal.type("exit\r")
    terminal.end()


def test_a_program_that_stops_itself_is_seen_to_stop_and_goes_on(vault):
    process = subprocess.Popen(
        command("sh", "-c", "kill -STOP $$; echo on"), env=variables(vault), stdout=subprocess.PIPE, text=True)
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    process.send_signal(signal.SIGCONT)
    assert process.communicate(timeout=60)[0] == "on\n" and process.returncode == 0


def test_a_key_in_the_wrong_place_is_not_shown(vault, tmp_path):
    done = subprocess.run(
        command(f"/nowhere/{CANARY}"), env={**variables(vault), CANARY.replace("-", "_"): "x"}, capture_output=True, text=True, timeout=60)
    assert done.returncode == 127 and CANARY not in done.stdout + done.stderr
    (tmp_path / "env").write_text(f"OTHER=coffer://vault/{CANARY}\n")
    as_reference = piped(vault, "true", options=["--env-file", str(tmp_path / "env")])
    assert as_reference.returncode == 7 and CANARY not in as_reference.stdout + as_reference.stderr
    assert CANARY not in vault.run("log", "--format", "json", "--all", keep=False).stdout
