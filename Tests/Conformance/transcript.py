# SPDX-License-Identifier: Apache-2.0
"""Transcripts in documents, replayed in a shell at a terminal of 80 columns.

A block that begins with ```console holds what a person sees: `$ ` before each command, what it prints, and what is typed at
its questions, with ⏎ for the Enter key. What is typed unseen stands in ‹›."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time

ENTER = "⏎"
# What differs from one time to the next.
VARYING = [
    (r"fp_[a-z2-7]{20}", "fp_"), (r"\b\d{12}\b", "ACCOUNT"), (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "KEY"),
    (r"commit [0-9a-f]{9}", "commit ID"), (r"\b20\d\d-\d\d-\d\d([ T-]\d\d[:-]?\d\d([:-]?\d\d(\.\d+)?Z?)?)?", "DATE"), (r"\b[0-9a-f]{64}\b", "ROOT"), (r"\b20\d{6}-\d{6}\b", "DATE"), (r"\d+ KiB", "SIZE"),
]


def blocks(text):
    """The transcripts of a document: their places in it, and their text."""
    return [(found.span(1), found.group(1)) for found in re.finditer(r"^```console\n(.*?)^```$", text, re.M | re.S)]


def commands(block):
    """Each command of a transcript with what follows it."""
    parts = re.split(r"^\$ ", block, flags=re.M)
    assert not parts[0].strip(), f"text before the first command: {parts[0]!r}"
    return [tuple((part + "\n").split("\n", 1)) for part in parts[1:]]


def answers(printed):
    """What is typed, as pairs of the question's end and the answer."""
    found = []
    for line in printed.split("\n"):
        if ENTER in line:
            before = line[: line.index(ENTER)]
            question = re.match(r".*(?:[\]?:)] |: )", before)
            assert question, f"no question before the answer in {line!r}"
            found.append((question.group(0), before[question.end():]))
    return found


def fixed(text):
    """Without what differs, what is typed, and blanks at lines' ends."""
    text = re.sub(r"‹[^›]*›", "", text).replace(ENTER, "")
    for pattern, name in VARYING:
        text = re.sub(pattern, name, text)
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


class Shell:
    """A bash at a terminal."""

    PROMPT = "<ready>"

    def __init__(self, folder, environment, size=(50, 80)):
        self.child, self.file = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe("bash", ["bash", "--norc", "--noprofile", "--noediting", "-i"], {**environment, "PS1": self.PROMPT, "PS2": ""})
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.wait(self.PROMPT)

    def wait(self, end):
        """What is shown up to this text, which is its end."""
        shown, until = "", time.monotonic() + 60
        while not shown.endswith(end):
            assert select.select([self.file], [], [], max(0, until - time.monotonic()))[0], f"no {end!r} after {shown!r}"
            shown += os.read(self.file, 1).decode("latin-1")
        return shown

    def run(self, command, answers=(), unseen={}):
        """What a command prints, with the answers in their places. `unseen` has what to type for some that are not shown."""
        os.write(self.file, command.encode() + b"\n")
        self.wait("\n")
        shown = ""
        for question, answer in answers:
            # A question's last characters: what comes before may be a line that was printed over.
            shown += self.wait(question[-12:].encode().decode("latin-1"))
            os.write(self.file, unseen.get(answer.strip("‹›"), answer.strip("‹›")).encode() + b"\n")
            # The echo, or the feed behind what was typed unseen.
            echo = self.wait("\n")
            assert answer.startswith("‹") or echo.strip() == answer, (echo, answer)
            shown += answer.encode().decode("latin-1") + ENTER.encode().decode("latin-1") + "\n"
        shown += self.wait(self.PROMPT)
        shown = shown.removesuffix(self.PROMPT).encode("latin-1").decode().replace("\r\n", "\n")
        return re.sub(r"\r[^\n]*?\x1b\[K", "", shown)

    def end(self):
        os.write(self.file, b"exit\n")
        os.waitpid(self.child, 0)
        os.close(self.file)


def replayed(block, shell, shown_as, unseen={}):
    """The transcript as it is now. `shown_as` names what paths are shown as, `unseen` what to type for what is not shown."""
    lines = []
    for command, printed in commands(block):
        now = shell.run(command, answers(printed), unseen)
        for path, name in shown_as.items():
            now = now.replace(path, name)
        lines.append(f"$ {command}\n{now}")
    return "".join(lines)
