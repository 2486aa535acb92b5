# SPDX-License-Identifier: Apache-2.0
"""Repositories whose history holds keys that no checked-out file holds any more."""

import os
import pathlib
import subprocess

from keys import Key
from places import CONFIGURATION, json_file
from code_places import CODE
from styles import body

STYLES = {style.where: style for style in CONFIGURATION + CODE}
# Old reflog entries stay: gc would drop what is unreachable and past its date. One thread packs the same way each time.
SETTINGS = {
    "user.name": "Dev",
    "user.email": "dev@example.com",
    "gc.auto": "0",
    "gc.reflogExpire": "never",
    "gc.reflogExpireUnreachable": "never",
    "gc.pruneExpire": "never",
    "gc.cruftPacks": "false",
    "pack.threads": "1",
    "core.autocrlf": "false",
    "commit.gpgsign": "false",
}


class Repository:
    def __init__(self, folder: pathlib.Path):
        self.folder, self.time = folder, 1700000000
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "--template=", "--initial-branch=main")
        for name, value in SETTINGS.items():
            self.git("config", name, value)

    def git(self, *arguments) -> str:
        moment = f"{self.time} +0000"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = kept | {
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "LC_ALL": "C",
            "TZ": "UTC",
        }
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=env, check=True, capture_output=True, text=True
        ).stdout

    def commit(self, message: str, files: dict[str, str]):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.time += 3600
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def settle(self):
        """Fills the index without the files' times and inode numbers, which differ from run to run."""
        (self.folder / ".git/index").unlink()
        self.git("read-tree", "HEAD")


def file_of_keys(page, keys: list[Key]) -> tuple[str, str]:
    where, name = page.rng.choice(
        [
            ("env", ".env"),
            ("python", "app/settings.py"),
            ("yaml", "config/app.yaml"),
            ("typescript", "src/env.ts"),
            ("json", "config/keys.json"),
        ]
    )
    return name, json_file(page, keys) if where == "json" else body(page, STYLES[where], keys)


def leak(repository, page, keys, message="Add configuration"):
    """Commits keys and then takes them out again."""
    name, text = file_of_keys(page, keys)
    repository.commit(message, {name: text})
    commit = repository.git("rev-parse", "HEAD").strip()
    for key in keys:
        page.at(key, f"{commit}:{name}")
    repository.commit("Read the keys from the environment", {name: "# moved to the environment\n"})


def started(corpus, path: str, where: str):
    page = corpus.page(path, where, binary=True)
    repository = Repository(corpus.files / path)
    repository.commit("Start", {"README.md": f"# {path}\n", "src/main.c": "int main(void) { return 0; }\n"})
    return page, repository


def leaks(repository, page, count):
    while len(page.keys) < count:
        leak(repository, page, page.some_keys(3, 6))


def removed(corpus, count):
    page, repository = started(corpus, "git/removed", "git_history")
    leaks(repository, page, count)
    return page, repository


def branches(corpus, count):
    page, repository = started(corpus, "git/branches", "git_branch")
    for number in range(1, 5):
        repository.git("checkout", "--quiet", "-b", f"feature/part-{number}", "main")
        leaks(repository, page, count * number // 4)
    repository.git("checkout", "--quiet", "main")
    return page, repository


def packed(corpus, count):
    page, repository = started(corpus, "git/packed", "git_packed")
    leaks(repository, page, count)
    repository.git("gc", "--quiet")
    repository.commit("After packing", {"NEWS": "packed\n"})
    return page, repository


def reflog(corpus, count):
    page, repository = started(corpus, "git/reflog", "git_reflog")
    repository.git("checkout", "--quiet", "-b", "trial")
    leaks(repository, page, count)
    repository.git("checkout", "--quiet", "main")
    repository.git("branch", "--quiet", "-D", "trial")
    return page, repository


def write_git_history(corpus, count):
    for make in removed, branches, packed, reflog:
        page, repository = make(corpus, count)
        repository.settle()
        page.label_binary()
