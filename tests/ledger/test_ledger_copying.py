"""A ledger copied is the same ledger, whatever databases it goes through."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from ledger_samples import TEXT, content_hash, execute, readings, sample

from postgresql_server import Server
from verbale.errors import LedgerError
from verbale.ledger import Added, Ledger
from verbale.ledger.backups import copy_ledger
from verbale.ledger.schema import metadata

Export = Callable[[Ledger], str]


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

    def test_what_is_not_the_same_is_not_kept(
        self, filled: Ledger, target: str, request: pytest.FixtureRequest
    ) -> None:
        Ledger.open(target).close()
        spoil, mend = _SPOILT["postgresql" if "://" in target else "sqlite"]

        def run(statements: tuple[str, ...]) -> None:
            if "://" in target:
                server: Server = request.getfixturevalue("postgresql_server")
                server.run(*statements, database=target.rpartition("/")[2])
            else:
                execute(target, *statements)

        run(spoil)
        with pytest.raises(LedgerError, match="not what was read"):
            copy_ledger(filled, target)
        run(mend)
        with Ledger.open(target) as other:
            assert other.view().counts()["documents"] == 0

    @settings(max_examples=3, deadline=None)
    @given(given=readings())
    def test_whatever_was_read_is_copied(self, databases: object, given: tuple[object, ...]) -> None:
        with databases.lent() as one, databases.lent() as other, Ledger.open(one) as ledger:  # type: ignore[attr-defined]
            ledger.writer().add(*given)  # type: ignore[arg-type]
            assert copy_ledger(ledger, other).target_hash == content_hash(ledger)


# A trigger that alters what is written, and how to take it away again.
_SPOILT = {
    "sqlite": (
        ("CREATE TRIGGER spoil AFTER INSERT ON documents"
         " BEGIN UPDATE documents SET title = 'x' WHERE id = new.id; END",),
        ("DROP TRIGGER spoil",),
    ),
    "postgresql": (
        ("CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.title := 'x'; RETURN new; END $$",
         "CREATE TRIGGER spoil BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION spoil()"),
        ("DROP TRIGGER spoil ON documents", "DROP FUNCTION spoil()"),
    ),
}  # fmt: skip
