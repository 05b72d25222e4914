"""Figures as series: one programme or measure of the same parties in one unit, its points in time, its sums checked.

An increment that five documents report is one point; a copy confirms nothing; a total is never added to an increment.
Nothing depends on the order of the rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.model.days import days
from verbale.model.figure_series import FigurePoint, FigureSeries
from verbale.model.reading import Figure
from verbale.model.records import Fact
from verbale.threads.figure_matching import NEAR, TELLING_COUNT, TELLING_MONEY, programmes
from verbale.threads.figure_rows import FigureRow, Step, bound, days_apart, is_currency, steps
from verbale.threads.figure_sums import rivals, sums
from verbale.threads.wording import content

LONG = 1100  # days within which a large number without a date of its own is one announcement
_RANK = {"baseline": 0, "increment": 1, "total": 2, "part": 3}
LEAST_WORDS = 3  # of a label that says what it measures


def figure_series(rows: Iterable[FigureRow]) -> list[FigureSeries]:
    """The series that these figures belong to, oldest first; every figure is in one of them."""
    made = [_series(group) for group in programmes(steps(rows))]
    twins = _told_as(made)
    made = [replace(one, told_as=tuple(sorted(twins[one.id]))) for one in made]
    return sorted(made, key=lambda one: (one.first or "~", one.id))


def _series(group: Sequence[Step]) -> FigureSeries:
    rows = [row for step in group for row in step.rows]
    points = _points(rows)
    of = {fact.id: point for point in points for fact in point.reports}
    links = [{of[row.fact.id].id: of[row.fact.id] for row in step.rows} for step in group]
    dated = [_dated_before(point, links) for point in points]
    ordered = tuple(sorted(dated, key=_in_time))
    by_id = {point.id: point for point in ordered}
    told = [[(by_id[of[row.fact.id].id], row.fact.entry.kind) for row in step.rows] for step in group]
    topics = Counter(row.fact.entry.topic for row in rows if row.fact.entry.topic)
    parties = Counter(row.parties for row in rows)
    return FigureSeries(
        id=min(row.fact.id for row in rows), name=_name(group),
        parties=max(parties, key=lambda one: (parties[one], -len(one), one)),
        topic=max(topics, key=lambda one: (topics[one], one), default=None), unit=rows[0].fact.entry.unit,
        points=ordered, sums=sums(ordered, told), rivals=rivals(ordered),
    )  # fmt: skip


def _points(rows: Sequence[FigureRow]) -> list[FigurePoint]:
    """Each number once for each time for which it holds."""
    groups: dict[tuple[bool, bool, float, float | None], list[list[FigureRow]]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (one.day or "~", one.fact.id)):
        entry = row.fact.entry
        alike = groups[entry.kind == "increment", entry.kind == "part", entry.value, entry.of]
        home = next((group for group in alike if all(_one_point(row, other) for other in group)), None)
        if home is None:
            alike.append([row])
        else:
            home.append(row)
    return [_point(group) for alike in groups.values() for group in alike]


def _one_point(a: FigureRow, b: FigureRow) -> bool:
    """Whether two equal numbers are one: their own dates meet, or they were told at about one time."""
    one, other = _own_days(a.fact.entry), _own_days(b.fact.entry)
    if one and other:
        return one[0] <= other[1] and other[0] <= one[1]
    if a.fact.entry.kind != "increment":
        return True
    least = TELLING_MONEY if is_currency(a.fact.entry.unit) else TELLING_COUNT
    return days_apart(a.day, b.day) <= (LONG if a.fact.entry.value >= least else NEAR)


def _own_days(entry: Figure) -> tuple[str, str] | None:
    """The days that the figure itself names; one that says only since when is open to the end."""
    since, as_of = days(entry.since), days(entry.as_of)
    first, last = since[0] or as_of[0], as_of[1] or ("9999-12-31" if since[0] else None)
    return (first, last) if first and last else None


def _point(group: Sequence[FigureRow]) -> FigurePoint:
    facts = [row.fact for row in group]
    kinds = {fact.entry.kind for fact in facts}
    kind = "total" if "total" in kinds else min(kinds)
    told = [fact for fact in facts if fact.entry.kind == kind] or facts
    bounds = Counter(bound(row.fact.entry, row.sentence) for row in group)
    return FigurePoint(
        value=facts[0].entry.value, unit=facts[0].entry.unit, kind=kind, of=facts[0].entry.of,
        bound=max(bounds, key=lambda one: (bounds[one], one)),
        since=min((fact.entry.since for fact in facts if fact.entry.since), default=None),
        as_of=max((fact.entry.as_of for fact in facts if fact.entry.as_of), default=None),
        first=min((day for fact in told if (day := _day(fact))), default=None),
        last=max((fact.last for fact in told if fact.last), default=None),
        before=kind == "baseline", reports=tuple(sorted(facts, key=lambda fact: (fact.first or "~", fact.id))),
        sources=len({row.origin or row.fact.document for row in group}),
    )  # fmt: skip


def _day(fact: Fact[Figure]) -> str | None:
    """The first day for which a number holds; the whole year of a rough date begins on its first day."""
    return days(fact.entry.as_of)[0] or fact.first


def _dated_before(point: FigurePoint, links: Iterable[dict[str, FigurePoint]]) -> FigurePoint:
    """A baseline holds before the total that it is told with, whenever a document tells it."""
    if point.kind != "baseline":
        return point
    totals = [other for link in links if point.id in link for other in link.values() if other.kind == "total"]
    day = min((other.first for other in totals if other.first), default=point.first)
    return replace(point, first=day, last=day)


def _in_time(point: FigurePoint) -> tuple[str, int, float, str]:
    return point.first or "~", _RANK[point.kind], point.value, point.id


def _name(group: Sequence[Step]) -> str:
    """The label whose words most of the steps share, a total's before others; of several the shortest."""
    counts = Counter(word for step in group for word in step.words)
    entries = [row.fact.entry for step in group for row in step.rows]
    labels = {entry.label for entry in entries if entry.kind == "total" and len(content(entry.label)) >= LEAST_WORDS}
    labels = labels or {entry.label for entry in entries}

    def shared(label: str) -> float:
        words = content(label)
        return sum(counts[word] for word in words) / max(LEAST_WORDS, len(words))

    return min(labels, key=lambda label: (-round(shared(label), 3), len(label), label))


def _told_as(made: Sequence[FigureSeries]) -> dict[str, set[str]]:
    """Series of two units with a number in common, told of one topic at one time: '43 sets', '43 files'."""
    told: dict[tuple[object, ...], list[tuple[FigureSeries, FigurePoint]]] = defaultdict(list)
    for one in made:
        for point in one.points:
            if not is_currency(one.unit) and one.unit != "percent":
                told[one.parties, one.topic, point.kind, point.value, point.of].append((one, point))
    found: dict[str, set[str]] = defaultdict(set)
    for several in told.values():
        for one, point in several:
            for other, rival in several:
                if one.unit != other.unit and one.topic and _near(point, rival) and _other_documents(point, rival):
                    found[one.id].add(other.id)
    return found


def _near(a: FigurePoint, b: FigurePoint) -> bool:
    return min(days_apart(one.first, other.first) for one in a.reports for other in b.reports) <= NEAR or (
        a.since is not None and a.since == b.since
    )


def _other_documents(a: FigurePoint, b: FigurePoint) -> bool:
    return {fact.document for fact in a.reports}.isdisjoint(fact.document for fact in b.reports)
