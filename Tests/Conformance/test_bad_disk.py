# SPDX-License-Identifier: Apache-2.0
"""What `coffer protect` and `coffer import` do where a disk is full or may not be written."""

import os
import shutil
import subprocess

import pytest

from conftest import COFFER
from test_protect import Mess
from test_command import Vault

# A file system of one's own, which ends with the processes in it.
OWN = ["unshare", "-rm"] if os.geteuid() else ["unshare", "-m"]


def has_own_mounts():
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*OWN, "mount", "-t", "tmpfs", "x", "/mnt"], capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not has_own_mounts(), reason="needs mounts of one's own")


def on_disk(mess, vault, options, script):
    """Runs a script in a file system with the mess's files in $FOLDER; what it printed."""
    done = subprocess.run(
        [*OWN, "sh", "-ec", f'mount -t tmpfs -o {options} x "$FOLDER/bot"; cp "$FOLDER"/copy/* "$FOLDER"/copy/.env "$FOLDER/bot"; {script}'],
        env={**os.environ, "COFFER_HOME": str(vault.home), "FOLDER": str(mess.folder), "COFFER": str(COFFER)},
        capture_output=True, text=True, timeout=120)
    assert not any(key in done.stderr for key in mess.keys)
    return done


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / "vault")
    assert vault.run("init", "--seal", "key-file").returncode == 0
    return vault


@pytest.fixture
def mess(tmp_path):
    mess = Mess(tmp_path / "mess")
    shutil.copytree(mess.folder / "bot", mess.folder / "copy")
    return mess


def test_a_full_disk_leaves_the_old_file_whole(mess, vault):
    """In the middle of the rewrite: there is room for its name and for nothing else."""
    done = on_disk(mess, vault, "size=16k", (
        'cat /dev/zero > "$FOLDER/bot/fill" 2> /dev/null || true; '
        '"$COFFER" protect "$FOLDER/bot" --yes || echo "code $?"; cat "$FOLDER/bot/.env"; ls -A "$FOLDER/bot"'))
    assert "code 7" in done.stdout and "no space is left" in done.stderr.lower(), done
    assert done.stdout.endswith(mess.files["bot/.env"] + ".env\nbot.py\nfill\n")
    assert "hint:" in done.stderr


def test_a_read_only_file_system_is_said_and_the_keys_are_stored(mess, vault):
    done = on_disk(mess, vault, "size=64k", (
        'mount -o remount,ro "$FOLDER/bot"; "$COFFER" protect "$FOLDER/bot" --yes --code || echo "code $?"; cat "$FOLDER/bot/.env"'))
    assert "code 1" in done.stdout and "read-only" in done.stdout.lower(), done
    assert done.stdout.endswith(mess.files["bot/.env"])
    assert "openai/bot" in vault.run("list", "--quiet").stdout
    imported = on_disk(mess, vault, "size=64k", (
        'mount -o remount,ro "$FOLDER/bot"; "$COFFER" import --rewrite --yes "$FOLDER/bot/.env" || echo "code $?"'))
    assert "code 7" in imported.stdout and "read-only" in imported.stderr.lower(), imported
