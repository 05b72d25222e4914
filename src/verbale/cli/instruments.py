"""`verbale instruments`: agreements, statements, letters and other instruments."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, merged_list_command
from verbale.cli.tables import Column

SHAPE = Shape(
    kind="instruments",
    one="instrument",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Date", lambda fact: fact.entry.date or "undated", style="date", keep=True),
        Column("Parties", lambda fact: cells.codes(fact.entry.parties), style="party"),
        Column("Title", cells.instrument_name),
        Column("Type", lambda fact: fact.entry.type, wide=100, keep=True),
        Column("Status", lambda fact: fact.entry.status, keep=True),
        Column("Cited in", cells.reports, align="right", wide=80),
    ),
    fields=("id", "date", "type", "title", "parties", "status", "documents", "sources", "document", "source", "words"),
)

command = merged_list_command(
    SHAPE,
    """List agreements, statements, letters and other instruments, the oldest first.

    'signed': at the meeting that the document reports; 'cited': it exists already; 'sought': to be concluded.
    """,
)
