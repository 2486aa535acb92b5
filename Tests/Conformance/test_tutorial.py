# SPDX-License-Identifier: Apache-2.0
"""docs/tutorial.md shows what a person sees. After a change that it should show: `python test_tutorial.py` writes it anew."""

import os
import pathlib
import random
import string
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from conftest import COFFER, ROOT  # noqa: E402
from transcript import Shell, blocks, fixed, replayed  # noqa: E402

TUTORIAL = ROOT / "docs/tutorial.md"


def drawn(count, letters):
    return "".join(random.choices(letters, k=count))


def key():
    letters = string.ascii_letters + string.digits
    return f"sk-proj-{drawn(40, letters)}T3BlbkFJ{drawn(40, letters)}"


def mess(home):
    """Ann's bot, with invented keys in the shape of real ones."""
    bot = home / "bot"
    bot.mkdir(parents=True)
    openai = key()
    (bot / ".env").write_text(f"OPENAI_API_KEY={openai}\nELEVENLABS_API_KEY=sk_{drawn(48, '0123456789abcdef')}\nDEBUG=1\n")
    (bot / "bot.py").write_text(f'key = "{openai}"\nprint("Hello! My key is", key)\n')
    (bot / "notes.md").write_text(f"the openai key: {openai}\n")
    for file in bot.iterdir():
        file.chmod(0o600)
    git = ["git", "-C", str(bot), "-c", "user.name=Ann", "-c", "user.email=ann@example.com"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a bot"]):
        subprocess.run([*git, *arguments], check=True)


def replay(folder):
    """The tutorial's transcripts as they are written, and as they are now."""
    home = pathlib.Path(folder).resolve() / "ann"
    mess(home)
    programs = home.parent / "bin"
    programs.mkdir()
    (programs / "coffer").symlink_to(COFFER)
    shell = Shell(home, {
        "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(home), "NO_COLOR": "1", "TERM": "xterm", "LANG": "C.UTF-8"})
    try:
        text = TUTORIAL.read_text()
        return text, [
            (place, written, replayed(written, shell, {str(home): "/home/ann"}, {"the new key that OpenAI showed her once": key()})) for place, written in blocks(text)]
    finally:
        shell.run("coffer lock")
        shell.end()


def test_the_tutorial_is_what_one_sees(tmp_path):
    _, transcripts = replay(tmp_path)
    assert len(transcripts) > 8
    for _, written, now in transcripts:
        assert fixed(now) == fixed(written)
        # Keys have the shape of keys: none is shown.
        assert "T3BlbkFJ" not in now


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        text, transcripts = replay(name)
    for (start, end), written, now in reversed(transcripts):
        text = text[:start] + now + ("" if now.endswith("\n") else "\n") + text[end:]
    TUTORIAL.write_text(text)
