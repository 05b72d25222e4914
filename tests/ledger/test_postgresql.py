"""What is particular to ledgers in PostgreSQL: addresses, refusals, rights, texts that it cannot hold."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from ledger_samples import TEXT, sample

from postgresql_server import PASSWORD, USER, Server
from verbale.errors import LedgerError, NoLedgerError
from verbale.ledger import Added, Ledger

NEW = ("new.txt", TEXT + " New.")


def assert_refused(address: str, message: str, create: bool = True) -> LedgerError:
    with pytest.raises(LedgerError, match=message) as caught:
        Ledger.open(address, create=create)
    return assert_clear(caught.value)


def assert_clear(error: LedgerError) -> LedgerError:
    assert error.hint
    assert "\n" not in str(error)
    assert PASSWORD not in str(error)
    assert "s3cret" not in str(error)
    return error


def tables(server: Server, database: str) -> list[object]:
    rows = server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=database)
    return [row[0] for row in rows]


class TestRefusals:
    def test_a_wrong_password(self, postgresql_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        address = postgresql_server.address("postgres")
        monkeypatch.delenv("PGPASSWORD", raising=False)
        assert_refused(address.replace("s3cret", "s3cretly"), "refuses the password")
        assert_refused(address.partition("s3cret")[0] + address.partition("word")[2], "refuses the password")
        assert_refused(postgresql_server.address("postgres", user="nobody"), "refuses the password")

    def test_the_password_from_the_environment(
        self, postgresql_server: Server, database: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PGPASSWORD", PASSWORD)
        with Ledger.open(f"postgres://{USER}@127.0.0.1:{postgresql_server.port}/{database}") as ledger:
            assert ledger.view().counts()["documents"] == 0

    def test_no_server(self) -> None:
        assert_refused("postgresql://ann:s3cret@127.0.0.1:1/ledger", "cannot be reached: connection refused")
        assert_refused("postgresql:///ledger?host=/no/such/folder", "cannot be reached: no such file")
        assert_refused("postgresql://no-such-host.invalid/ledger", "There is no host no-such-host.invalid")

    def test_no_database(self, postgresql_server: Server) -> None:
        error = assert_refused(postgresql_server.address("nothing"), "There is no database")
        assert f"createdb --host=127.0.0.1 --port={postgresql_server.port} --username=keeper nothing" in error.hint

    @pytest.mark.parametrize(
        "address",
        ["postgresql://ann:s3cret@host:port/x", "postgresql://h/x?sslmode=maybe", "postgresql://h/x?colour=red",
         "postgresql://h/x?user", "postgresql://[::1/x"],
    )  # fmt: skip
    def test_an_address_that_is_not_understood(self, address: str) -> None:
        assert_refused(address, "is not understood")

    def test_a_server_without_encryption(self, postgresql_server: Server) -> None:
        assert_refused(postgresql_server.address("postgres") + "?sslmode=require", "offers no encryption")
        with pytest.raises(NoLedgerError):
            Ledger.open(postgresql_server.address("postgres") + "?sslmode=disable", create=False)

    def test_a_missing_ledger_is_not_made_by_asking(self, postgresql_server: Server, database: str) -> None:
        assert_refused(postgresql_server.address(database), "There is no ledger", create=False)
        assert (
            postgresql_server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=database)
            == []
        )

    def test_a_database_of_another_program(self, postgresql_server: Server, database: str) -> None:
        postgresql_server.run("CREATE TABLE alembic_version (version_num TEXT)", database=database)
        assert_refused(postgresql_server.address(database), "another program")
        assert (
            len(postgresql_server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=database))
            == 1
        )

    def test_another_encoding(self, postgresql_server: Server) -> None:
        postgresql_server.run(
            "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"
        )
        error = assert_refused(postgresql_server.address("latin"), "in LATIN1, not in UTF8")
        assert "--encoding=UTF8" in error.hint
        postgresql_server.run("DROP DATABASE latin WITH (FORCE)")

    def test_a_newer_schema(self, postgresql_server: Server, filled_postgresql: Ledger) -> None:
        database = filled_postgresql.address.rpartition("/")[2]
        (before,) = postgresql_server.run("SELECT version_num FROM alembic_version", database=database)
        postgresql_server.run("UPDATE alembic_version SET version_num = '9999'", database=database)
        assert_refused(postgresql_server.address(database), "newer version of Verbale")
        postgresql_server.run(f"UPDATE alembic_version SET version_num = '{before[0]}'", database=database)

    def test_a_schema_that_is_not_there(self, postgresql_server: Server, database: str) -> None:
        address = postgresql_server.address(database) + "?options=-csearch_path%3Darchive"
        assert_refused(address, "schema of the ledger")
        postgresql_server.run("CREATE SCHEMA archive", "CREATE TABLE public.other ()", database=database)
        with Ledger.open(address) as ledger:
            ledger.writer().add(*sample())
            assert ledger.view().health().problems == ()
        assert_refused(postgresql_server.address(database), "another program")


class TestRights:
    @pytest.fixture
    def reader(self, postgresql_server: Server, own_ledger: str) -> Iterator[str]:
        """The address for a user who may only read what is there."""
        with Ledger.open(postgresql_server.address(own_ledger)) as ledger:
            ledger.writer().add(*sample())
        postgresql_server.run(
            "CREATE ROLE reader LOGIN PASSWORD 'x'", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
            database=own_ledger,
        )  # fmt: skip
        yield postgresql_server.address(own_ledger, "reader", "x")
        postgresql_server.run("DROP OWNED BY reader", "DROP ROLE reader", database=own_ledger)

    def test_who_may_read_only(self, reader: str) -> None:
        with Ledger.open(reader, create=False) as ledger:
            assert ledger.view().counts()["documents"] == 1
            assert ledger.view().search("hotline")
            with pytest.raises(LedgerError, match="may not do that") as caught:
                ledger.writer().add(*sample(*NEW))
        assert_clear(caught.value)

    def test_who_may_not_create(self, postgresql_server: Server, reader: str) -> None:
        with postgresql_server.database() as empty:
            address = reader.rpartition("/")[0] + f"/{empty}"
            assert_refused(address, "may not do that")

    def test_a_view_cannot_write(self, filled_postgresql: Ledger) -> None:
        with filled_postgresql.dialect.reading().connect() as connection:
            with pytest.raises(sa.exc.DBAPIError, match="read-only"):
                connection.execute(sa.text("DELETE FROM documents"))
            connection.rollback()

    def test_a_server_that_only_reads(self, postgresql_server: Server, filled_postgresql: Ledger) -> None:
        with filled_postgresql.dialect.writing().connect() as connection:
            connection.exec_driver_sql("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
            connection.commit()
        with pytest.raises(LedgerError, match="the server is read-only") as caught:
            filled_postgresql.writer().add(*sample(*NEW))
        assert_clear(caught.value)


class TestTrouble:
    def test_a_locked_ledger(self, postgresql_server: Server, filled_postgresql: Ledger) -> None:
        address = postgresql_server.address(filled_postgresql.address.rpartition("/")[2])
        with Ledger.open(address, busy_seconds=0.05) as other, filled_postgresql.dialect.writing().begin():
            with pytest.raises(LedgerError, match="locked by another program") as caught:
                other.writer().add(*sample(*NEW))
            assert other.view().counts()["documents"] == 1, "reading waits for nobody"
        assert_clear(caught.value)

    def test_a_writer_waits_for_its_turn(self, filled_postgresql: Ledger) -> None:
        with filled_postgresql.dialect.writing().begin():
            waiting = threading.Thread(target=lambda: filled_postgresql.writer().add(*sample(*NEW)))
            waiting.start()
            time.sleep(0.2)
            assert filled_postgresql.view().counts()["documents"] == 1
        waiting.join()
        assert filled_postgresql.view().counts()["documents"] == 2

    def test_a_connection_that_is_ended(self, postgresql_server: Server, filled_postgresql: Ledger) -> None:
        postgresql_server.run(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'verbale'"
        )
        with pytest.raises(LedgerError, match=r"shutting down|broke") as caught:
            filled_postgresql.writer().add(*sample(*NEW))
        assert_clear(caught.value)
        assert isinstance(filled_postgresql.writer().add(*sample(*NEW)), Added)

    def test_a_question_that_takes_too_long(self, filled_postgresql: Ledger) -> None:
        with filled_postgresql.dialect.reading().connect() as connection:
            connection.exec_driver_sql("SET statement_timeout = 50")
            with pytest.raises(sa.exc.DBAPIError) as caught:
                connection.exec_driver_sql("SELECT pg_sleep(2)")
            connection.rollback()
        assert "took too long" in str(assert_clear(filled_postgresql.dialect.explain(caught.value)))

    def test_a_full_disk(self, filled_postgresql: Ledger) -> None:
        with filled_postgresql.dialect.writing().connect() as connection:
            with pytest.raises(sa.exc.DBAPIError) as caught:
                connection.exec_driver_sql("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$")
            connection.rollback()
        assert "is full" in str(assert_clear(filled_postgresql.dialect.explain(caught.value)))

    def test_a_table_that_is_gone(self, postgresql_server: Server, own_ledger: str) -> None:
        with Ledger.open(postgresql_server.address(own_ledger)) as ledger:
            ledger.writer().add(*sample())
            postgresql_server.run("DROP TABLE search_index", database=own_ledger)
            with pytest.raises(LedgerError, match="a table is missing") as caught:
                ledger.view().search("hotline")
        assert_clear(caught.value)

    def test_an_index_that_is_out_of_step(self, postgresql_server: Server, own_ledger: str) -> None:
        with Ledger.open(postgresql_server.address(own_ledger)) as ledger:
            ledger.writer().add(*sample())
            first = "(SELECT min(id) FROM search_index)"
            postgresql_server.run(f"DELETE FROM search_index WHERE id = {first}", database=own_ledger)
            assert ledger.view().health().problems == ("The search index is out of step by 1 entries.",)


def _run(code: str, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, env=environment, capture_output=True, text=True
    )
    return done.stdout


def test_a_ledger_in_a_file_needs_no_driver(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "one.db").close()
    code = (
        "import sys; from verbale.ledger import Ledger; Ledger.open(sys.argv[1]).writer();"
        "others = ('pg8000', 'scramp', 'sqlalchemy.dialects.postgresql', 'verbale.ledger.dialects.postgresql');"
        "print([name for name in sys.modules if name.startswith(others)])"
    )
    assert _run(code, str(tmp_path / "one.db")) == "[]\n"


def test_a_missing_driver_is_named_with_the_way_to_install_it() -> None:
    code = (
        "import sys; sys.modules['pg8000'] = None\n"
        "from verbale.ledger import Ledger\n"
        "try: Ledger.open('postgresql://ann:s3cret@host/ledger')\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    told = _run(code)
    assert told.startswith("LedgerError The driver for PostgreSQL is not installed")
    assert "pip install 'verbale[postgresql]'" in told
    assert "s3cret" not in told
