"""SQLite: one file, the default.

A write transaction begins with BEGIN IMMEDIATE: a plain BEGIN takes the lock at the first write, where waiting for
it is no longer possible, and is refused under load. Foreign keys are on, waiting for a lock lasts 30 seconds.
The write-ahead log is used from SQLite 3.51.3 on, since older versions may lose a commit or damage the file when a
checkpoint and a writer meet; below it the rollback journal, fully synchronised, does the same work.
A new ledger is made in memory, copied to a file of its own and only then given its name: whoever finds the name
finds a whole ledger, whenever the process is killed.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool, StaticPool

from verbale.errors import LedgerError
from verbale.ledger.dialects import sqlite_errors as errors
from verbale.ledger.dialects import sqlite_files, sqlite_rows, sqlite_search
from verbale.ledger.dialects.base import BUSY_SECONDS, Asked, Dialect, Migrate, Rows

APPLICATION_ID = 0x56524221  # 'VRB!', in the file's header
WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)


class Sqlite:
    """A ledger in one file. `migrate` brings a database to the newest schema; it is called only where needed."""

    name = "sqlite"
    errors: tuple[type[Exception], ...] = (sqlite3.Error,)

    def __init__(self, path: Path, migrate: Migrate, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path.absolute()
        self.address = str(path)
        self.migrate = migrate
        self.busy_seconds = busy_seconds

    @cached_property
    def _reading(self) -> sa.Engine:
        engine = _engine(self._connect_reading)
        sa.event.listen(engine, "begin", _begin)
        return engine

    @cached_property
    def _writing(self) -> sa.Engine:
        engine = _engine(self._connect)
        sa.event.listen(engine, "begin", _begin_immediate)
        return engine

    def reading(self) -> sa.Engine:
        return self._reading

    def writing(self) -> sa.Engine:
        return self._writing

    def close(self) -> None:
        for engine in (self.__dict__.pop("_reading", None), self.__dict__.pop("_writing", None)):
            if engine is not None:
                engine.dispose()

    def _connect(self) -> sqlite3.Connection:
        # mode=rw: a ledger that is gone must not come back as an empty file.
        connection = sqlite3.connect(
            self.path.as_uri() + "?mode=rw",
            uri=True, timeout=self.busy_seconds, isolation_level=None, check_same_thread=False,
        )  # fmt: skip
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA journal_mode = {'WAL' if WAL_IS_SAFE else 'DELETE'}")
        connection.execute(f"PRAGMA synchronous = {'NORMAL' if WAL_IS_SAFE else 'FULL'}")
        return connection

    def _connect_reading(self) -> sqlite3.Connection:
        connection = self._connect()
        connection.execute("PRAGMA query_only = ON")
        return connection

    def exists(self) -> bool:
        try:
            if self.path.is_dir():
                raise errors.is_folder(self.address)
            if not self.path.exists():
                return False
            if not self.path.is_file():
                raise errors.is_no_file(self.address)
            # By its size alone: opening and closing the file here would drop the locks that SQLite holds on it.
            if self.path.stat().st_size == 0:
                raise errors.is_empty(self.address)
        except OSError as error:
            raise errors.explain_os(error, self.address) from error
        return True

    def create(self) -> None:
        try:
            with sqlite_files.being_made(self.path) as new:
                self._build(new)
        except OSError as error:
            raise errors.explain_os(error, self.address) from error

    @contextmanager
    def arriving(self, replace: bool = False) -> Iterator[Dialect]:
        try:
            with sqlite_files.being_made(self.path, replace) as new:
                self._build(new)
                with closing(self._elsewhere(new)) as unseen:
                    yield unseen
        except OSError as error:
            raise errors.explain_os(error, self.address) from error

    def _elsewhere(self, path: Path) -> Sqlite:
        """The same ledger in another file, called by its own name."""
        other = Sqlite(path, self.migrate, self.busy_seconds)
        other.address = self.address
        return other

    def _build(self, new: Path) -> None:
        if not new.parent.is_dir():
            raise errors.no_folder(self.address, new.parent)
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        engine = _engine(lambda: memory, StaticPool)
        sa.event.listen(engine, "begin", _begin)
        try:
            with engine.begin() as connection:
                self.migrate(self, connection)
            target = sqlite3.connect(new)
            try:
                memory.backup(target)
            finally:
                target.close()
        finally:
            engine.dispose()
            memory.close()

    def is_broken(self) -> bool:
        try:
            with self.reading().connect() as connection:
                return self.is_ours(connection) and _scalar(connection, "PRAGMA integrity_check(1)") != "ok"
        except (sa.exc.DatabaseError, sqlite3.Error) as error:
            if errors.is_damage(error):
                return sqlite_files.application_id(self.path) == APPLICATION_ID
            raise

    def is_ours(self, connection: sa.Connection) -> bool:
        return bool(_scalar(connection, "PRAGMA application_id") == APPLICATION_ID)

    def mark(self, connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def insert(self, connection: sa.Connection, table: sa.Table, rows: Rows) -> None:
        sqlite_rows.insert(connection, table, rows)

    def create_search(self, connection: sa.Connection) -> None:
        sqlite_search.create(connection)

    def index(self, connection: sa.Connection, document: str) -> None:
        sqlite_search.index(connection, document)

    def unindex(self, connection: sa.Connection, document: str) -> None:
        sqlite_search.unindex(connection, document)

    def settle(self, connection: sa.Connection) -> None:
        sqlite_search.rebuild(connection)

    @contextmanager
    def still(self) -> Iterator[Dialect]:
        """The ledger itself with the write-ahead log, where readers keep no writer out; else a copy of its pages."""
        if WAL_IS_SAFE:
            yield self
            return
        with (
            tempfile.TemporaryDirectory(prefix="verbale-") as folder,
            closing(self._elsewhere(Path(folder) / "still.db")) as copy,
        ):
            sqlite_rows.copy_pages(self._connect_reading, copy.path)
            yield copy

    def search(self, connection: sa.Connection, asked: Asked, most: int | None) -> list[int]:
        return sqlite_search.search(connection, asked, most)

    def journal(self, connection: sa.Connection) -> str:
        return str(_scalar(connection, "PRAGMA journal_mode"))

    def version(self, connection: sa.Connection) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def examine(self, connection: sa.Connection) -> list[str]:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
        problems = [f"SQLite finds damage: {line}" for line in found if line != "ok"]
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            problems.append(f"Row {row} of {table} names a row of {parent} that is not there.")
        return problems

    def explain(self, error: Exception) -> LedgerError:
        return errors.explain(error, self.address)


def _engine(creator: Callable[[], sqlite3.Connection], pool: type[sa.Pool] = QueuePool) -> sa.Engine:
    return sa.create_engine("sqlite://", creator=creator, poolclass=pool)


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _scalar(connection: sa.Connection, statement: str) -> object:
    return connection.exec_driver_sql(statement).scalar()
