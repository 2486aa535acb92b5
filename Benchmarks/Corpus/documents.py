# SPDX-License-Identifier: Apache-2.0
"""Keys in XLSX, DOCX, PDF and SQLite files, whose bytes do not depend on when they are written."""

import datetime
import pathlib
import re
import sqlite3
import zipfile

import docx
import openpyxl
from openpyxl.utils import get_column_letter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen import canvas

from near_misses import WORDS
from places import json_file
from styles import spellings
from tool_places import request, titled

MOMENT = datetime.datetime(2024, 1, 1)


def freeze(file: pathlib.Path):
    """Writes a zip again with fixed times, and without the time of saving in its properties."""
    with zipfile.ZipFile(file) as zipped:
        members = [(name, zipped.read(name)) for name in sorted(zipped.namelist())]
    # The content types come first, as Office writes them.
    members.sort(key=lambda member: member[0] != "[Content_Types].xml")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members:
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", data)
            zipped.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def xlsx(page, keys, file):
    book = openpyxl.Workbook()
    by_rows, by_columns = book.active, book.create_sheet("Environment")
    by_rows.title = "Accounts"
    by_rows.append(["Provider", "Owner", "API key", "Secret", "Ticket"])
    column = 0
    for key in keys:
        if page.rng.random() < 0.6:
            by_rows.append([key.provider.title, page.rng.choice(WORDS), key.value, key.secret or "", page.near("uuid")])
            page.at(key, f"Accounts!C{by_rows.max_row}")
            continue
        for name, value in key.parts:
            column += 1
            by_columns.cell(1, column, name)
            by_columns.cell(2, column, value)
        page.at(key, f"Environment!{get_column_letter(column)}2")
    book.save(file)
    freeze(file)


def paragraph(page, document, key):
    """A sentence whose words are in runs of several looks, the key in one or two of them."""
    text = document.add_paragraph()
    for line in request(page, key).split("\n"):
        before, found, after = line.partition(key.value)
        text.add_run(before)
        if not found:
            continue
        cut = len(found) // 2 if page.rng.random() < 0.3 else len(found)
        text.add_run(found[:cut]).bold = True
        text.add_run(found[cut:])
        text.add_run(after)
        text.add_run().add_break()


def word(page, keys, file):
    document = docx.Document()
    document.add_heading("Onboarding", 1)
    table = document.add_table(rows=1, cols=3)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text, table.rows[0].cells[2].text = "Service", "Key", "Build"
    for key in keys:
        if page.rng.random() < 0.5:
            for name, value in key.parts:
                cells = table.add_row().cells
                cells[0].text, cells[1].text, cells[2].text = (
                    f"{key.provider.title} {name}",
                    value,
                    page.near("git_sha"),
                )
            page.at(key, "table")
        else:
            paragraph(page, document, key)
            page.at(key, "paragraph")
    document.save(file)
    freeze(file)


def pdf(page, keys, file):
    width, height = landscape(A4)
    paper = canvas.Canvas(str(file), pagesize=(width, height), invariant=1)
    for number, key in enumerate(keys, 1):
        paper.setFont("Helvetica", 12)
        paper.drawString(40, height - 60, titled(key))
        # Small enough for the longest key to stand on one line.
        paper.setFont("Courier", 6.5)
        lines = [f"{name} = {value}" for name, value in key.parts] + [
            f"request {page.near('uuid')}",
            f"sha256 {page.near('sha256')}",
        ]
        for row, line in enumerate(lines):
            paper.drawString(40, height - 90 - 14 * row, line)
        page.at(key, f"page {number}")
        paper.showPage()
    paper.save()


def sqlite(page, keys, file):
    database = sqlite3.connect(file)
    database.execute("CREATE TABLE ItemTable (key TEXT UNIQUE, value BLOB)")
    database.execute("CREATE TABLE message (id TEXT PRIMARY KEY, role TEXT, content TEXT)")
    for number, key in enumerate(keys):
        kind = page.rng.random()
        if kind < 0.4:
            for name, value in key.parts:
                database.execute("INSERT INTO ItemTable VALUES (?, ?)", (f"{spellings(name)['camel']}/{number}", value))
            page.at(key, "ItemTable")
        elif kind < 0.6:
            database.execute(
                "INSERT INTO ItemTable VALUES (?, ?)", (f"config/{number}", json_file(page, [key]).encode())
            )
            page.at(key, "ItemTable")
        else:
            database.execute("INSERT INTO message VALUES (?, 'user', ?)", (page.near("uuid"), request(page, key)))
            page.at(key, "message")
    database.commit()
    database.close()


DOCUMENTS = [
    ("xlsx", "documents/<word>-<n>.xlsx", xlsx),
    ("docx", "documents/<word>-<n>.docx", word),
    ("pdf", "documents/<word>-<n>.pdf", pdf),
    ("sqlite", "home/state<n>/globalStorage/state.vscdb", sqlite),
]


def write_documents(corpus, count):
    for where, path, writer in DOCUMENTS:
        number = 0
        while corpus.drawn.get(where, 0) < count:
            number += 1
            page = corpus.page(
                path.replace("<n>", str(number)).replace("<word>", corpus.rng.choice(WORDS)), where, binary=True
            )
            writer(page, page.some_keys(3, 6), page.file())
            page.label_binary()
