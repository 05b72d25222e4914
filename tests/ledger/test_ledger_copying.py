"""A ledger copied is the same ledger, whatever databases it goes through; a backup says whether it still is one."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from ledger_samples import TEXT, readings, sample, sentences_of

from postgresql_server import Server
from verbale.errors import LedgerError
from verbale.ledger import Added, Ledger
from verbale.ledger.backups import back_up, copy_ledger, restore
from verbale.ledger.digest import digest
from verbale.ledger.schema import metadata

Export = Callable[[Ledger], str]


def fill(ledger: Ledger, count: int = 3) -> Ledger:
    for number in range(count):
        document, reading, content = sample(f"{number}.txt", f"{TEXT} Number {number}\0\x01.")
        ledger.writer().add(document, reading, content, sentences_of(document.text))
    return ledger


def content_hash(ledger: Ledger) -> str:
    with ledger.dialect.reading().begin() as connection:
        return digest(connection).hexdigest()


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    return fill(ledger)


@pytest.fixture(params=("file", "postgresql"))
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where to copy to: a file that is still to be made, or an empty ledger of a server."""
    if request.param == "file":
        return str(tmp_path / "copy.db")
    new_postgresql: Callable[[], str] = request.getfixturevalue("new_postgresql")
    return new_postgresql()


class TestCopying:
    def test_a_copy_is_the_same_ledger(self, filled: Ledger, target: str, exported: Export) -> None:
        steps: list[tuple[int, int]] = []
        copied = copy_ledger(filled, target, progress=lambda done, total, table: steps.append((done, total)))
        assert copied.source_hash == copied.target_hash == content_hash(filled)
        assert (copied.documents, copied.source) == (3, filled.address)
        assert steps[-1] == (2 * copied.rows, 2 * copied.rows)
        with Ledger.open(target, create=False) as copy:
            assert exported(copy) == exported(filled)
            assert content_hash(copy) == content_hash(filled)
            assert copy.view().health().problems == ()
            assert {hit.start for hit in copy.view().search("hotline")} == {
                hit.start for hit in filled.view().search("hotline")
            }

    def test_a_copy_can_be_written_to(self, filled: Ledger, target: str, exported: Export) -> None:
        copy_ledger(filled, target)
        with Ledger.open(target) as copy:
            for ledger in (filled, copy):
                assert isinstance(ledger.writer().add(*sample("new.txt", TEXT + " New.")), Added)
            assert exported(copy) == exported(filled)
            assert copy.view().health().problems == ()

    def test_every_table_is_copied(self, filled: Ledger, target: str) -> None:
        copy_ledger(filled, target)
        with Ledger.open(target) as copy:
            counts = []
            for ledger in (filled, copy):
                with ledger.dialect.reading().begin() as connection:
                    tables = metadata.sorted_tables
                    counts.append([connection.scalar(sa.select(sa.func.count()).select_from(t)) for t in tables])
        assert counts[0] == counts[1]

    def test_a_ledger_that_holds_something_is_left_alone(self, filled: Ledger, target: str, exported: Export) -> None:
        with Ledger.open(target) as other:
            other.writer().add(*sample())
            before = exported(other)
            with pytest.raises(LedgerError, match="is not empty"):
                copy_ledger(filled, target)
            assert exported(other) == before

    def test_stopping_leaves_nothing(self, filled: Ledger, target: str, tmp_path: Path) -> None:
        before = sorted(os.listdir(tmp_path))

        def stop(done: int, total: int, table: str) -> None:
            if done > total * 0.7:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            copy_ledger(filled, target, progress=stop)
        assert sorted(os.listdir(tmp_path)) == before
        if "://" in target:
            with Ledger.open(target) as other:
                assert other.view().counts()["documents"] == 0

    def test_what_is_not_the_same_is_not_kept(self, filled: Ledger, target: str, databases: object) -> None:
        server: Server = databases.server  # type: ignore[attr-defined]
        with Ledger.open(target):
            pass
        spoil, mend = (
            (_SPOIL_POSTGRESQL, _MEND_POSTGRESQL) if "://" in target else ((_SPOIL_SQLITE,), ("DROP TRIGGER spoil",))
        )

        def run(statements: tuple[str, ...]) -> None:
            if "://" in target:
                server.run(*statements, database=target.rpartition("/")[2])
            else:
                _execute(target, *statements)

        run(spoil)
        with pytest.raises(LedgerError, match="not what was read"):
            copy_ledger(filled, target)
        run(mend)
        with Ledger.open(target) as other:
            assert other.view().counts()["documents"] == 0

    @settings(max_examples=5, deadline=None)
    @given(given=readings())
    def test_whatever_was_read_is_copied(self, databases: object, given: tuple[object, ...]) -> None:
        with databases.lent() as one, databases.lent() as other, Ledger.open(one) as ledger:  # type: ignore[attr-defined]
            ledger.writer().add(*given)  # type: ignore[arg-type]
            assert copy_ledger(ledger, other).target_hash == content_hash(ledger)


class TestBackups:
    def test_a_backup_restores_the_ledger(self, filled: Ledger, target: str, tmp_path: Path, exported: Export) -> None:
        saved = back_up(filled, tmp_path / "saved.db")
        before = (tmp_path / "saved.db").read_bytes()
        restored = restore(tmp_path / "saved.db", target)
        assert saved.source_hash == saved.target_hash == restored.source_hash == restored.target_hash
        assert (saved.target, restored.source) == (str(tmp_path / "saved.db"),) * 2
        with Ledger.open(target) as ledger:
            assert exported(ledger) == exported(filled)
            assert ledger.view().health().problems == ()
        assert (tmp_path / "saved.db").read_bytes() == before

    def test_a_filled_ledger_is_replaced_only_when_told_to(
        self, filled: Ledger, target: str, tmp_path: Path, exported: Export
    ) -> None:
        saved = tmp_path / "saved.db"
        back_up(filled, saved)
        with Ledger.open(target) as ledger:
            ledger.writer().add(*sample("other.txt", "Other words\n" + TEXT))
            before = exported(ledger)
            with pytest.raises(LedgerError, match="is not empty"):
                restore(saved, target)
            assert exported(ledger) == before
            restore(saved, target, replace=True)
            assert exported(ledger) == exported(filled)
            assert ledger.view().search("other") == []
            assert ledger.view().health().problems == ()

    def test_an_older_backup_is_replaced_and_nothing_else(self, filled: Ledger, tmp_path: Path) -> None:
        saved = tmp_path / "saved.db"
        first = back_up(filled, saved)
        filled.writer().add(*sample("new.txt", TEXT + " New."))
        assert back_up(filled, saved).target_hash != first.target_hash
        for name, content in (("notes.txt", b"notes"), ("empty", b"")):
            (tmp_path / name).write_bytes(content)
            with pytest.raises(LedgerError):
                back_up(filled, tmp_path / name)
            assert (tmp_path / name).read_bytes() == content
        with Ledger.open(tmp_path / "live.db"), pytest.raises(LedgerError, match="not a backup"):
            back_up(filled, tmp_path / "live.db")
        with pytest.raises(LedgerError, match="is a folder"):
            back_up(filled, tmp_path)
        with pytest.raises(LedgerError, match="is not there"):
            back_up(filled, tmp_path / "no" / "saved.db")
        assert not [name for name in os.listdir(tmp_path) if name.startswith(".")]

    def test_a_backup_is_whole_while_others_write(self, filled: Ledger, tmp_path: Path) -> None:
        stop = threading.Event()
        failed: list[BaseException] = []

        def write() -> None:
            number = 0
            try:
                while not stop.is_set():
                    filled.writer().add(*sample(f"more-{number}.txt", f"{TEXT} More {number}."))
                    number += 1
            except BaseException as error:  # noqa: BLE001 - told to the test below
                failed.append(error)

        writing = threading.Thread(target=write)
        writing.start()
        try:
            made = [back_up(filled, tmp_path / f"saved-{number}.db") for number in range(3)]
        finally:
            stop.set()
            writing.join()
        assert failed == []
        for number, saved in enumerate(made):
            with Ledger.open(tmp_path / f"saved-{number}.db") as backup:
                assert backup.view().counts()["documents"] == saved.documents
                assert backup.view().health().problems == ()


class TestDamagedBackups:
    @pytest.fixture
    def saved(self, tmp_path: Path) -> Iterator[Path]:
        """A backup, to be damaged; nothing may come of it."""
        with Ledger.open(tmp_path / "source.db") as source:
            back_up(fill(source), tmp_path / "saved.db")
        yield tmp_path / "saved.db"
        with pytest.raises(LedgerError) as caught:
            restore(tmp_path / "saved.db", str(tmp_path / "restored.db"))
        assert caught.value.hint
        assert "saved.db" in str(caught.value)
        assert not (tmp_path / "restored.db").exists()

    @pytest.mark.parametrize("word", [b"Minister Reyes", b"Coastal Affairs", b"training"])
    def test_some_bytes_are_different(self, saved: Path, word: bytes) -> None:
        data = saved.read_bytes()
        saved.write_bytes(data.replace(word, word.swapcase(), 1))

    def test_it_is_cut_off(self, saved: Path) -> None:
        saved.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])

    def test_a_row_was_changed(self, saved: Path) -> None:
        _execute(saved, "UPDATE documents SET title = 'Another' WHERE id = (SELECT min(id) FROM documents)")

    def test_a_row_is_gone(self, saved: Path) -> None:
        _execute(saved, "DELETE FROM act_topics")

    def test_it_was_written_to(self, saved: Path) -> None:
        with Ledger.open(saved) as ledger:
            ledger.writer().add(*sample("new.txt", TEXT + " New."))

    def test_it_is_a_ledger_and_no_backup(self, saved: Path) -> None:
        _execute(saved, "DROP TABLE backup")

    def test_it_is_something_else(self, saved: Path) -> None:
        saved.write_text("notes")

    def test_it_is_not_there(self, saved: Path) -> None:
        saved.unlink()


def test_damage_is_refused_or_does_no_harm(tmp_path: Path) -> None:
    saved = tmp_path / "saved.db"
    with Ledger.open(tmp_path / "source.db") as source:
        made = back_up(fill(source), saved)
    whole, outcomes = saved.read_bytes(), []
    for place in range(0, len(whole) - 300, len(whole) // 6):
        saved.write_bytes(
            whole[:place] + bytes(byte ^ 0x55 for byte in whole[place : place + 300]) + whole[place + 300 :]
        )
        try:
            outcomes.append(restore(saved, str(tmp_path / "restored.db")).target_hash)
        except LedgerError:
            outcomes.append("refused")
        (tmp_path / "restored.db").unlink(missing_ok=True)
    assert set(outcomes) <= {"refused", made.target_hash}
    assert "refused" in outcomes


_SPOIL_SQLITE = (
    "CREATE TRIGGER spoil AFTER INSERT ON documents BEGIN UPDATE documents SET title = 'x' WHERE id = new.id; END"
)
_SPOIL_POSTGRESQL = (
    "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.title := 'x'; RETURN new; END $$",
    "CREATE TRIGGER spoil BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION spoil()",
)
_MEND_POSTGRESQL = ("DROP TRIGGER spoil ON documents", "DROP FUNCTION spoil()")


def _execute(path: str | Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
