"""Ledgers that cannot be used: one clear line with the next step, and nothing stored is harmed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from ledger_samples import TEXT, execute, sample

from verbale.errors import LedgerError
from verbale.ledger import Ledger, schema


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Path]:
    """A ledger with one document, closed; afterwards it must still hold that document, whole."""
    path = tmp_path / "verbale.db"
    with Ledger.open(path) as ledger:
        ledger.writer().add(*sample())
    yield path
    with Ledger.open(path, create=False) as ledger:
        assert ledger.view().health().problems == ()
        assert [record.source for record in ledger.view().documents()] == ["coast.txt"]


def assert_refused(path: str | Path, message: str, create: bool = True) -> None:
    with pytest.raises(LedgerError, match=message) as caught:
        Ledger.open(path, create=create)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"not a database", b"x" * 5000, b"SQLite format 3\0 but cut off", b"\0" * 4096])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    for create in (True, False):
        assert_refused(path, "not a ledger|damaged", create)
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["notes.db"]


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert_refused(path, "empty file")
    assert path.stat().st_size == 0


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.close()
    before = path.read_bytes()
    assert_refused(path, "another program")
    assert path.read_bytes() == before


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    assert_refused(tmp_path, "is a folder")
    assert_refused(tmp_path / "no" / "such" / "verbale.db", "is not there")
    assert os.listdir(tmp_path) == []


def test_a_missing_ledger_is_not_made_by_asking(tmp_path: Path) -> None:
    assert_refused(tmp_path / "verbale.db", "There is no ledger", create=False)
    assert os.listdir(tmp_path) == []


def test_a_path_through_a_file(filled: Path) -> None:
    assert_refused(filled / "verbale.db", "cannot be opened|is not there")


@pytest.mark.parametrize("name", ["", "\0", "a" * 300])
def test_what_no_file_can_be_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert_refused(name, "no name|cannot be opened")
    assert os.listdir(tmp_path) == []


def test_a_device() -> None:
    assert_refused(os.devnull, "not a regular file")


def test_other_databases_are_refused_by_address() -> None:
    assert_refused("mysql://host/ledger", "SQLite and PostgreSQL, not at mysql://")


def test_an_address_with_a_scheme(tmp_path: Path) -> None:
    with Ledger.open(f"sqlite:///{tmp_path}/a b?%.db") as ledger:
        ledger.writer().add(*sample())
    assert os.listdir(tmp_path) == ["a b?%.db"]


def test_a_newer_schema(filled: Path) -> None:
    execute(filled, "UPDATE alembic_version SET version_num = '9999'")
    assert_refused(filled, "newer version of Verbale")
    execute(filled, f"UPDATE alembic_version SET version_num = '{schema.REVISIONS[-1]}'")


def test_a_locked_ledger(filled: Path) -> None:
    other = sqlite3.connect(filled, isolation_level=None)
    with Ledger.open(filled, busy_seconds=0.05) as ledger:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError, match="locked"):
            ledger.writer().add(*sample(name="new.txt", text=TEXT + " New."))
        other.execute("ROLLBACK")
    other.close()


def test_a_full_disk(filled: Path) -> None:
    with Ledger.open(filled) as ledger:
        _on_connect(ledger, "PRAGMA max_page_count = 1")
        document, reading, _ = sample(name="new.txt", text=TEXT + " New.")
        with pytest.raises(LedgerError, match=r"The disk of the ledger .* is full"):
            ledger.writer().add(document, reading, os.urandom(1_000_000))


def test_a_ledger_that_may_not_be_written(filled: Path) -> None:
    with Ledger.open(filled) as ledger:
        _on_connect(ledger, "PRAGMA query_only = ON")
        with pytest.raises(LedgerError, match="may not be written"):
            ledger.writer().add(*sample(name="new.txt", text=TEXT + " New."))


def test_a_view_cannot_write(filled: Path) -> None:
    with Ledger.open(filled) as ledger, ledger.dialect.reading().connect() as connection:
        with pytest.raises(sa.exc.OperationalError, match="readonly"):
            connection.execute(sa.text("DELETE FROM documents"))
        connection.rollback()


def test_a_ledger_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "verbale.db"
    with Ledger.open(path) as ledger:
        ledger.close()
        path.unlink()
        with pytest.raises(LedgerError, match="cannot be opened"):
            ledger.writer().add(*sample())
    assert os.listdir(tmp_path) == []


def test_health_finds_tampered_rows(tmp_path: Path) -> None:
    path = tmp_path / "verbale.db"
    with Ledger.open(path) as ledger:
        ledger.writer().add(*sample())
    execute(
        path,
        "UPDATE evidence SET exact = '50 officers' WHERE exact = '40 officers'",
        "UPDATE contents SET body = x'00'",
        "DELETE FROM evidence WHERE exact LIKE 'Minister Reyes%'",
        "INSERT INTO act_topics VALUES ('d0', 'a0', 0, 'trade')",
    )
    with Ledger.open(path) as ledger:
        problems = "\n".join(ledger.view().health().problems)
    for expected in ("50 officers", "original bytes", "has no evidence", "act_topics names a row of documents"):
        assert expected in problems


def test_health_finds_a_changed_text(tmp_path: Path) -> None:
    path = tmp_path / "verbale.db"
    with Ledger.open(path) as ledger:
        ledger.writer().add(*sample())
        assert ledger.view().health().sound
        assert ledger.view().health().journal in ("delete", "wal")
    execute(path, "UPDATE texts SET body = x'789c'")
    with Ledger.open(path) as ledger:
        assert "cannot be read" in ledger.view().health().problems[0]


def test_a_damaged_ledger(tmp_path: Path) -> None:
    path = tmp_path / "verbale.db"
    with Ledger.open(path) as ledger:
        ledger.writer().add(*sample())
    data = bytearray(path.read_bytes())
    data[5000:] = b"\xff" * (len(data) - 5000)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.view().health()


def test_an_up_to_date_ledger_opens_without_alembic(filled: Path) -> None:
    code = (
        "import sys; from verbale.ledger import Ledger; Ledger.open(sys.argv[1]).view().counts();"
        "sys.exit('alembic' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code, str(filled)], check=True, env=environment)


def _on_connect(ledger: Ledger, statement: str) -> None:
    sa.event.listen(ledger.dialect.writing(), "connect", lambda connection, _: connection.execute(statement))
