"""What the commands that decide share: who decides."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from verbale.errors import UsageError
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
