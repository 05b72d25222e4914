"""`verbale restore`: what a backup holds into a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.ledgers import named
from verbale.cli.moving import tell, watched
from verbale.cli.options import JsonOption, LedgerOption
from verbale.ledger.backups import restore
from verbale.settings import from_environment


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="What 'verbale backup' has written.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what the ledger holds, once the backup is verified.")
    ] = False,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Put a backup into a ledger, once it is verified.

    A ledger that holds something is left alone unless --replace is given. A backup that is damaged or was changed is
    refused, and the ledger stays as it was.
    """
    settings = from_environment()
    address = named(context, ledger) or settings.ledger
    with watched("Restoring") as progress:
        copied = restore(file, address, settings.busy_seconds, replace, progress)
    tell("Restored", copied, as_json)
