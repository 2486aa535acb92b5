# SPDX-License-Identifier: Apache-2.0
"""`coffer scan` on what people keep keys in besides text."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
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
    # A process begins with the peak of the one that started it: so a small one does.
    measure = (
        "import os, sys; child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ); _, status, used = os.wait4(child, 0); "
        "print(used.ru_maxrss, file=sys.stderr); sys.exit(os.waitstatus_to_exitcode(status))")
    with open(tmp_path / "report.json", "w") as out:
        process = subprocess.run(
            [sys.executable, "-S", "-c", measure, str(COFFER), "scan", str(tmp_path / "bomb.zip"), str(tmp_path / ".env"),
             "--format", "json"],
            stdout=out, stderr=subprocess.PIPE, text=True,
            env={"PATH": os.environ["PATH"], "COFFER_HOME": str(tmp_path / "none")})
    # Of the scan and of the process that takes the archive apart, the larger.
    peak = int(process.stderr.split()[-1])
    report = json.loads((tmp_path / "report.json").read_text())
    assert process.returncode == 1 and len(report["findings"]) == 1
    assert ["unpacks to more than" in warning["reason"] for warning in report["warnings"]] == [True]
    assert peak < 200 * 1024


def git(folder, *arguments, when="2025-01-02T03:04:05+01:00"):
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=Somebody", "-c", "user.email=nobody@example.invalid", *arguments],
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
        check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "app.py").write_text(f"# a bot\nkey = '{GROQ}'\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    (folder / "app.py").write_text("# a bot\nkey = os.environ['KEY']\n")
    git(folder, "commit", "-qam", "second", when="2025-02-02T00:00:00Z")
    return folder


def test_history_names_the_commit_that_brought_a_key(repository, tmp_path):
    done, report = scan(repository, home=tmp_path)
    (finding,) = report["findings"]
    assert finding["in_history"] and finding["committed_at"].startswith("2025-01-02T03:04:05")
    assert (finding["path"], finding["line"]) == (str(repository / "app.py"), 2)
    first = subprocess.run(["git", "-C", repository, "rev-list", "--max-parents=0", "HEAD"], capture_output=True, text=True)
    assert finding["commit"] == first.stdout.strip()
    done, report = scan(repository, "--no-history", home=tmp_path)
    assert done.returncode == 0 and report["findings"] == []


@pytest.mark.parametrize("hidden", ["packed", "branch", "deleted-branch", "tag", "stash", "index", "document"])
def test_history_looks_into_every_corner(repository, tmp_path, hidden):
    # A history without the key, beside one that has it.
    git(repository, "checkout", "-q", "--orphan", "clean")
    git(repository, "commit", "-qm", "clean")
    git(repository, "branch", "-qD", "main")
    shutil.rmtree(repository / ".git/logs")
    git(repository, "gc", "-q", "--prune=now")
    assert scan(repository, home=tmp_path)[1]["findings"] == []
    (repository / "leak.txt").write_text(f"GROQ={GROQ}\n")
    if hidden == "document":
        (repository / "leak.txt").unlink()
        (repository / "leak.xlsx").write_bytes(workbook())
    git(repository, "add", ".")
    if hidden == "stash":
        git(repository, "stash", "-q")
    elif hidden == "index":
        (repository / "leak.txt").unlink()
    else:
        git(repository, "checkout", "-qb", "side")
        git(repository, "commit", "-qm", "leak")
        if hidden == "tag":
            git(repository, "tag", "v1")
        git(repository, "checkout", "-q", "clean")
        if hidden in ("deleted-branch", "tag"):
            git(repository, "branch", "-qD", "side")
        if hidden == "packed":
            git(repository, "gc", "-q")
    done, report = scan(repository, home=tmp_path)
    (finding,) = report["findings"]
    assert finding["in_history"]
    assert (finding["commit"] == "") == (hidden == "index")
    assert finding["part"] == ("Keys!B3" if hidden == "document" else None)


def test_a_broken_repository_gets_a_line(repository, tmp_path):
    for pack in (repository / ".git/objects").glob("??/*"):
        pack.chmod(0o600)
        pack.write_bytes(pack.read_bytes()[:10])
    (repository / ".env").write_text(f"GROQ_API_KEY={GROQ}\n")
    done, report = scan(repository, home=tmp_path)
    assert done.returncode == 1 and len(report["findings"]) == 1
    assert [warning["path"] for warning in report["warnings"]] == [str(repository)]


def test_a_strangers_repository_runs_nothing(repository, tmp_path):
    trap = tmp_path / "trap"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o700)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "gpg.program", "log.showSignature"):
        git(repository, "config", name, str(script) if name != "log.showSignature" else "true")
    (repository / ".gitattributes").write_text("* diff=x\n")
    git(repository, "config", "diff.x.textconv", str(script))
    done, report = scan(repository, home=tmp_path)
    assert len(report["findings"]) == 1 and not trap.exists()


def coffer(*arguments, home, folder):
    return subprocess.run(
        [str(COFFER), *arguments], cwd=folder, capture_output=True, text=True, timeout=60,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "COFFER_HOME": str(home / "none")})


def commit(folder, home):
    return subprocess.run(
        ["git", "-c", "user.name=Somebody", "-c", "user.email=nobody@example.invalid", "commit", "-qm", "change"],
        cwd=folder, capture_output=True, text=True,
        env={"PATH": f"{COFFER.parent}:{os.environ['PATH']}", "HOME": str(home), "COFFER_HOME": str(home / "none")})


def test_the_hook_stops_a_commit_with_a_key_and_only_that(repository, tmp_path):
    installed = coffer("hook", "install", home=tmp_path, folder=repository)
    assert installed.returncode == 0 and "hook remove" in installed.stdout
    (repository / "fine.py").write_text("print('hello')\n")
    git(repository, "add", ".")
    assert commit(repository, tmp_path).returncode == 0
    # What counts is the version that would be committed, not the file.
    (repository / "with blank.py").write_text(f"key = '{GROQ}'\n")
    git(repository, "add", ".")
    (repository / "with blank.py").write_text("key = None\n")
    stopped = commit(repository, tmp_path)
    assert stopped.returncode == 1 and "with blank.py:1" in stopped.stdout + stopped.stderr
    assert "Not committed" in stopped.stderr and GROQ not in stopped.stdout + stopped.stderr
    git(repository, "add", ".")
    assert commit(repository, tmp_path).returncode == 0
    assert coffer("hook", "remove", home=tmp_path, folder=repository).returncode == 0
    # Another program's hook is left alone.
    hook = repository / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\n")
    refused = coffer("hook", "install", home=tmp_path, folder=repository)
    assert refused.returncode == 7 and "coffer scan --staged" in refused.stderr and hook.read_text() == "#!/bin/sh\n"
    assert coffer("hook", "remove", home=tmp_path, folder=repository).returncode == 7
    assert "no git repository" in coffer("hook", "install", home=tmp_path, folder=tmp_path).stderr


def test_a_baseline_leaves_out_what_is_known(repository, tmp_path):
    known = tmp_path / "known.json"
    written = coffer("scan", str(repository), "--write-baseline", str(known), home=tmp_path, folder=tmp_path)
    assert written.returncode == 0 and "1 finding" in written.stdout and GROQ not in known.read_text()
    done, report = scan(repository, "--baseline", str(known), home=tmp_path)
    assert done.returncode == 0 and report["findings"] == [] and "1 known" in done.stderr
    (repository / "new.txt").write_text(f"first {GROQ}\nHF_TOKEN=hf" + "_EXAMPLE0000NotARealKeyOnlyForTests\n")
    done, report = scan(repository, "--baseline", str(known), home=tmp_path)
    assert done.returncode == 1 and [finding["provider"] for finding in report["findings"]] == ["huggingface"]
    known.write_text("{}")
    bad = coffer("scan", ".", "--baseline", str(known), home=tmp_path, folder=repository)
    assert bad.returncode == 7 and "no baseline" in bad.stderr and "--write-baseline" in bad.stderr


def test_sarif_names_rules_and_places(repository, tmp_path):
    (repository / "a b.py").write_text(f"#\nkey = '{GROQ}'\n")
    done = coffer("scan", ".", "--format", "sarif", home=tmp_path, folder=repository)
    log = json.loads(done.stdout)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0" and [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["groq-api-key"]
    locations = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert {"artifactLocation": {"uri": "./a%20b.py"}, "region": {"startLine": 2, "startColumn": 8}} in locations
    # In history there is no line to show.
    assert {"artifactLocation": {"uri": "./app.py"}} in locations
    assert len({result["partialFingerprints"]["cofferKey/v1"] for result in run["results"]}) == 1
    assert GROQ not in done.stdout


def test_each_key_is_told_with_its_places_its_severity_and_what_to_do(tmp_path):
    folder = tmp_path / "bot"
    folder.mkdir()
    (folder / ".env").write_text(f"GROQ_API_KEY_NEWS={GROQ}\n")
    (folder / "notes.txt").write_text(f"groq key {GROQ}\n")
    for name in (".env", "notes.txt"):
        (folder / name).chmod(0o600)
    home = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COFFER_HOME": str(tmp_path / "none")}
    shown = subprocess.run([str(COFFER), "scan", str(folder)], env=home, capture_output=True, text=True, timeout=120).stdout
    lines = shown.splitlines()
    assert lines[0].startswith("Groq key for news  high  fp_")
    assert lines[1:] == [
        f"  {folder}/.env:1  GROQ_API_KEY_NEWS", f"  {folder}/notes.txt:1", f"  next: coffer protect {folder}"]
    subprocess.run(
        ["git", "init", "-q", folder], check=True)
    subprocess.run(["git", "-C", folder, "add", ".env"], check=True)
    subprocess.run(
        ["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "x"], check=True)
    _, report = scan(folder, home=tmp_path)
    steps = report["findings"][0]["next_steps"]
    assert "git history" in steps[0] and "https://console.groq.com" in steps[0] and steps[1] == f"coffer protect {folder}"


@pytest.mark.skipif(not shutil.which("tesseract"), reason="needs tesseract")
def test_a_key_in_a_picture_is_found_where_it_is_asked_for(tmp_path):
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (1500, 200), "white")
    font = ImageFont.truetype("DejaVuSansMono.ttf", 22)
    ImageDraw.Draw(picture).text((20, 80), "HF_TOKEN=hf" + "_abcdEFghIJklMNopQRstUVwxYZabcdEFgH", fill="black", font=font)
    for name in ("shot.png", "shot.jpg"):
        picture.save(tmp_path / name)
    done, report = scan(tmp_path, home=tmp_path)
    assert done.returncode == 0 and report["findings"] == []
    done, report = scan(tmp_path, "--images", home=tmp_path)
    assert done.returncode == 1
    assert {finding["provider"] for finding in report["findings"]} == {"huggingface"}
    places = [report["findings"][0]["path"], *report["findings"][0]["also_at"]] if len(report["findings"]) == 1 else [
        finding["path"] for finding in report["findings"]]
    assert len(places) == 2
    # What is read off a picture may be misread: it is not to be imported.
    assert "typed from its source" in report["findings"][0]["next_steps"][-1]
