"""The figures of a briefing: one programme or measure a line, those with several numbers as a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.model.figure_series import FigurePoint, FigureSeries
from verbale.views.brief_basis import Basis
from verbale.views.brief_material import Note
from verbale.views.brief_sections import Line
from verbale.views.charts import MOST, bars

SUMS = {"reconciled": "the numbers add up", "mismatch": "the numbers do not add up", "gap": "more was added than told"}


def figure_lines(basis: Basis) -> list[Line]:
    """Series whose totals were checked come first, then those with several numbers; of each the newest."""
    newest = sorted(basis.figures, key=lambda one: (_last(one), one.id), reverse=True)
    return [_line(basis, one) for one in sorted(newest, key=lambda one: (not one.sums, len(one.points) < 2))]


def _last(one: FigureSeries) -> str:
    return max((point.first or "" for point in one.points), default="")


def _line(basis: Basis, one: FigureSeries) -> Line:
    latest = one.latest
    fact = next((fact for fact in latest.reports if fact.document in basis.documents), latest.reports[0])
    several = len(one.points) > 1
    return Line(
        lead=bars([latest])[0].value, date=latest.as_of or latest.first or "undated",
        text="", quote=fact.words, detail=", ".join(_details(one, latest)),
        notes=_sources(basis, latest, one.points[-MOST:]), chart=one if several else None,
    )  # fmt: skip


def _details(one: FigureSeries, latest: FigurePoint) -> list[str]:
    kind = {"increment": "an addition", "total": "a total", "part": "a part", "baseline": "before a change"}
    sums = dict.fromkeys(SUMS[checked.status] for checked in one.sums)
    rivals = ["documents give two totals for one day"] if one.rivals else []
    return [kind[latest.kind], *([f"since {latest.since}"] if latest.since else []), *sums, *rivals]


def _sources(basis: Basis, latest: FigurePoint, points: Sequence[FigurePoint]) -> tuple[Note[Any], ...]:
    """A report of each number, first of the one that the line tells."""
    ordered = (latest, *(point for point in points if point is not latest))
    return tuple(note for point in ordered for note in basis.notes(point.reports, 1))
