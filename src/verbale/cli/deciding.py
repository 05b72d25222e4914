"""What the commands that decide share: who decides, and a ledger to decide in."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from verbale.cli.ledgers import named
from verbale.errors import UsageError
from verbale.ledger import Ledger
from verbale.settings import from_environment

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides. Default: $VERBALE_BY, else the login name."),
]


def who(by: str | None) -> str:
    """Who decides; raises UsageError where the system knows no name."""
    name = by or from_environment().by
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise UsageError("Nobody is logged in by a name.", "Say who decides: --by NAME, or set VERBALE_BY.") from None


@contextmanager
def deciding(context: typer.Context, option: str | None) -> Iterator[Ledger]:
    """The ledger to decide in. Raises LedgerError where there is none: deciding makes no ledger."""
    settings = from_environment()
    address = named(context, option) or settings.ledger
    with Ledger.open(address, create=False, busy_seconds=settings.busy_seconds) as ledger:
        yield ledger
