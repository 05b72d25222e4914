"""`verbale engagements`: meetings, rounds, visits, calls and ceremonies."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, merged_list_command
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
        Column("Reports", cells.reports, align="right", wide=80),
    ),
    fields=("id", "start", "end", "status", "kind", "mechanism", "round", "parties", "place", "country",
            "participants", "main", "documents", "sources", "conflicts",
            "document", "source", "words"),
)  # fmt: skip

command = merged_list_command(
    SHAPE,
    """List meetings, rounds, visits, calls and ceremonies, the oldest first.

    A meeting that several documents report is one row, with the number of reports; '2 of 3' are two independent
    sources among three documents, '!' marks a conflict between them.
    """,
)
