"""The tree of errors. Each says what happened and what to do next; `exit_code` and `status` serve the faces.

Exit codes: 0 done, 1 some documents failed, 2 wrong usage, 3 the input cannot be read, 4 the ledger cannot be used.
"""

from __future__ import annotations


class VerbaleError(Exception):
    """Base of every error that a user may meet: `message` says what and why, `hint` what to do next."""

    exit_code = 1
    status = 500

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(VerbaleError):
    """The request itself does not make sense: an unknown id, a filter that is no date."""

    exit_code = 2
    status = 400


class SourceError(VerbaleError):
    """A document cannot be read: missing, unreadable, empty, binary, damaged, too large."""

    exit_code = 3
    status = 422


class LedgerError(VerbaleError):
    """The ledger cannot be used: not a ledger, of a newer schema, locked, on a full disk."""

    exit_code = 4
    status = 503


class NoLedgerError(LedgerError):
    """There is no ledger at the address, and none was to be made."""


class NotFoundError(UsageError):
    """No record has the id that was asked for."""

    status = 404


class StaleError(UsageError):
    """A decision rests on a state that is no longer there: someone else was faster, or the document was read anew."""

    status = 409


class LockedError(LedgerError):
    """Another program is writing the ledger and did not finish in time; the same may be tried again."""
