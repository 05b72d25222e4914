"""Which ledger a command uses: its own --ledger, that before the command, VERBALE_LEDGER, or verbale.db here."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from verbale.cli.root import Root
from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.ledger.history import as_of, changed_since
from verbale.settings import from_environment


def named(context: typer.Context, option: str | None) -> str | None:
    """The ledger that the command line names, the option after the command before that in front of it.

    It is that of now: raises UsageError where --as-of asks for an older one.
    """
    only_now(context, f"'{context.info_name}' works on the ledger as it is now.")
    return _named(context, option)


def only_now(context: typer.Context, reason: str) -> None:
    """Raises UsageError with this reason where --as-of is given: what is past can be asked and not changed."""
    if _root(context).as_of is not None:
        raise UsageError(f"{reason} --as-of does not go with it.", "Leave out --as-of.")


@contextmanager
def opened(context: typer.Context, option: str | None) -> Iterator[Ledger]:
    """The ledger of now, to be changed.

    Raises LedgerError where there is none, since asking makes no ledger, and UsageError as `named` does.
    """
    with _there(named(context, option)) as ledger:
        yield ledger


@contextmanager
def reading(context: typer.Context, option: str | None) -> Iterator[View]:
    """What the ledger says, or said at the end of the day that --as-of names.

    Raises LedgerError where there is none, UsageError for what is no day.
    """
    day = _day(_root(context).as_of)
    with _there(_named(context, option)) as ledger:
        if day is None or not changed_since(ledger, day):
            yield ledger.view()
            return
        sys.stderr.write(f"Working out what was recorded by {day} …\n")
        with (
            tempfile.TemporaryDirectory(prefix="verbale-") as folder,
            as_of(ledger, day, Path(folder) / "past.db") as past,
        ):
            yield past.view()


def _there(address: str | None) -> Ledger:
    settings = from_environment()
    return Ledger.open(address or settings.ledger, create=False, busy_seconds=settings.busy_seconds)


def _named(context: typer.Context, option: str | None) -> str | None:
    return option or _root(context).ledger


def _root(context: typer.Context) -> Root:
    return context.obj if isinstance(context.obj, Root) else Root()


def _day(words: str | None) -> str | None:
    if words is None:
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        try:
            return date.fromisoformat(words).isoformat()
        except ValueError:
            pass  # the thirtieth of February
    raise UsageError(f"--as-of {words!r} is no day.", "Give one as 2026-05-08.")
