"""PostgreSQL: a ledger that many programs share, by the address of a server.

A writing transaction first takes an advisory lock, so that one writes at a time as in SQLite; waiting for it is bounded
like there. It sees what others committed before (READ COMMITTED). A reading transaction sees one state (REPEATABLE
READ, READ ONLY) and keeps nobody out. The tables lie in the first schema of the connection's search path; one that
holds tables of another program is left alone.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from typing import Any

import pg8000.dbapi
import scramp
import sqlalchemy as sa

from verbale.errors import LedgerError
from verbale.ledger.dialects import postgresql_address, postgresql_rows, postgresql_search, postgresql_tables
from verbale.ledger.dialects import postgresql_errors as errors
from verbale.ledger.dialects.base import BUSY_SECONDS, Asked, Dialect, Migrate, Rows
from verbale.ledger.failures import is_foreign

MARK = "A ledger of Verbale"  # a comment on the table that holds the schema's version
_LOCK = 0x56524221  # 'VRB!'; the second part of the key is the schema

# What the database is like: encoding, schema, the mark, and whether the schema holds tables that no extension made.
_STATE = """
SELECT current_setting('server_encoding'), current_schema(),
  obj_description(to_regclass(quote_ident(current_schema()) || '.alembic_version'), 'pg_class'),
  EXISTS (
    SELECT FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
"""


class Postgresql:
    """A ledger in a database of a server. `migrate` brings it to the newest schema; it is called only where needed."""

    name = "postgresql"
    errors: tuple[type[Exception], ...] = (pg8000.dbapi.Error, scramp.ScramException, ssl.SSLError)

    def __init__(self, address: str, migrate: Migrate, busy_seconds: float = BUSY_SECONDS) -> None:
        self._address = postgresql_address.parse(address)
        self.address = self._address.shown
        self.migrate = migrate
        self.busy_seconds = busy_seconds

    @cached_property
    def _reading(self) -> sa.Engine:
        return _engine(partial(self._connect, "repeatable read", "on"))

    @cached_property
    def _writing(self) -> sa.Engine:
        engine = _engine(partial(self._connect, "read committed", "off"))
        sa.event.listen(engine, "begin", _take_lock)
        return engine

    def reading(self) -> sa.Engine:
        return self._reading

    def writing(self) -> sa.Engine:
        return self._writing

    def close(self) -> None:
        for engine in (self.__dict__.pop("_reading", None), self.__dict__.pop("_writing", None)):
            if engine is not None:
                engine.dispose()

    def _connect(self, isolation: str, read_only: str) -> Any:
        settings = {
            "default_transaction_isolation": isolation, "default_transaction_read_only": read_only,
            "jit": "off",  # to compile a question takes longer than to answer it
            "lock_timeout": f"{max(1, round(self.busy_seconds * 1000))}ms", "options": self._address.options,
        }  # fmt: skip
        reached = self._reach()
        try:
            connection = pg8000.dbapi.connect(sock=reached, startup_params=settings, **self._address.arguments())
        except BaseException:
            reached.close()
            raise
        postgresql_rows.adapt(connection)
        return connection

    def _reach(self) -> socket.socket:
        try:
            return self._address.connect()
        except OSError as error:
            raise errors.unreachable(error, self._address) from error

    def exists(self) -> bool:
        with self.reading().connect() as connection:
            encoding, schema, mark, filled = connection.exec_driver_sql(_STATE).one()
        if encoding != "UTF8":
            raise errors.wrong_encoding(encoding, self._address)
        if schema is None:
            raise errors.no_schema(self._address)
        if filled and mark != MARK:
            raise is_foreign(self.address)
        return bool(filled)

    def create(self) -> None:
        with self.writing().begin() as connection:
            if not self.is_ours(connection):
                self.migrate(self, connection)

    @contextmanager
    def arriving(self, replace: bool = False) -> Iterator[Dialect]:
        self.create()
        yield self

    def is_broken(self) -> bool:
        return False  # what the tables lie in is the server's, and is mended there

    def is_ours(self, connection: sa.Connection) -> bool:
        return bool(connection.exec_driver_sql(_STATE).one()[2] == MARK)

    def mark(self, connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{MARK}'")

    def insert(self, connection: sa.Connection, table: sa.Table, rows: Rows) -> None:
        postgresql_rows.insert(connection, table, rows)

    def create_search(self, connection: sa.Connection) -> None:
        postgresql_search.create(connection)

    def index(self, connection: sa.Connection, document: str) -> None:
        postgresql_search.index(connection, document)

    def unindex(self, connection: sa.Connection, document: str) -> None:
        postgresql_search.unindex(connection, document)

    def settle(self, connection: sa.Connection) -> None:
        postgresql_search.rebuild(connection)
        postgresql_tables.advance(connection)

    @contextmanager
    def still(self) -> Iterator[Dialect]:
        """The ledger itself: a reading transaction sees one state and keeps nobody out."""
        yield self

    def search(self, connection: sa.Connection, asked: Asked, most: int | None) -> list[int]:
        return postgresql_search.search(connection, asked, most)

    def journal(self, connection: sa.Connection) -> str:
        return "wal"

    def version(self, connection: sa.Connection) -> str:
        return f"PostgreSQL {connection.exec_driver_sql('SHOW server_version').scalar()}"

    def examine(self, connection: sa.Connection) -> list[str]:
        return postgresql_search.examine(connection)

    def explain(self, error: Exception) -> LedgerError:
        return errors.explain(error, self._address)


def _engine(creator: Callable[[], Any]) -> sa.Engine:
    engine = sa.create_engine("postgresql+pg8000://", creator=creator)
    engine.dialect.use_insertmanyvalues_wo_returning = True  # the driver sends many rows one by one
    postgresql_tables.shape(engine)
    sa.event.listen(engine, "handle_error", _note_the_end)
    return engine


def _note_the_end(context: sa.engine.ExceptionContext) -> None:
    """A connection that the server has ended is not used again."""
    if errors.ends_connection(context.original_exception):
        context.is_disconnect = True


def _take_lock(connection: sa.Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()))")
