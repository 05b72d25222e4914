"""`verbale documents`: the documents that the ledger holds."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column

SHAPE = Shape(
    kind="documents",
    one="document",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Published", lambda document: (document.published or "undated")[:10], style="date", keep=True),
        Column("Parties", lambda document: cells.codes(document.parties), style="party"),
        Column("Title", lambda document: document.title or cells.NOTHING),
        Column("Outlet", lambda document: document.outlet or cells.NOTHING, wide=100),
        Column("File", lambda document: document.source),
    ),
    fields=("id", "published", "title", "outlet", "language", "parties", "sources", "reader", "hash"),
)

command = list_command(
    SHAPE,
    """List the documents that the ledger holds, the oldest first.

    '--topic' and '--mechanism' keep those that have an act on the topic, or a main meeting of that mechanism.
    """,
)
