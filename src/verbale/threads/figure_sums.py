"""Totals checked against what stood before and what was added.

What documents say of one step is taken together: one gives the total before, another the addition. Only a stated step
can be wrong; where an earlier total is merely the last that is known, less may have been told than was added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import isclose

from verbale.model.figure_series import FigurePoint, FigureSum, SumStatus
from verbale.threads.figure_rows import days_apart

Role = tuple[FigurePoint, str]  # a number and its kind in one sentence: a total here is the baseline there

ROUGH = 0.1  # share of the total by which numbers with a bound may miss it
SAME_TIME = 3  # days between two documents that tell how things stand on one day


def sums(points: Sequence[FigurePoint], steps: Iterable[Sequence[Role]]) -> tuple[FigureSum, ...]:
    """The totals that can be checked, oldest first. `steps`: what sentences tell together, each with its kind there."""
    told = [list(step) for step in steps]
    found: list[FigureSum] = []
    totals = [point for point in points if point.kind in ("total", "baseline")]
    for number, total in enumerate(totals):
        beside = [role for step in told if (total, "total") in step for role in step]
        added = _once(point for point, kind in beside if kind == "increment")
        before = _once(point for point, kind in beside if kind == "baseline")
        last = totals[number - 1] if number else None
        if added and before:
            found += [_checked(one, (more,), total, True) for more in added for one in before]
        elif added and last is not None:
            found += [_checked(last, (more,), total, False) for more in added]
        elif last is not None and (between := _between(points, last, total)):
            found += [one for one in (_checked(last, between, total, False),) if one.status == "reconciled"]
    return tuple(found)


def rivals(points: Sequence[FigurePoint]) -> tuple[tuple[FigurePoint, FigurePoint], ...]:
    """Pairs of totals that different documents give for the same time, without a bound, and that are not one number."""
    totals = [point for point in points if point.kind == "total" and not point.bound]
    return tuple((a, b) for a, b in combinations(totals, 2) if _one_time(a, b) and _of_two_documents(a, b))


def _checked(before: FigurePoint, added: tuple[FigurePoint, ...], total: FigurePoint, stated: bool) -> FigureSum:
    """The sum with its status; `stated`: documents give what stood before as part of this step."""
    reached = before.value + sum(point.value for point in added)
    return FigureSum(before, added, total, _status(reached, (before, *added, total), stated))


def _status(reached: float, points: Sequence[FigurePoint], stated: bool) -> SumStatus:
    total = points[-1].value
    rough = any(point.bound for point in points)
    if isclose(reached, total, rel_tol=ROUGH if rough else 1e-9):
        return "reconciled"
    return "mismatch" if not rough and (stated or reached > total) else "gap"


def _between(points: Sequence[FigurePoint], last: FigurePoint, total: FigurePoint) -> tuple[FigurePoint, ...]:
    """The increments told after one total and up to the next."""
    return tuple(
        point for point in points
        if point.kind == "increment" and (last.first or "") < (point.first or "") <= (total.first or "")
    )  # fmt: skip


def _one_time(a: FigurePoint, b: FigurePoint) -> bool:
    if a.as_of or b.as_of:
        return a.as_of == b.as_of
    return days_apart(a.first, b.first) <= SAME_TIME


def _of_two_documents(a: FigurePoint, b: FigurePoint) -> bool:
    return {fact.document for fact in a.reports}.isdisjoint(fact.document for fact in b.reports)


def _once(points: Iterable[FigurePoint]) -> list[FigurePoint]:
    return sorted({point.id: point for point in points}.values(), key=lambda point: point.id)
