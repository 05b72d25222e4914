"""`verbale mechanisms`: series of rounds."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape, list_command
from verbale.cli.tables import Column
from verbale.views.naming import ranges
from verbale.views.series import Series, list_series, venues


def _rounds(one: Series) -> str:
    lines = [f"{each.entry.round or '–'}  {cells.engagement_date(each)}".replace("\n", " ") for each in one.held]
    lines += [f"{each.entry.round or '–'}  {each.entry.start or 'undated'} planned" for each in one.planned]
    return "\n".join(lines) or cells.NOTHING


def _rest(one: Series) -> str:
    """What a reader of the series must know: what is missing, does not fit, and when the next is due."""
    lines = [f"missing: {ranges(one.missing)}"] if one.missing else []
    if one.interval:
        lines.append(f"every {one.interval:g} months")
    if one.due:
        lines.append(f"next about {one.due.rstrip('~')}")
    return "\n".join((*lines, *one.problems)) or cells.NOTHING


SHAPE = Shape(
    kind="mechanisms",
    one="mechanism",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Parties", lambda one: cells.codes(one.record.parties), style="party"),
        Column("Mechanism", lambda one: "\nalso ".join(name for name, _ in one.record.names[:3])),
        Column("Rounds", _rounds),
        Column("Venues", venues, wide=110),
        Column("What follows", _rest, wide=80),
    ),
    fields=("id", "name", "names", "parties", "rounds", "planned", "missing", "problems", "interval_months", "due",
            "first", "last"),
)  # fmt: skip

command = list_command(
    SHAPE,
    """List mechanisms as series of rounds.

    A number that no document gives is missing; a number given twice, a round with two dates and numbers against the
    order of dates are told. The next is due after the middle of all known intervals, unless one is announced.
    """,
    list_series,
)
