"""`verbale figures`: the numbers that measure a relationship."""

from __future__ import annotations

from typing import Any

from verbale.cli import cells
from verbale.cli.figure_series import SHAPE as SERIES
from verbale.cli.listing import Shape, switched_list_command
from verbale.cli.tables import Column
from verbale.ledger import View
from verbale.views.asking import Request
from verbale.views.figure_series import list_figure_series
from verbale.views.listing import Listing, list_records

SHAPE = Shape(
    kind="figures",
    one="figure",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("As of", cells.figure_date, style="date", keep=True),
        Column("Amount", cells.figure_amount, style="party", align="right"),
        Column("Kind", lambda fact: fact.entry.kind, keep=True),
        Column("Of what", lambda fact: fact.entry.label),
        Column("Topic", lambda fact: fact.entry.topic or cells.NOTHING, wide=100),
    ),
    fields=("id", "as_of", "since", "value", "unit", "kind", "of", "label", "topic", "document", "source", "words"),
)


def _ask(view: View, request: Request, as_series: bool) -> tuple[Listing[Any], Shape]:
    if as_series:
        return list_figure_series(view, request), SERIES
    return list_records(view, SHAPE.kind, request), SHAPE


command = switched_list_command(
    """List the numbers that measure a relationship: money, missions, remains, trade.

    'increment': an addition; 'total': what stands; 'part': some of a number; 'baseline': a total before a change.
    With --series numbers of one programme stand together, each once however many documents give it, and totals are
    checked against what was added.
    """,
    "--series",
    "A row for each programme or measure, with all its numbers in time.",
    _ask,
)
