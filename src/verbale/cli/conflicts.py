"""`verbale conflicts`: what documents contradict each other on."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli import cells
from verbale.cli.ledgers import reading
from verbale.cli.listing import DEFAULT_LIMIT, Shape, form_of, write
from verbale.cli.options import (
    AfterOption,
    BeforeOption,
    CsvOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    MechanismOption,
    PartyOption,
    TopicOption,
)
from verbale.cli.tables import Column, shortened
from verbale.views.asking import Request
from verbale.views.conflicts import Conflict, list_conflicts

WORDS = 160  # characters of a quotation in the table; 'verbale show' has all


def _claims(one: Conflict) -> str:
    """Each value with the words of the first report that gives it."""
    return "\n".join(
        f"{claim.value}  ({_sources(claim.sources)})\n    {shortened(claim.quotes[0][2], WORDS)}  {claim.quotes[0][1]}"
        if claim.quotes
        else claim.value
        for claim in one.claims
    )


def _sources(number: int) -> str:
    return f"{number} source" if number == 1 else f"{number} sources"


SHAPE = Shape(
    kind="conflicts",
    one="conflict",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Of", lambda one: one.name),
        Column("Field", lambda one: one.field if one.status != "ruled" else f"{one.field}\nruled", style="party"),
        Column("What documents say", _claims),
    ),
    fields=("id", "kind", "name", "field", "status", "claims"),
)


def command(
    context: typer.Context,
    party: PartyOption = None,
    mechanism: MechanismOption = None,
    topic: TopicOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    differences: Annotated[
        bool, typer.Option("--differences", help="Also what is said in other words or less precisely.")
    ] = False,
    limit: LimitOption = DEFAULT_LIMIT,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List what documents contradict each other on: dates, numbers, places, posts, each value with its words.

    Values that differ only in precision are no conflict. A conflict stays until a person rules on it.
    """
    form = form_of(as_json, as_csv)
    request = Request(party or (), mechanism, topic, after, before, limit)
    with reading(context, ledger) as view:
        write(list_conflicts(view, request, differences), SHAPE, form)
