"""`verbale backup`: the ledger in one file that verifies itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.ledgers import opened
from verbale.cli.moving import tell, watched
from verbale.cli.options import JsonOption, LedgerOption
from verbale.ledger.backups import back_up


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="The file to write.")],
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Write a verified copy of the ledger to one file.

    It is the ledger as it stood when the backup began, whoever writes meanwhile. An older backup of that name is
    replaced when the new one is complete and verified.
    """
    with opened(context, ledger) as source, watched("Backing up") as progress:
        copied = back_up(source, file, progress)
    tell("Backed up", copied, as_json)
