"""Backups: a ledger in one SQLite file, whatever database it came from, with the hash of its contents inside.

A backup is verified when it is made and again before anything is restored from it. It is an ordinary ledger file as
well; one that was written to afterwards no longer is what its hash says, and is not restored.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from verbale.errors import LedgerError
from verbale.ledger import schema
from verbale.ledger.addresses import dialect_at, migrate
from verbale.ledger.copying import Progress, copy
from verbale.ledger.dialects.base import BUSY_SECONDS, Dialect
from verbale.ledger.dialects.sqlite import Sqlite
from verbale.ledger.dialects.sqlite_errors import explain_os
from verbale.ledger.digest import digest
from verbale.ledger.failures import explained
from verbale.ledger.store import Ledger
from verbale.model.records import Copied

_STAMP = sa.Table(
    "backup",
    sa.MetaData(),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Column("schema", sa.Text, nullable=False),
)
_WRITTEN = "Name a file that 'verbale backup' has written."
_OTHERS = ("alembic_version", "backup", "search_index")  # what else a file holds, by the beginning of the name


def copy_ledger(
    source: Ledger, address: str, busy_seconds: float = BUSY_SECONDS, progress: Progress | None = None
) -> Copied:
    """Copy a ledger to an address where there is none, or an empty one.

    A file gets its name only when the copy is whole. Raises LedgerError as `copying.copy` does.
    """
    with _receiving(address, busy_seconds) as target:
        return copy(source.dialect, target, progress=progress)


def back_up(source: Ledger, file: Path, progress: Progress | None = None) -> Copied:
    """Write a verified backup; an older one under the name is replaced when the new one is complete.

    Raises LedgerError where the name is taken by anything but a backup, where the file cannot be written, and where it
    does not hold what the ledger does.
    """
    with closing(Sqlite(file, migrate)) as older, explained(older):
        if older.exists():
            with older.reading().begin() as connection:
                _recorded(older, connection, "Name another file, or move it away first.")
    with older.arriving(replace=True) as new:
        copied = copy(source.dialect, new, progress=progress)
        with explained(new), new.writing().begin() as connection:
            _STAMP.create(connection)
            connection.execute(sa.insert(_STAMP).values(hash=copied.target_hash, schema=schema.REVISIONS[-1]))
        _verify(new)
    return copied


def restore(
    file: Path,
    address: str,
    busy_seconds: float = BUSY_SECONDS,
    replace: bool = False,
    progress: Progress | None = None,
) -> Copied:
    """Verify a backup, then put its contents into the ledger at the address, which is made where there is none.

    With `replace` a ledger that holds something is emptied first, and a damaged file gives way to a new one. Raises
    LedgerError for a file that is no backup or was changed or damaged, and without `replace` for a ledger that holds
    something; the ledger is then as it was.
    """
    with tempfile.TemporaryDirectory(prefix="verbale-") as folder:
        taken = Path(folder) / "backup.db"  # the backup itself stays as it is, even where its schema is an older one
        _take(file, taken)
        with Ledger.open(taken) as source, _receiving(address, busy_seconds, replace) as target:
            source.dialect.address = str(file)
            return copy(source.dialect, target, replace, progress)


@contextmanager
def _receiving(address: str, busy_seconds: float, replace: bool = False) -> Iterator[Dialect]:
    """The ledger to copy into. One that is made gets its name when the block ends well.

    With `replace`, one is also made in the place of a file too damaged to be emptied.
    """
    dialect = dialect_at(address, busy_seconds)
    with closing(dialect):
        with explained(dialect):
            there = dialect.exists()
            renewed = there and replace and dialect.is_broken()
        if there and not renewed:
            with Ledger.open(address, create=False, busy_seconds=busy_seconds) as ledger:
                yield ledger.dialect
        else:
            with explained(dialect), dialect.arriving(renewed) as new:
                yield new


def _take(file: Path, taken: Path) -> None:
    """A verified copy of a backup."""
    with closing(Sqlite(file, migrate)) as backup, explained(backup):
        if not backup.exists():
            raise LedgerError(f"There is no backup {file}.", _WRITTEN)
    try:
        shutil.copyfile(file, taken)
    except OSError as error:
        raise explain_os(error, str(file)) from error
    with closing(Sqlite(taken, migrate)) as copied:
        copied.address = str(file)
        _verify(copied)


def _verify(backup: Dialect) -> None:
    """Raise LedgerError where a backup is damaged or does not hold what its hash says."""
    with explained(backup), backup.reading().begin() as connection:
        recorded = _recorded(backup, connection)
        problems = backup.examine(connection)
        tables = sa.MetaData()
        tables.reflect(connection, only=lambda name, _: not name.startswith(_OTHERS))
        if not problems and digest(connection, tables.sorted_tables).hexdigest() != recorded:
            problems = ["Its contents do not have the hash that was noted when it was made."]
    if problems:
        raise LedgerError(f"The backup {backup.address} is damaged or was changed. {problems[0]}", "Use another one.")


def _recorded(backup: Dialect, connection: sa.Connection, hint: str = _WRITTEN) -> str:
    """The hash that was noted when the backup was made; raises LedgerError for what is no backup."""
    if not backup.is_ours(connection) or not sa.inspect(connection).has_table(_STAMP.name):
        raise LedgerError(f"{backup.address} is not a backup.", hint)
    return str(connection.execute(sa.select(_STAMP.c.hash)).scalar_one())
