# SPDX-License-Identifier: Apache-2.0
"""Keys in configuration, data, shell histories, logs and texts."""

import base64
import csv
import io
import json

from near_misses import KINDS, WORDS
from styles import Style, about, fill, key_lines, spellings, unique, write_style

ENV = ["<ENV>=<value>", '<ENV>="<value>"', "<ENV>='<value>'", "export <ENV>=<value>"]
ENV_FILLERS = ["PORT=80<n>", "LOG_LEVEL=info", "", "# <word>", "BUILD_ID=<near:git_sha>"]
SHELL_FILLERS = ["alias <word>='ls -<word>'", "# <word>", "", "export EDITOR=vim", "umask 022"]
EXPORT = ["export <ENV>=<value>", 'export <ENV>="<value>"', "export <ENV>='<value>'"]
NOTES = ["<title>: <value>", "<ENV>=<value>", "<title> key <value>"]
NOTE_FILLERS = ["buy milk", "<word>, <word>", "", "call the <word> team at 1<n>"]

CONFIGURATION = [
    Style(
        "env",
        [
            "apps/<word>-<n>/.env.local",
            "apps/<word>-<n>/.env.production",
            "apps/<word>-<n>/.env.staging",
            "services/<word>-<n>/.env",
            "services/<word>-<n>/app.env",
        ],
        "# <text>",
        ENV,
        [],
        ENV_FILLERS,
    ),
    Style(
        "yaml",
        ["config/<word>-<n>.yaml", "config/<word>-<n>.yml"],
        "# <text>",
        ["<snake>: <value>", '<camel>: "<value>"', "<ENV>: '<value>'"],
        ["<word>_endpoint: {url: https://<host>/v1, token: <value>}"],
        ["<word>_count: <n>", "# <word>", "", "id: <near:uuid>"],
    ),
    Style(
        "toml",
        ["config/<word>-<n>.toml"],
        "# <text>",
        ['<snake> = "<value>"', "<ENV> = '<value>'", '<kebab> = "<value>"'],
        ['endpoint = { url = "https://<host>", key = "<value>" }'],
        ["<word> = <n>", "[<word>.<word>]", "", 'name = "<word>"'],
    ),
    Style(
        "ini",
        ["config/<word>-<n>.ini", "config/<word>-<n>.cfg", "config/<word>-<n>.properties"],
        "; <text>",
        ["<snake> = <value>", "<ENV>=<value>", "<kebab>: <value>"],
        [],
        ["[<word><n>]", "debug = false", "", "size=<n>"],
    ),
    Style(
        "docker_compose",
        ["stacks/<word>-<n>/docker-compose.yml", "stacks/<word>-<n>/compose.override.yaml"],
        "      # <text>",
        ["      - <ENV>=<value>", "      <ENV>: <value>", '      <ENV>: "<value>"', '      - "<ENV>=<value>"'],
        [],
        ["      LOG_LEVEL: debug", "      - PORT=8<n>", "      # <word>"],
        "services:\n  api:\n    image: app:1\n    environment:",
    ),
    Style(
        "kubernetes",
        ["k8s/<word>-<n>/secret.yaml", "k8s/<word>-<n>/deployment.yaml"],
        "  # <text>",
        ["  <ENV>: <value>", '  <kebab>: "<value>"', '        - name: <ENV>\n          value: "<value>"'],
        [],
        ["  replicas: '<n>'", "  # <word>", "  checksum: <near:sha256>"],
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\nstringData:",
    ),
    Style("bashrc", ["home/bash<n>/.bashrc"], "# <text>", EXPORT, [], SHELL_FILLERS, "# ~/.bashrc"),
    Style("zshrc", ["home/zsh<n>/.zshrc"], "# <text>", EXPORT, [], SHELL_FILLERS, 'export ZSH="$HOME/.oh-my-zsh"'),
    Style("profile", ["home/login<n>/.profile", "home/login<n>/.bash_profile"], "# <text>", EXPORT, [], SHELL_FILLERS),
    Style(
        "config_fish",
        ["home/fish<n>/.config/fish/config.fish"],
        "# <text>",
        ["set -gx <ENV> <value>", 'set -x <ENV> "<value>"', "set -Ux <ENV> '<value>'"],
        [],
        ["alias <word> 'ls'", "", "# <word>"],
    ),
    Style(
        "markdown",
        ["docs/<word>-<n>.md", "docs/NOTES-<n>.md"],
        "## <text>",
        ["    export <ENV>=<value>", "- <ENV>: `<value>`", "| <ENV> | <value> |", "Set `<ENV>` to `<value>`."],
        ['    curl https://<host>/v1/models -H "Authorization: <scheme><value>"'],
        ["The <word> needs the <word>.", "", "- [ ] <word>", "Commit <near:git_sha> broke it."],
    ),
    Style(
        "crlf",
        ["windows/<word>-<n>/settings.ini", "windows/<word>-<n>/.env"],
        "# <text>",
        ["<ENV>=<value>", "<snake> = <value>"],
        [],
        ["size=<n>", "", "# <word>"],
        newline="\r\n",
    ),
    Style(
        "utf16",
        ["windows/<word>-<n>/notes.txt", "windows/<word>-<n>/export.reg.txt"],
        "<text>:",
        NOTES,
        [],
        NOTE_FILLERS,
        encoding="utf-16",
        newline="\r\n",
    ),
    Style(
        "windows1252",
        ["windows/<word>-<n>/zugänge.txt", "windows/<word>-<n>/clés.txt"],
        "<text> – Schlüssel:",
        NOTES,
        [],
        ["Grüße an <word>", "", "Prix : <n> €", "“<word>”"],
        "Zugänge für das Büro",
        encoding="cp1252",
        newline="\r\n",
    ),
]


def stamp(page):
    return f"2024-03-{page.rng.randrange(10, 30)} 10:{page.rng.randrange(10, 60)}:{page.rng.randrange(10, 60)}"


def log_lines(page, key):
    shown = " ".join(f"{name}={value}" for name, value in key.parts)
    templates = [f"DEBUG env: {shown}", f"ERROR {key.provider.title}: 401 invalid key, sent {shown}"]
    if not key.secret:
        templates.append(
            fill("WARN GET https://<host>/v1/models headers={'Authorization': '<scheme><value>'}", about(key))
        )
        templates.append(fill('{"level":"error","host":"<host>","api_key":"<value>"}', about(key)))
    lines = [page.rng.choice(templates)]
    lines += [
        f"INFO request {page.near('uuid')} took {page.rng.randrange(900)} ms",
        "INFO listening",
        f"INFO deployed {page.near('git_sha')}",
    ]
    return [f"{stamp(page)} {line}" for line in lines]


def log(page, keys):
    return "\n".join(line for key in keys for line in log_lines(page, key)) + "\n"


def command(page, key):
    """One shell command with a key in it."""
    name, value = key.parts[-1]
    if key.secret:
        pair = [f"{name}={value}" for name, value in key.parts]
        return page.rng.choice([[" ".join(pair) + " aws s3 ls"], [f"export {text}" for text in pair]])
    values = about(key) | {"ENV": name}
    return [
        fill(
            page.rng.choice(
                [
                    "export <ENV>=<value>",
                    '<ENV>="<value>" python app.py',
                    'curl https://<host>/v1/models -H "Authorization: <scheme><value>"',
                    "docker run -e <ENV>=<value> app:latest",
                    "echo '<ENV>=<value>' >> .env",
                    "gh secret set <ENV> --body <value>",
                ]
            ),
            values,
        )
    ]


def history(page, keys, entry):
    lines = []
    for key in keys:
        lines += [entry(page, text) for text in command(page, key)]
        lines += [
            entry(page, text)
            for text in ["git status", f"git show {page.near('git_sha')}", page.rng.choice(["make", "ls"])]
        ]
    return "\n".join(lines) + "\n"


def moment(page):
    return 1700000000 + page.rng.randrange(10**7)


def bash_history(page, keys):
    dated = page.rng.random() < 0.5
    return history(page, keys, lambda page, text: f"#{moment(page)}\n{text}" if dated else text)


def zsh_history(page, keys):
    return history(page, keys, lambda page, text: f": {moment(page)}:0;{text}")


def fish_history(page, keys):
    return history(page, keys, lambda page, text: f"- cmd: {text}\n  when: {moment(page)}")


def settings(page, keys):
    """A JSON object: by variable name, or as a provider's record whose key member is called apiKey."""
    entries = {}
    for key in keys:
        style = page.rng.choice(["ENV", "snake", "camel"])
        if key.secret or page.rng.random() < 0.6:
            entries |= {unique(entries, spellings(name)[style]): value for name, value in key.parts}
        else:
            entries[f"{page.rng.choice(WORDS)}{len(entries)}"] = {
                "provider": key.provider.title,
                "url": f"https://{key.provider.host}/v1",
                "apiKey": key.value,
            }
        entries[f"{page.rng.choice(WORDS)}Id{len(entries)}"] = page.near("uuid")
    return entries


def json_file(page, keys):
    return json.dumps(settings(page, keys), indent=page.rng.choice([2, 4, None])) + "\n"


def notebook(page, keys):
    style = Style(
        "notebook",
        [],
        "# <text>",
        ['<ENV> = "<value>"', "%env <ENV>=<value>", "os.environ['<ENV>'] = '<value>'"],
        ['client = Client(base_url="https://<host>/v1", api_key="<value>")'],
        ["import <word>", "<word> = <n>", ""],
    )
    cells = []
    for key in keys:
        lines = key_lines(page, style, key)
        source = [line + "\n" for line in lines[:-1]] + lines[-1:]
        cells.append(
            {
                "cell_type": "code",
                "execution_count": len(cells),
                "id": page.near("crc"),
                "metadata": {},
                "outputs": [],
                "source": source,
            }
        )
        image = page.near("base64_image", KINDS["base64_image"](page.rng).partition(",")[2])
        cells.append(
            {
                "cell_type": "code",
                "execution_count": len(cells),
                "id": page.near("crc"),
                "metadata": {},
                "outputs": [{"output_type": "display_data", "data": {"image/png": image}, "metadata": {}}],
                "source": ["plot()"],
            }
        )
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1) + "\n"


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def csv_file(page, keys):
    """By rows with a provider column, or by columns with the variables' names above."""
    if page.rng.random() < 0.3:
        names, values = zip(*[part for key in keys for part in key.parts])
        return table([["id", *names], [page.near("uuid"), *values]])
    rows = [["id", "service", "owner", "key", "secret"]]
    for key in keys:
        rows.append([page.near("uuid"), key.provider.title, page.rng.choice(WORDS), key.value, key.secret or ""])
    return table(rows)


def kubernetes_base64(page, keys):
    lines = [
        "apiVersion: v1",
        "kind: Secret",
        "metadata:",
        "  name: keys",
        f"  uid: {page.near('uuid')}",
        "type: Opaque",
        "data:",
    ]
    for key in keys:
        for name, value in key.parts:
            encoded = page.written_as(value, base64.b64encode(value.encode()).decode(), "base64")
            lines.append(f"  {name}: {encoded}")
        # A certificate beside it is base64 too.
        lines.append(f"  {page.rng.choice(WORDS)}-ca.crt: {page.near('pem_line')}")
    return "\n".join(lines) + "\n"


WRITERS = [
    ("logs", "logs/<word>-<n>.log", log),
    ("bash_history", "home/bash-user<n>/.bash_history", bash_history),
    ("zsh_history", "home/zsh-user<n>/.zsh_history", zsh_history),
    ("fish_history", "home/fish-user<n>/.local/share/fish/fish_history", fish_history),
    ("json", "config/<word>-<n>.json", json_file),
    ("notebook", "notebooks/<word>-<n>.ipynb", notebook),
    ("csv", "data/<word>-<n>.csv", csv_file),
    ("kubernetes_base64", "k8s/<word>-<n>/sealed.yaml", kubernetes_base64),
]


def write_all(corpus, writers, count):
    """Each writer takes a page and its keys, and returns the file's text."""
    for where, path, writer in writers:
        number = 0
        while corpus.drawn.get(where, 0) < count:
            number += 1
            page = corpus.page(path.replace("<n>", str(number)).replace("<word>", corpus.rng.choice(WORDS)), where)
            page.write(writer(page, page.some_keys(3, 6)))


def write_places(corpus, count):
    for style in CONFIGURATION:
        write_style(corpus, style, count)
    write_all(corpus, WRITERS, count)
