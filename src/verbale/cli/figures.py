"""`verbale figures`: the numbers that measure a relationship."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column

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

command = list_command(
    SHAPE,
    """List the numbers that measure a relationship: money, missions, remains, trade.

    'increment': an addition; 'total': what stands; 'part': some of a number; 'baseline': a total before a change.
    """,
)
