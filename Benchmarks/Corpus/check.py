# SPDX-License-Identifier: Apache-2.0
"""Reads every labelled key back from its file, as its format's own reader gives it."""

import base64
import collections
import hashlib
import json
import pathlib
import sqlite3
import subprocess

import docx
import openpyxl
import pypdf

ENCODINGS = {"utf16": "utf-16", "windows1252": "cp1252"}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def git_text(folder):
    listed = subprocess.run(
        ["git", "cat-file", "--batch", "--batch-all-objects"], cwd=folder, capture_output=True, check=True
    )
    return listed.stdout.decode("utf-8", "replace")


def xlsx_text(file):
    return "\n".join(
        str(cell) for sheet in openpyxl.load_workbook(file) for row in sheet.values for cell in row if cell
    )


def docx_text(file):
    document = docx.Document(file)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def pdf_text(file):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def sqlite_text(file):
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    rows = [
        *database.execute("SELECT CAST(value AS TEXT) FROM ItemTable"),
        *database.execute("SELECT content FROM message"),
    ]
    database.close()
    return "\n".join(row[0] for row in rows)


EXTRACTORS = {
    "xlsx": xlsx_text,
    "docx": docx_text,
    "pdf": pdf_text,
    "sqlite": sqlite_text,
    "git_history": git_text,
    "git_branch": git_text,
    "git_packed": git_text,
    "git_reflog": git_text,
}


def windows_of(text: str, lengths: set[int]) -> set[str]:
    return {
        digest(line[at : at + length])
        for line in text.split("\n")
        for length in lengths
        for at in range(len(line) - length + 1)
    }


def is_there(label: dict, lines: list[str], prefix: str) -> bool:
    line, column, length = (label[f"{prefix}{name}"] for name in ("line", "column", "length"))
    text = lines[line - 1][column - 1 : column - 1 + length]
    if label.get("encoding") == "base64":
        text = base64.b64decode(text).decode()
    return digest(text) == label[f"{prefix}sha256"]


def misses(file: pathlib.Path, labels: list[dict]) -> list[dict]:
    where = labels[0]["where"]
    if where in EXTRACTORS:
        lengths = {label[name] for label in labels for name in ("length", "pair_length") if name in label}
        found = windows_of(EXTRACTORS[where](file), lengths)
        return [label for label in labels if not {label["sha256"], label.get("pair_sha256", label["sha256"])} <= found]
    lines = file.read_bytes().decode(ENCODINGS.get(where, "utf-8")).split("\n")
    return [
        label
        for label in labels
        if not all(is_there(label, lines, prefix) for prefix in ("", "pair_") if f"{prefix}sha256" in label)
    ]


def check(folder: pathlib.Path):
    labels = json.loads((folder / "labels.json").read_text())["positives"]
    by_file = collections.defaultdict(list)
    for label in labels:
        by_file[label["file"]].append(label)
    lost = [label for file, of_file in by_file.items() for label in misses(folder / "files" / file, of_file)]
    for label in lost:
        print(f"lost: {label['file']} {label['provider']} {label['where']}")
    print(f"corpus_read_back: {len(labels) - len(lost)}")
    if lost:
        raise SystemExit(f"{len(lost)} keys cannot be read back")
