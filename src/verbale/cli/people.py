"""`verbale people`: people, their posts and the dates on which they held them."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column

SHAPE = Shape(
    kind="people",
    one="person",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Name", lambda person: person.name, style="party"),
        Column("Party", lambda person: person.party or cells.NOTHING, keep=True),
        Column("Posts, and when documents give them", cells.posts),
        Column("Documents", lambda person: str(len(person.documents)), align="right", wide=100),
    ),
    fields=("id", "name", "party", "posts", "first", "last", "engagements", "documents"),
)

command = list_command(
    SHAPE,
    """List people, their posts and when they held them.

    A post holds from the first to the last day on which a document gives it.
    """,
)
