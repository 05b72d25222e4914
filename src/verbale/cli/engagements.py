"""`verbale engagements`: meetings, rounds, visits, calls and ceremonies."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column

SHAPE = Shape(
    kind="engagements",
    one="engagement",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Date", cells.engagement_date, style="date", keep=True),
        Column("Parties", lambda fact: cells.codes(fact.entry.parties), style="party"),
        Column("What", cells.engagement_name),
        Column("Where", cells.engagement_place),
        Column("Who", cells.engagement_people, wide=100),
    ),
    fields=("id", "start", "end", "status", "kind", "mechanism", "round", "parties", "place", "country",
            "participants", "main", "document", "source", "words"),
)  # fmt: skip

command = list_command(
    SHAPE,
    """List meetings, rounds, visits, calls and ceremonies, the oldest first.

    A meeting that several documents report stands once for each: every row is what one document says.
    """,
)
