"""A backup restores the ledger that it was made of, or says that it no longer can."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ledger_samples import TEXT, execute, fill, sample

from verbale.errors import LedgerError
from verbale.ledger import Ledger
from verbale.ledger.backups import back_up, restore

Export = Callable[[Ledger], str]


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


class TestDamagedLedgers:
    @pytest.fixture
    def saved(self, tmp_path: Path) -> Path:
        """A backup, and beside it the ledger that it was made of."""
        with Ledger.open(tmp_path / "ledger.db") as source:
            back_up(fill(source), tmp_path / "saved.db")
        return tmp_path / "saved.db"

    @pytest.mark.parametrize("first", [100, 3 * 4096, 9 * 4096])
    def test_a_damaged_file_gives_way_to_a_new_one(self, saved: Path, first: int) -> None:
        """Damage to the list of tables, and to pages of tables and indexes; the header still says what it was."""
        damaged = saved.with_name("ledger.db")
        data = damaged.read_bytes()
        damaged.write_bytes(data[:first] + b"\x55" * 3000 + data[first + 3000 :])
        damaged.with_name("ledger.db-journal").write_bytes(b"left behind")
        with pytest.raises(LedgerError):
            restore(saved, str(damaged))
        made = restore(saved, str(damaged), replace=True)
        with Ledger.open(damaged) as ledger:
            assert ledger.view().health().problems == ()
            assert ledger.view().counts()["documents"] == made.documents > 0
        assert sorted(os.listdir(damaged.parent)) == ["ledger.db", "saved.db"]

    def test_what_is_no_ledger_is_never_replaced(self, saved: Path) -> None:
        other = saved.with_name("other.db")
        execute(other, "CREATE TABLE notes (words TEXT)")
        for content in (other.read_bytes(), b"notes of an afternoon"):
            other.write_bytes(content)
            with pytest.raises(LedgerError):
                restore(saved, str(other), replace=True)
            assert other.read_bytes() == content

    def test_a_damaged_ledger_is_kept_where_the_backup_is_damaged_too(self, saved: Path) -> None:
        ledger = saved.with_name("ledger.db")
        for path in (ledger, saved):
            path.write_bytes(path.read_bytes()[: 6 * 4096])
        kept = ledger.read_bytes()
        with pytest.raises(LedgerError, match=r"saved\.db"):
            restore(saved, str(ledger), replace=True)
        assert ledger.read_bytes() == kept


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
        execute(saved, "UPDATE documents SET title = 'Another' WHERE id = (SELECT min(id) FROM documents)")

    def test_a_row_is_gone(self, saved: Path) -> None:
        execute(saved, "DELETE FROM act_topics")

    def test_it_was_written_to(self, saved: Path) -> None:
        with Ledger.open(saved) as ledger:
            ledger.writer().add(*sample("new.txt", TEXT + " New."))

    def test_it_is_a_ledger_and_no_backup(self, saved: Path) -> None:
        execute(saved, "DROP TABLE backup")

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
