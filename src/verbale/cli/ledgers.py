"""Which ledger a command uses: its own --ledger, that before the command, VERBALE_LEDGER, or verbale.db here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from verbale.ledger import Ledger, View
from verbale.settings import from_environment


def named(context: typer.Context, option: str | None) -> str | None:
    """The ledger that the command line names, the option after the command before that in front of it."""
    return option or context.obj


@contextmanager
def opened(context: typer.Context, option: str | None) -> Iterator[Ledger]:
    """The ledger that is there. Raises LedgerError where there is none: asking makes no ledger."""
    settings = from_environment()
    address = named(context, option) or settings.ledger
    with Ledger.open(address, create=False, busy_seconds=settings.busy_seconds) as ledger:
        yield ledger


@contextmanager
def reading(context: typer.Context, option: str | None) -> Iterator[View]:
    """What the ledger says; raises as `opened` does."""
    with opened(context, option) as ledger:
        yield ledger.view()
