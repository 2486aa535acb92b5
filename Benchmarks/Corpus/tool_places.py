# SPDX-License-Identifier: Apache-2.0
"""Keys in the files of AI tools, and in the exports of password managers."""

import json

from near_misses import WORDS
from places import ENV, ENV_FILLERS, moment, settings, table, write_all
from styles import Style, about, fill, unique, write_style

TOOLS = [
    Style(
        "librechat_env",
        ["home/chat<n>/LibreChat/.env"],
        "# <text>",
        ENV[:1],
        [],
        ["HOST=localhost", "#===<word>===#", "", "DEBUG_LOGGING=true"],
        "# LibreChat Configuration\nPORT=3080",
    ),
    Style("gemini_cli", ["home/gemini<n>/.gemini/.env"], "# <text>", ENV, [], ENV_FILLERS),
    Style(
        "aider_config",
        ["home/aider<n>/.aider.conf.yml"],
        "# <text>",
        ["<kebab>: <value>", "  - <ENV>=<value>"],
        [],
        ["dark-mode: true", "# <word>", "", "map-tokens: 1<n>"],
        "## aider's configuration\nmodel: sonnet",
    ),
    Style(
        "codex_config",
        ["home/codex<n>/.codex/config.toml"],
        "# <text>",
        ['<ENV> = "<value>"', 'env = { "<ENV>" = "<value>" }', 'experimental_bearer_token = "<value>" # <title>'],
        ['http_headers = { "Authorization" = "<scheme><value>" } # https://<host>'],
        ["[mcp_servers.<word>]", 'command = "npx"', "", "startup_timeout_sec = <n>"],
        'model = "gpt-5-codex"',
    ),
]


def request(page, key):
    """What a person writes into a chat when handing over a key."""
    shown = "\n".join(f"{name}={value}" for name, value in key.parts)
    if key.secret:
        return page.rng.choice(
            [f"use these for bedrock:\n{shown}", f"my aws keys are\n{shown}\nput them into the config"]
        )
    return fill(
        page.rng.choice(
            [
                "here is my <title> key: <value> please add it to the app",
                "<ENV>=<value>\nnow run the tests",
                "<title>:\n<value>",
                "why does this fail?\ncurl https://<host>/v1/models -H 'Authorization: <scheme><value>'",
                "my <title> api key is <value>. don't share it",
                'set "<ENV>": "<value>" in .env',
            ]
        ),
        about(key) | {"ENV": key.provider.variable},
    )


def claude_transcript(page, keys):
    session, lines = page.near("uuid"), []
    for key in keys:
        user, answer, tool = page.near("uuid"), page.near("uuid"), page.near("anthropic_object")
        common = {
            "sessionId": session,
            "cwd": "/home/dev/app",
            "version": "1.0.60",
            "timestamp": "2025-08-01T10:00:00.000Z",
        }
        if page.rng.random() < 0.6:
            content = request(page, key)
        else:
            shown = "\n".join(f"     {n}→{name}={value}" for n, (name, value) in enumerate(key.parts, 1))
            content = [{"tool_use_id": tool, "type": "tool_result", "content": f"{shown}\n     9→PORT=3000"}]
        lines.append({"type": "user", "message": {"role": "user", "content": content}, "uuid": user} | common)
        lines.append(
            {
                "type": "assistant",
                "message": {
                    "id": tool,
                    "role": "assistant",
                    "content": [{"type": "text", "text": f"Done with the {page.rng.choice(WORDS)}."}],
                },
                "uuid": answer,
                "parentUuid": user,
            }
            | common
        )
        page.near("uuid", user)
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n"


def codex_session(page, keys):
    lines = [
        {"type": "session_meta", "payload": {"id": page.near("uuid"), "git": {"commit_hash": page.near("git_sha")}}}
    ]
    for key in keys:
        if page.rng.random() < 0.5:
            payload = {
                "type": "message",
                "role": "user",
                "content": [{"type": "input_text", "text": request(page, key)}],
            }
        else:
            shown = "".join(f"{name}={value}\n" for name, value in key.parts)
            output = json.dumps({"output": f"{shown}PORT=3000\n", "metadata": {"exit_code": 0}})
            payload = {"type": "function_call_output", "call_id": page.near("openai_object"), "output": output}
        lines.append({"timestamp": "2025-09-01T08:00:00.000Z", "type": "response_item", "payload": payload})
    return "\n".join(json.dumps(line) for line in lines) + "\n"


def claude_settings(page, keys):
    allowed = [f"Bash({name}={value} npm test:*)" for key in keys[1:3] for name, value in key.parts]
    environment = {}
    for key in keys[:1] + keys[3:]:
        environment |= {unique(environment, name): value for name, value in key.parts}
    return json.dumps({"env": environment, "permissions": {"allow": allowed}, "model": "opus"}, indent=2) + "\n"


def mcp(page, keys):
    servers = {
        f"{page.rng.choice(WORDS)}-{number}": {
            "command": "npx",
            "args": ["-y", f"@{page.rng.choice(WORDS)}/mcp-server"],
            "env": dict(key.parts),
        }
        for number, key in enumerate(keys)
    }
    return json.dumps({"mcpServers": servers}, indent=2) + "\n"


def vscode(page, keys):
    lines = ["{", "  // Place your settings in this file to overwrite the defaults", '  "editor.fontSize": 14,']
    for key in keys:
        for name, value in key.parts:
            lines.append(f'  "{key.provider.name}.{name.lower()}": "{value}",')
        lines.append(f'  "{page.rng.choice(WORDS)}.machineId": "{page.near("sha256")}",')
    return "\n".join([*lines, '  "files.eol": "\\n"', "}"]) + "\n"


def continue_config(page, keys):
    models = []
    for key in keys:
        record = {"title": f"{key.provider.title} chat", "provider": key.provider.name, "model": page.rng.choice(WORDS)}
        if key.secret:
            record |= {"accessKeyId": key.value, "secretAccessKey": key.secret}
        models.append(
            record | ({} if key.secret else {"apiKey": key.value, "apiBase": f"https://{key.provider.host}/v1"})
        )
    return json.dumps({"models": models, "allowAnonymousTelemetry": False}, indent=2) + "\n"


def aider_chat(page, keys):
    lines = [
        "",
        "# aider chat started at 2025-02-03 09:10:11",
        "",
        "> Aider v0.74.1",
        "> Git repo: .git with 41 files",
        "",
    ]
    for key in keys:
        lines += [f"#### {line}" for line in request(page, key).split("\n")]
        lines += [
            "",
            f"I changed `{page.rng.choice(WORDS)}.py`.",
            "",
            f"> Commit {page.near('crc')} feat: add the client",
            "",
        ]
    return "\n".join(lines) + "\n"


def open_webui(page, keys):
    """The configuration that Open WebUI exports, and a chat."""
    one = [key for key in keys if key.known and not key.secret and not key.ambiguous]
    connections = {
        "api_base_urls": [f"https://{key.provider.host}/v1" for key in one],
        "api_keys": [key.value for key in one],
    }
    # A connection's key is far from its URL, so the keys that need their provider's name stand in a chat.
    messages = [
        {"id": page.near("uuid"), "role": "user", "content": request(page, key), "timestamp": moment(page)}
        for key in keys
        if key not in one
    ]
    return (
        json.dumps({"version": 0, "openai": {"enable": True, **connections}, "chat": {"messages": messages}}, indent=2)
        + "\n"
    )


def titled(key):
    return f"{key.provider.title} API"


def onepassword(page, keys):
    rows = [["Title", "Url", "Username", "Password", "OTPAuth", "Favorite", "Archived", "Tags", "Notes"]]
    for key in keys:
        notes = key.secret or page.rng.choice(WORDS)
        rows.append(
            [
                titled(key),
                f"https://{key.provider.console}",
                "dev@example.com",
                key.value,
                "",
                "false",
                "false",
                "",
                notes,
            ]
        )
    return table(rows)


def bitwarden(page, keys):
    rows = [
        [
            "folder",
            "favorite",
            "type",
            "name",
            "notes",
            "fields",
            "reprompt",
            "login_uri",
            "login_username",
            "login_password",
            "login_totp",
        ]
    ]
    for key in keys:
        in_notes = page.rng.random() < 0.3 and not key.secret
        rows.append(
            [
                "AI",
                "",
                "note" if in_notes else "login",
                titled(key),
                f"key: {key.value}" if in_notes else "",
                f"secret: {key.secret}" if key.secret else "",
                "0",
                f"https://{key.provider.console}",
                "dev",
                "" if in_notes else key.value,
                "",
            ]
        )
    return table(rows)


def lastpass(page, keys):
    rows = [["url", "username", "password", "totp", "extra", "name", "grouping", "fav"]]
    for key in keys:
        rows.append(
            [
                f"https://{key.provider.console}",
                "dev@example.com",
                key.value,
                "",
                key.secret or "",
                titled(key),
                "AI",
                "0",
            ]
        )
    return table(rows)


def chrome(page, keys):
    rows = [["name", "url", "username", "password", "note"]]
    for key in keys:
        user, password = (key.value, key.secret) if key.secret else ("dev", key.value)
        rows.append([key.provider.console.split("/")[0], f"https://{key.provider.console}", user, password, ""])
    return table(rows)


def keepassxc(page, keys):
    rows = [["Group", "Title", "Username", "Password", "URL", "Notes", "TOTP", "Icon", "Last Modified", "Created"]]
    for key in keys:
        user, password = (key.value, key.secret) if key.secret else ("dev", key.value)
        rows.append(
            [
                "Root/AI",
                titled(key),
                user,
                password,
                f"https://{key.provider.console}",
                "",
                "",
                "0",
                "2024-05-06T07:08:09Z",
                "2024-05-06T07:08:09Z",
            ]
        )
    return table(rows)


WRITERS = [
    ("claude_transcript", "home/claude<n>/.claude/projects/-home-dev-app/session-<n>.jsonl", claude_transcript),
    ("claude_settings", "home/claude-set<n>/.claude/settings.json", claude_settings),
    ("codex_session", "home/codex-ses<n>/.codex/sessions/2025/09/01/rollout-<n>.jsonl", codex_session),
    ("cursor_mcp", "home/cursor<n>/.cursor/mcp.json", mcp),
    ("vscode_settings", "home/code<n>/.vscode/settings.json", vscode),
    ("continue_config", "home/continue<n>/.continue/config.json", continue_config),
    ("aider_chat", "home/aider-chat<n>/.aider.chat.history.md", aider_chat),
    ("open_webui", "home/webui<n>/config-export.json", open_webui),
    ("onepassword_csv", "exports/1password-<n>.csv", onepassword),
    ("bitwarden_csv", "exports/bitwarden_export_<n>.csv", bitwarden),
    ("lastpass_csv", "exports/lastpass_export_<n>.csv", lastpass),
    ("chrome_csv", "exports/Chrome Passwords <n>.csv", chrome),
    ("keepassxc_csv", "exports/keepassxc-<n>.csv", keepassxc),
]


def write_tool_places(corpus, count):
    for style in TOOLS:
        write_style(corpus, style, count)
    write_all(corpus, WRITERS, count)
