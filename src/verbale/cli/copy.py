"""`verbale copy`: one ledger into another, between SQLite and PostgreSQL either way."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.ledgers import only_now
from verbale.cli.moving import tell, watched
from verbale.cli.options import JsonOption
from verbale.ledger import Ledger
from verbale.ledger.backups import copy_ledger
from verbale.settings import from_environment


def command(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help="The ledger to read: a file or postgresql://...")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where to put it: a new or an empty ledger.")],
    as_json: JsonOption = False,
) -> None:
    """Copy a ledger, between SQLite and PostgreSQL either way.

    All of it is copied in one transaction; then a hash over all rows is taken on both sides. Where they differ, nothing
    is kept and the exit code is 4.
    """
    only_now(context, "'copy' copies the ledger as it is now.")
    busy_seconds = from_environment().busy_seconds
    with Ledger.open(source, create=False, busy_seconds=busy_seconds) as ledger, watched("Copying") as progress:
        copied = copy_ledger(ledger, target, busy_seconds, progress)
    tell("Copied", copied, as_json)
