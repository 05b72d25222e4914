"""`verbale conflicts`: what documents contradict each other on."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, switched_list_command
from verbale.cli.tables import Column, shortened
from verbale.views.conflicts import Conflict, list_conflicts

WORDS = 160  # characters of a quotation in the table; 'verbale show' has all


def _claims(one: Conflict) -> str:
    """Each value with the words of the first report that gives it."""
    return "\n".join(
        f"{claim.value}  ({claim.support})\n    {shortened(claim.quotes[0][2], WORDS)}  {claim.quotes[0][1]}"
        if claim.quotes
        else claim.value
        for claim in one.claims
    )


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


command = switched_list_command(
    """List what documents contradict each other on: dates, numbers, places, posts, each value with its words.

    Values that differ only in precision are no conflict. A conflict stays until a person rules on it.
    """,
    "--differences",
    "Also what is said in other words or less precisely.",
    lambda view, request, differences: (list_conflicts(view, request, differences), SHAPE),
)
