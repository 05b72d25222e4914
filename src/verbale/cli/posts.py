"""`verbale posts`: offices, what they were called and who held them."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column
from verbale.model.records import PostHistory


def _names(post: PostHistory) -> str:
    if len(post.names) == 1:
        return post.name
    return "\n".join(f"{one.name} ({cells.period(one)})" for one in post.names)


def _holders(post: PostHistory) -> str:
    return "\n".join(f"{one.name} ({cells.period(one)})" for one in post.holders)


SHAPE = Shape(
    kind="posts",
    one="post",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Party", lambda post: post.party or cells.NOTHING, keep=True),
        Column("Post", _names),
        Column("Held by, and when documents say so", _holders),
        Column("Documents", lambda post: str(len(post.documents)), align="right", wide=100),
    ),
    fields=("id", "name", "party", "names", "holders", "documents"),
)

command = list_command(
    SHAPE,
    """List posts, what they were called and who held them.

    A renamed ministry's head is one post with two dated names; acting and deputy are posts of their own.
    """,
)
