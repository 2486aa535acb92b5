# SPDX-License-Identifier: Apache-2.0
"""`coffer scan` on what people keep keys in besides text."""

import io
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import tarfile
import zipfile

import pytest

from conftest import COFFER

# Invented, and put together so that no scanner takes this file for a leak.
GROQ = "gsk" + "_NotARealKey0OnlyForTestsWGdyb3FYOfCoffer7zQ4mW9xK2vB"


def scan(path, *arguments, home):
    done = subprocess.run(
        [str(COFFER), "scan", str(path), "--format", "json", *arguments],
        env={"PATH": os.environ["PATH"], "HOME": str(home), "COFFER_HOME": str(home / "none")},
        capture_output=True, text=True, timeout=120)
    assert GROQ not in done.stdout + done.stderr
    return done, json.loads(done.stdout) if done.stdout else None


def places(report):
    return sorted({finding["part"] or "" for finding in report["findings"]} | {
        place.partition(" (")[2].rstrip(")") for finding in report["findings"] for place in finding["also_at"]})


def workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", '<workbook><sheets><sheet name="Keys" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", '<x><Relationship Id="r1" Target="worksheets/a.xml"/></x>')
        book.writestr("xl/sharedStrings.xml", f"<sst><si><t>{GROQ}</t></si></sst>")
        book.writestr("xl/worksheets/a.xml", '<w><row r="3"><c r="B3" t="s"><v>0</v></c></row></w>')
    return out.getvalue()


def letter():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        half = len(GROQ) // 2
        file.writestr("word/document.xml", (
            f"<w:p><w:r><w:t>Dear all,</w:t></w:r></w:p><w:p><w:r><w:t>{GROQ[:half]}</w:t></w:r>"
            f"<w:r><w:t>{GROQ[half:]}</w:t></w:r></w:p>"))
    return out.getvalue()


@pytest.fixture
def documents(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "book.xlsx").write_bytes(workbook())
    (folder / "letter.docx").write_bytes(letter())
    with sqlite3.connect(folder / "app.db") as database:
        database.execute("CREATE TABLE settings (name TEXT, value TEXT)")
        database.execute("INSERT INTO settings VALUES ('key', ?)", [GROQ])
    database.close()
    with tarfile.open(folder / "all.tar.gz", "w:gz") as archive:
        archive.add(folder / "book.xlsx", "work/book.xlsx")
    with zipfile.ZipFile(folder / "old.zip", "w") as archive:
        archive.writestr("a/.env", f"X=1\nGROQ_API_KEY={GROQ}\n")
    return folder


def test_a_key_is_found_in_cells_paragraphs_rows_and_archives(documents, tmp_path):
    done, report = scan(documents, home=tmp_path)
    assert done.returncode == 1 and len(report["findings"]) == 1
    assert places(report) == [
        "Keys!B3", "a/.env:2", "document, line 2", "settings.value, row 1", "work/book.xlsx/Keys!B3"]
    assert report["statistics"]["documents"] == 5 and report["warnings"] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")
def test_a_pdf_names_the_page(tmp_path):
    text = f"BT /F 9 Tf 10 90 Td (GROQ_API_KEY={GROQ}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(text)}>>stream\n{text}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    body += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    (tmp_path / "invoice.pdf").write_text(body)
    _, report = scan(tmp_path / "invoice.pdf", home=tmp_path)
    assert places(report) == ["page 1, line 1"]
    # One that lies about its lengths gets a line, and costs nothing else.
    (tmp_path / "lies.pdf").write_text(body[:300].replace(f"Length {len(text)}", "Length 999999999"))
    done, report = scan(tmp_path, home=tmp_path)
    assert places(report) == ["page 1, line 1"]
    assert [warning["path"] for warning in report["warnings"]] == [str(tmp_path / "lies.pdf")]


def test_what_is_damaged_gets_a_line_and_the_rest_is_scanned(documents, tmp_path):
    for name in ("book.xlsx", "app.db", "all.tar.gz", "old.zip"):
        whole = (documents / name).read_bytes()
        (documents / name).write_bytes(whole[:len(whole) * 2 // 3])
    done, report = scan(documents, home=tmp_path)
    assert done.returncode == 1 and "document, line 2" in places(report)
    # What stands before the damage is found all the same.
    assert "a/.env:2" in places(report)
    assert str(documents / "all.tar.gz") in {warning["path"] for warning in report["warnings"]}
    assert all("read only in part" in warning["reason"] for warning in report["warnings"])


def test_a_bomb_ends_early_and_takes_little_memory(tmp_path):
    block = b"a" * (1 << 20)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(60):
            archive.writestr(f"{number}.txt", block)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.zip", inner.getvalue())
    (tmp_path / ".env").write_text(f"GROQ_API_KEY={GROQ}\n")
    done, report = scan(tmp_path, home=tmp_path)
    assert done.returncode == 1 and len(report["findings"]) == 1
    assert ["unpacks to more than" in warning["reason"] for warning in report["warnings"]] == [True]
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 200 * 1024
