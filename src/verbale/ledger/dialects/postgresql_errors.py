"""What PostgreSQL and its driver say → one clear line with the next step, without the password."""

from __future__ import annotations

import socket
import ssl
from typing import Any

from verbale.errors import LedgerError, LockedError
from verbale.ledger.dialects.postgresql_address import Address

_KEPT = "Nothing already stored was harmed."
_LATER = "Try again in a moment; ask whoever runs the server if it lasts."
_RESTORE = "Restore a backup into another database: verbale restore FILE --ledger ADDRESS"
_RIGHTS = "Ask whoever runs the server for the rights, or name another user in the address."

# By the beginning of PostgreSQL's code for the error (SQLSTATE): message and next step, {0} the ledger's address.
_MEANINGS = {
    "28P01": ("The server refuses the password for the ledger {0}.", "Set PGPASSWORD, or name another user."),
    "28000": ("The server does not let this user in to the ledger {0}.", _RIGHTS),
    "3D000": ("There is no database for the ledger {0}.", "Create it: {createdb}"),
    "3F000": ("The schema of the ledger {0} is not there.", "Create it, or name another in the address' options."),
    "42501": ("This user may not do that in the ledger {0}.", _RIGHTS),
    "25006": ("The ledger {0} may not be written: the server is read-only.", "Use the server that it follows."),
    "53100": ("The disk of the ledger {0} is full.", f"Free some space on the server and try again. {_KEPT}"),
    "53200": ("The server of the ledger {0} is out of memory.", f"{_LATER} {_KEPT}"),
    "53300": ("The server of the ledger {0} has too many connections.", _LATER),
    "53": ("The server of the ledger {0} lacks what it needs.", f"{_LATER} {_KEPT}"),
    "55P03": ("The ledger {0} is locked by another program.", "Wait until that has finished, and try again."),
    "40P01": ("The ledger {0} is locked by another program.", "Wait until that has finished, and try again."),
    "57014": ("The server stopped a question to the ledger {0} that took too long.", "Raise its statement_timeout."),
    "57P": ("The server of the ledger {0} is shutting down or starting up.", f"{_LATER} {_KEPT}"),
    "25P": ("The server of the ledger {0} ended the transaction.", f"Run the command again. {_KEPT}"),
    "08": ("The connection to the ledger {0} broke.", f"Run the command again. {_KEPT}"),
    "54000": ("The document is too large for the ledger {0}.", "Split it, or save only the article."),
    "42P01": ("The ledger {0} is damaged: a table is missing.", _RESTORE),
    "42703": ("The ledger {0} is damaged: a column is missing.", _RESTORE),
    "XX": ("The ledger {0} is damaged.", _RESTORE),
    "58": ("The disk of the ledger {0} reports an error.", f"Check the server's disk. {_KEPT}"),
}  # fmt: skip
_LOCKED = ("55P03", "40P01")


def explain(error: Exception, address: Address) -> LedgerError:
    """The error of the database or of its driver as a LedgerError."""
    cause: Any = getattr(error, "orig", None) or error
    said = cause.args[0] if cause.args else ""
    if isinstance(said, dict):
        return _said(said, address)
    if isinstance(cause, ssl.SSLError):
        return _untrusted(cause, address)
    if "network error" in str(said) or "connection is closed" in str(said):
        return _meant("08", address)
    if "SSL" in str(said):
        return LedgerError(f"The server of the ledger {address.shown} offers no encryption.", "Drop sslmode=require.")
    if "assword" in str(said) or type(cause).__name__ == "ScramException":
        return _meant("28P01", address)
    return LedgerError(f"The ledger {address.shown} cannot be used: {_line(cause)}.", "verbale doctor examines it.")


def ends_connection(error: BaseException) -> bool:
    """Whether the connection is gone with this error: the server was stopped, or somebody ended it there."""
    said = error.args[0] if error.args else ""
    return isinstance(said, dict) and said.get("C", "").startswith(("57P", "25P03", "08"))


def unreachable(error: OSError, address: Address) -> LedgerError:
    """The server does not answer at all."""
    if isinstance(error, socket.gaierror):
        return LedgerError(f"There is no host {address.host} (ledger {address.shown}).", "Check the address.")
    reason = "it did not answer in time" if isinstance(error, TimeoutError) else (error.strerror or str(error)).lower()
    return LedgerError(
        f"The server of the ledger {address.shown} cannot be reached: {reason}.",
        "Start it, or check host and port of the address.",
    )


def no_schema(address: Address) -> LedgerError:
    """The search path names no schema that is there."""
    return _meant("3F000", address)


def wrong_encoding(encoding: str, address: Address) -> LedgerError:
    """A database that cannot hold every letter."""
    return LedgerError(
        f"The database of the ledger {address.shown} keeps texts in {encoding}, not in UTF8.",
        f"Create another: {_createdb(address)} --encoding=UTF8 --template=template0",
    )


def _said(said: dict[str, str], address: Address) -> LedgerError:
    code = said.get("C", "")
    for length in (5, 3, 2):
        if code[:length] in _MEANINGS:
            return _meant(code[:length], address)
    message = " ".join(said.get("M", "no reason given").split())
    return LedgerError(f"The ledger {address.shown} cannot be used: {message} ({code}).", "verbale doctor examines it.")


def _meant(code: str, address: Address) -> LedgerError:
    message, hint = _MEANINGS[code]
    refused = LockedError if code in _LOCKED else LedgerError
    return refused(message.format(address.shown), hint.format(createdb=_createdb(address)))


def _untrusted(error: ssl.SSLError, address: Address) -> LedgerError:
    return LedgerError(
        f"The server of the ledger {address.shown} cannot be trusted: {_line(error)}.",
        "Name its authority in the address: sslrootcert=FILE",
    )


def _createdb(address: Address) -> str:
    return f"createdb --host={address.host} --port={address.port} --username={address.user} {address.database}"


def _line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")
