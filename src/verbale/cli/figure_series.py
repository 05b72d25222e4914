"""How series of figures look in a table: every number with its date and kind, and the sums that were checked."""

from __future__ import annotations

from verbale.cli import cells
from verbale.cli.listing import Shape
from verbale.cli.tables import Column, shortened
from verbale.model.figure_series import FigurePoint, FigureSeries, FigureSum
from verbale.views.amounts import amount_of, number
from verbale.views.charts import series_sparkline

LONGEST_NAME = 90
_SIGNS = {"reconciled": "=", "mismatch": "≠", "gap": "<"}


_MARKS = {"total": "total", "baseline": "", "increment": "", "part": ""}  # the date or a sign tells the others


def point_line(point: FigurePoint) -> str:
    """A number with its date: 'before 2023-09-20  USD 183 million', '2025-05-08  +USD 130 million  ×3'."""
    value = amount_of(point.value, point.unit, point.of)
    sign = "+" if point.kind == "increment" else ""
    share = f" ({number(point.share)} %)" if point.share is not None else ""
    said = " ".join(filter(None, (_MARKS[point.kind], point.bound, f"{sign}{value}{share}")))
    return f"{when(point)}  {said}{told(point)}"


def when(point: FigurePoint) -> str:
    """The day that the number holds for: its own, else that of its first document."""
    day = point.as_of or point.first or "undated"
    if point.since and point.since != point.as_of:
        return f"{point.since} … {point.as_of}" if point.as_of else f"since {point.since}"
    return f"before {day}" if point.before else day


def told(point: FigurePoint) -> str:
    """How many documents give the number where it is more than one; fewer sources where some are copies."""
    documents = len({fact.document for fact in point.reports})
    if documents == 1:
        return ""
    return f"  ×{documents}" if documents == point.sources else f"  ×{documents} ({point.sources} sources)"


def sum_line(one: FigureSum) -> str:
    """A checked total: '300 + 130 = 430 million: reconciled'."""
    parts = " + ".join(number(point.value) for point in (one.before, *one.added))
    said = {
        "reconciled": "reconciled",
        "mismatch": f"does not add up, by {number(abs(one.difference))}",
        "gap": f"{number(abs(one.difference))} not accounted for",
    }
    sign = _SIGNS[one.status] if one.difference > 0 or one.status != "gap" else "≈"
    return f"{parts} {sign} {number(one.total.value)}: {said[one.status]}"


def checks(series: FigureSeries) -> str:
    """The sums, totals that contradict each other, and other units for the same numbers, each on a line."""
    lines = [sum_line(one) for one in series.sums]
    lines += [f"{number(a.value)} and {number(b.value)} for one day" for a, b in series.rivals]
    lines += [f"also told as {', '.join(one[: cells.SHORT_ID] for one in series.told_as)}"] if series.told_as else []
    return "\n".join(lines) or cells.NOTHING


def name(series: FigureSeries) -> str:
    """What is measured, and the line of its totals."""
    line = series_sparkline(series)
    return f"{shortened(series.name, LONGEST_NAME)}{f'  {line}' if line else ''}"


SHAPE = Shape(
    kind="series",
    one="series",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Parties", lambda one: cells.codes(one.parties), style="party", wide=80),
        Column("Topic", lambda one: one.topic or cells.NOTHING, wide=120),
        Column("Of what", name),
        Column("Numbers in time", lambda one: "\n".join(map(point_line, one.points))),
        Column("Checked", checks, wide=64),
        Column("Checked", checks, thin=64),
    ),
    fields=("id", "name", "parties", "topic", "unit", "latest", "kind", "first", "last", "documents", "points", "sums",
            "rivals", "told_as"),
)  # fmt: skip
