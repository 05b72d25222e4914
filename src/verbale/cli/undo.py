"""`verbale undo`: a decision taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import console
from verbale.cli.deciding import ByOption, who
from verbale.cli.formats import write_json
from verbale.cli.ledgers import opened
from verbale.cli.options import JsonOption, LedgerOption


def command(
    context: typer.Context,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a decision from 'verbale decisions', or its beginning.")
    ],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with the decision.")] = "",
    by: ByOption = None,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Take a decision back; to take an undo back is to decide again.

    Nothing leaves the log: the ledger says again what it said without the decision.
    """
    with opened(context, ledger) as store:
        decided = store.decider().undo(identifier, who(by), why)
    if as_json:
        write_json({**decided.decision.to_json(), "state": decided.state})
    else:
        number = decided.decision.id
        console().print(
            f"Taken back: {decided.decision.undoes}. To decide it again: verbale undo {number}", soft_wrap=True
        )
