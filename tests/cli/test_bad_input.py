"""Whatever is wrong with the input or the ledger: one line, the right exit code, nothing stored is harmed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from verbale.ledger import Ledger

STORY = "Kenya and Ghana held talks in Accra on 3 March 2024. The two sides agreed to trade more.\n"


def bad_files(folder):
    """Files that cannot be read, by what is wrong with them."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\xef\xbb\xbf \n\n\t")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Cat")
    (folder / "cut.docx").write_bytes(b"PK\x03\x04\x14\x00[Content_Types].xml word/" + bytes(50))
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "name", ["empty.txt", "blank.txt", "binary.txt", "picture.png", "cut.pdf", "cut.docx", "old.doc"]
)
def test_a_document_that_cannot_be_read_is_named_with_the_reason(verbale, folder, name):
    bad_files(folder)
    answer = verbale("read", name, COLUMNS="200")
    assert answer.code == 3
    assert f"{name} " in answer.out
    report = json.loads(verbale("read", name, "--json").out)
    assert report["failed"] == 1
    assert report["documents"][0]["reason"]
    assert report["documents"][0]["hint"]
    parsed = verbale("parse", name)
    assert parsed.code == 3
    assert parsed.err.startswith("verbale: ")
    assert parsed.err.count("\n") == 1


def test_one_bad_file_stops_no_other(verbale, folder):
    names = bad_files(folder)
    (folder / "good.txt").write_text(STORY)
    answer = verbale("read", ".", COLUMNS="160")
    assert answer.code == 1
    assert json.loads(verbale("read", "good.txt", "--json").out)["known"] == 1
    assert all(name in answer.out for name in names if not name.endswith(".png"))
    assert [row["sources"][0]["name"] for row in json.loads(verbale("documents", "--json").out)] == ["good.txt"]


def test_parse_goes_on_after_a_bad_file(verbale, folder):
    bad_files(folder)
    (folder / "good.txt").write_text(STORY)
    answer = verbale("parse", "empty.txt", "good.txt", "--out", "out")
    assert answer.code == 1
    assert (folder / "out" / "good.json").exists()
    assert not (folder / "out" / "empty.json").exists()


@pytest.mark.parametrize("command", ["read", "parse"])
@pytest.mark.parametrize("path", ["missing.txt", "missing/*.txt", "hollow"])
def test_a_path_that_leads_nowhere(verbale, folder, command, path):
    (folder / "hollow").mkdir()
    answer = verbale(command, path, COLUMNS="200")
    assert answer.code == 3
    assert path in answer.out + answer.err


def test_text_in_a_wrong_encoding_is_read_or_refused_but_never_breaks(verbale, folder):
    (folder / "latin.txt").write_bytes("Le Président a rencontré son homologue à Genève.\n".encode("latin-1"))
    (folder / "utf16.txt").write_bytes(STORY.encode("utf-16"))
    (folder / "torn.txt").write_bytes(STORY.encode() + b"\xe2\x82")
    for name in ("latin.txt", "utf16.txt", "torn.txt"):
        assert verbale("read", name).code in (0, 3)


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_file_name_that_is_no_unicode(process, folder):
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(name, "w") as file:
        file.write(STORY)
    answer = process("read", ".", "--json")
    assert answer.code in (0, 3)
    assert json.loads(answer.out)["documents"]


@pytest.mark.parametrize(
    "words", ["Il faut trois tomates et un peu de basilic.", "Whisk the eggs, then add the flour."]
)
def test_a_document_on_something_else_is_read_and_says_so(verbale, folder, words):
    (folder / "recipe.txt").write_text(words + "\n")
    answer = verbale("read", "recipe.txt", COLUMNS="160")
    assert answer.code == 0
    assert "Nothing recognised" in answer.out
    parsed = verbale("parse", "recipe.txt")
    assert parsed.code == 0
    assert json.loads(parsed.out)["acts"] == []
    assert "nothing was recognised" in parsed.err


def test_there_is_no_ledger_yet(verbale, folder):
    for command in (["acts"], ["search", "words"], ["brief"], ["export"], ["show", "a1234"]):
        answer = verbale(*command)
        assert answer.code == 4
        assert answer.err.startswith("verbale: There is no ledger verbale.db.")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("command", [["acts"], ["read", "good.txt"], ["export"]])
def test_a_file_that_is_no_ledger_is_left_as_it_is(verbale, folder, command):
    (folder / "good.txt").write_text(STORY)
    (folder / "notes.db").write_text("my notes")
    other = sqlite3.connect(folder / "other.db")
    other.execute("create table mine (x)")
    other.close()
    for name in ("notes.db", "other.db"):
        before = (folder / name).read_bytes()
        answer = verbale(*command, "--ledger", name)
        assert answer.code == 4
        assert "not a ledger" in answer.err
        assert (folder / name).read_bytes() == before


def test_a_ledger_of_a_newer_version(asked, filled_address):
    connection = sqlite3.connect(filled_address)
    connection.execute("update alembic_version set version_num = '9999'")
    connection.commit()
    connection.close()
    answer = asked("acts")
    assert answer.code == 4
    assert "newer version of Verbale" in answer.err


def test_a_ledger_that_another_program_holds(asked, folder, filled_address):
    (folder / "good.txt").write_text(STORY)
    connection = sqlite3.connect(filled_address, isolation_level=None)
    connection.execute("begin exclusive")
    answer = asked("read", "good.txt", VERBALE_BUSY_SECONDS="0.1")
    connection.execute("rollback")
    connection.close()
    assert answer.code == 4
    assert answer.err.startswith("verbale: ")
    assert asked("read", "good.txt").code == 0


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="the superuser may read and write everything")
def test_folders_without_rights(verbale, folder):
    closed = folder / "closed"
    closed.mkdir(mode=0)
    assert verbale("read", "closed").code == 3
    assert verbale("read", "closed", "--ledger", "closed/x.db").code == 4
    assert verbale("parse", "good.txt", "--out", "closed/out").code in (1, 2, 3)
    closed.chmod(0o700)


def test_an_output_folder_that_is_missing_or_a_file(asked, folder):
    (folder / "good.txt").write_text(STORY)
    wrong = (
        ("parse", "good.txt", "--out", "no/such"),
        ("parse", "good.txt", "--out", "good.txt"),
        ("export", "-o", "no/such.jsonl"),
        ("brief", "-o", "no/such.md"),
        ("export", "-o", "."),
    )
    for arguments in wrong:
        answer = asked(*arguments)
        assert answer.code == 2
        assert answer.err.startswith("verbale: ")
    assert (folder / "good.txt").read_text() == STORY


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk(asked, process, filled_address):
    answer = asked("export", "-o", "/dev/full")
    assert answer.code == 1
    assert "No space left" in answer.err
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "verbale", "--ledger", filled_address, "acts", "--json"],
                              stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["acts", "--json"], ["acts"], ["export"], ["brief"], ["acts", "--csv"]])
def test_a_reader_that_hangs_up_is_no_error(folder, filled_address, command):
    begin, end = os.pipe()
    os.close(begin)
    done = subprocess.run([sys.executable, "-m", "verbale", "--ledger", filled_address, *command],
                          stdout=end, stderr=subprocess.PIPE, text=True, timeout=60)  # fmt: skip
    os.close(end)
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_stopping_with_the_keyboard_keeps_what_was_read(folder):
    many = folder / "many"
    many.mkdir()
    for number in range(2000):
        (many / f"{number:04}.txt").write_text(f"Document {number}. {STORY}")
    command = [sys.executable, "-m", "verbale", "read", "many"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_until(lambda: documents_in(folder / "verbale.db") > 5)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err == "verbale: stopped. What was read before is stored; run the same command to go on.\n"
    assert 5 < documents_in(folder / "verbale.db") < 2000
    with Ledger.open(folder / "verbale.db") as ledger:
        assert ledger.view().health().sound


def documents_in(path):
    """How many documents the ledger holds so far."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path, timeout=30)
    try:
        return connection.execute("select count(*) from documents").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def wait_until(holds, seconds=60):
    """Wait for a condition, at most so long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def test_a_setting_that_is_out_of_bounds(verbale):
    answer = verbale("read", ".", VERBALE_JOBS="many")
    assert answer.code == 2
    assert "VERBALE_JOBS is 'many'" in answer.err


def test_what_would_drive_a_terminal_is_shown_harmless(verbale, folder):
    (folder / "evil\x1b[31m.txt").write_text("\x1b]0;owned\x07Il faut trois tomates.\n")
    (folder / "evil2.txt").write_text("\x1b[2J\u202eKenya and Ghana held talks in Accra on 3 March 2024.\n")
    for answer in (verbale("read", "."), verbale("documents"), verbale("search", "talks"), verbale("brief")):
        assert not set("\x1b\x07\u202e") & set(answer.out + answer.err)
