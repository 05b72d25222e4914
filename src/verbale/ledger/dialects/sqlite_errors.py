"""What SQLite and the operating system say of a ledger's file → one clear line with the next step."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from verbale.errors import LedgerError, LockedError

_ANOTHER = "Name another file with --ledger or VERBALE_LEDGER."
_KEPT = "Nothing already stored was harmed."

# By the beginning of SQLite's name for the error, longest first where one begins another.
_MEANINGS = (
    ("SQLITE_BUSY", "The ledger {0} is locked by another program.", "Wait until that has finished, and try again."),
    ("SQLITE_LOCKED", "The ledger {0} is locked by another program.", "Wait until that has finished, and try again."),
    ("SQLITE_FULL", "The disk of the ledger {0} is full.", f"Free some space and run the command again. {_KEPT}"),
    ("SQLITE_READONLY", "The ledger {0} may not be written.", "Check the rights of the file and of its folder."),
    ("SQLITE_NOTADB", "{0} is not a ledger.", _ANOTHER),
    ("SQLITE_CORRUPT", "The ledger {0} is damaged.", "Restore a backup: verbale restore FILE --replace"),
    ("SQLITE_CANTOPEN", "The ledger {0} cannot be opened.", "Check the rights of the file and of its folder."),
    ("SQLITE_PERM", "The ledger {0} may not be opened.", "Check the rights of the file and of its folder."),
    ("SQLITE_IOERR", "The disk of the ledger {0} reports an error.", f"Check the disk and its free space. {_KEPT}"),
    ("SQLITE_TOOBIG", "The document is too large for the ledger {0}.", "Split it, or save only the article."),
)
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")


def explain(error: Exception, address: str) -> LedgerError:
    """The error of the database as a LedgerError."""
    name = _name(error)
    for beginning, message, hint in _MEANINGS:
        if name.startswith(beginning):
            refused = LockedError if beginning in _LOCKED else LedgerError
            return refused(message.format(address), hint)
    return LedgerError(f"The ledger {address} cannot be used: {_cause(error)}.", "verbale doctor examines it.")


def is_damage(error: Exception) -> bool:
    """Whether the database says that its file is damaged."""
    return _name(error).startswith("SQLITE_CORRUPT")


def _name(error: Exception) -> str:
    """SQLite's name for the error."""
    return getattr(_cause(error), "sqlite_errorname", None) or ""


def _cause(error: Exception) -> Exception:
    return getattr(error, "orig", None) or error


def explain_os(error: OSError, address: str) -> LedgerError:
    """The error of the operating system as a LedgerError."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return explain(_named("SQLITE_FULL"), address)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return LedgerError(
            f"The ledger {address} may not be opened.", "Check the rights of the file and of its folder."
        )
    return LedgerError(f"The ledger {address} cannot be opened: {error.strerror or error}.", _ANOTHER)


def is_folder(address: str) -> LedgerError:
    return LedgerError(f"{address} is a folder, not a ledger.", "Name a file, for example verbale.db in it.")


def is_no_file(address: str) -> LedgerError:
    return LedgerError(f"{address} is not a regular file, so it cannot be a ledger.", _ANOTHER)


def is_empty(address: str) -> LedgerError:
    return LedgerError(f"{address} is an empty file, not a ledger.", f"Delete it if you do not need it. {_ANOTHER}")


def no_folder(address: str, folder: Path) -> LedgerError:
    return LedgerError(
        f"The folder {folder} of the ledger {address} is not there.", "Create it first, or name another file."
    )


def _named(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error
