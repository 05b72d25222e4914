"""`verbale acts`: what each side agreed, asked, offered, gave or said."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column, shortened

LONGEST_QUOTE = 200
WIDE = 110  # columns from which actors and types of acts stand side by side

SHAPE = Shape(
    kind="acts",
    one="act",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Date", cells.day, style="date", keep=True),
        Column("Who", cells.act_and_speaker, style="party", thin=WIDE),
        Column("Who", cells.speaker, style="party", wide=WIDE),
        Column("Act", lambda fact: fact.entry.type, wide=WIDE, keep=True),
        Column("Words", lambda fact: shortened(fact.words, LONGEST_QUOTE)),
        Column("Topics", cells.topics, wide=WIDE),
    ),
    fields=("id", "first", "actors", "speaker", "type", "topics", "words", "document", "source"),
)

command = list_command(
    SHAPE,
    """List what each side agreed, asked, offered, gave or said, the oldest first.

    The date is that of the document, which may be a day or two after the meeting.
    """,
)
