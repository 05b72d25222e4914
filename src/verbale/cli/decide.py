"""`verbale decide`: a person's word on a fact or on what is one thing."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from verbale.cli.console import console
from verbale.cli.deciding import ByOption, who
from verbale.cli.formats import write_json
from verbale.cli.ledgers import opened
from verbale.cli.options import JsonOption, LedgerOption
from verbale.views.deciding import draft_of


class Action(StrEnum):
    """What can be decided of a fact or a record."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    NEVER_MERGE = "never-merge"
    RULE = "rule"


def command(
    context: typer.Context,
    action: Annotated[
        Action, typer.Argument(metavar="ACTION", help="accept, correct, reject, merge, split, never-merge or rule.")
    ],
    identifiers: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids from a list, or their beginnings.")],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with the decision.")],
    field: Annotated[
        str | None, typer.Option("--field", metavar="FIELD", help="With correct and rule: the field to set.")
    ] = None,
    value: Annotated[
        str | None,
        typer.Option("--value", metavar="VALUE", help="With correct and rule: its value; 'none' for none."),
    ] = None,
    by: ByOption = None,
    based_on: Annotated[
        str | None,
        typer.Option("--based-on", metavar="STATE", help="Refuse if the things are no longer in this state."),
    ] = None,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Decide on a fact or on what is one thing.

    Facts: accept, correct, reject. Records: merge, split, never-merge, rule.
    A decision is never lost: it outlives a new reading of its document, and 'verbale undo' takes it back.
    """
    with opened(context, ledger) as store:
        draft = draft_of(store.view(), str(action), identifiers, who(by), why, field, value, based_on)
        decided = store.decider().decide(draft)
    if as_json:
        write_json({**decided.decision.to_json(), "state": decided.state})
    else:
        number = decided.decision.id
        console().print(f"Decided: {action}, {number}. To take it back: verbale undo {number}", soft_wrap=True)
