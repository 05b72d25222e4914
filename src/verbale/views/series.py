"""Mechanisms as series: which rounds there were and which are missing, what does not fit, and when the next is due.

Nothing is counted that no document tells: a round without a number gets none, however plain its place in the order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from verbale.ledger.view import View
from verbale.model.merged import Merged, SeriesRecord
from verbale.model.reading import Engagement
from verbale.views.asking import Request, filters_of
from verbale.views.listing import Listing, why_nothing
from verbale.views.naming import ordinal


@dataclass(frozen=True, slots=True)
class Series:
    """A mechanism and what its rounds say together.

    `missing`: numbers below the highest that no document tells of; `problems`: sentences on what does not fit;
    `interval`: months between rounds, the middle of all known intervals; `due`: the month in which the next would
    fall by that interval, as approximate EDTF, None where a next one is announced or fewer than two are dated.
    """

    record: SeriesRecord
    held: tuple[Merged[Engagement], ...]
    planned: tuple[Merged[Engagement], ...]
    missing: tuple[int, ...]
    problems: tuple[str, ...]
    interval: float | None
    due: str | None

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def name(self) -> str:
        return self.record.name

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its rounds, in order, each once."""
        return tuple(sorted({one.entry.round for one in self.held if one.entry.round}))

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "name": self.name, "names": [name for name, _ in self.record.names],
            "parties": list(self.record.parties), "rounds": [_round(one) for one in self.held],
            "planned": [_round(one) for one in self.planned], "missing": list(self.missing),
            "problems": list(self.problems), "interval_months": self.interval, "due": self.due,
            "first": self.record.first, "last": self.record.last,
        }  # fmt: skip


def list_series(view: View, request: Request) -> Listing[Series]:
    """The mechanisms that the request asks for; raises UsageError for a filter that makes no sense."""
    filters = filters_of(request)
    found = tuple(series(record) for record in view.mechanisms(filters))
    limit = filters.limit or len(found)
    return Listing(
        "mechanisms", found[:limit], len(found) > limit, "" if found else why_nothing(view, "mechanisms", request)
    )


def series(record: SeriesRecord) -> Series:
    """What the rounds of a mechanism say together."""
    held = tuple(one for one in record.rounds if one.entry.status == "held")
    planned = _still_ahead(record.rounds, held)
    numbers = {one.entry.round for one in held if one.entry.round}
    missing = tuple(number for number in range(1, max(numbers, default=1)) if number not in numbers)
    interval = _interval(held)
    due = _due(held, interval) if interval and not planned else None
    return Series(record, held, planned, missing, tuple(_problems(held)), interval, due)


def _still_ahead(
    rounds: Sequence[Merged[Engagement]], held: Sequence[Merged[Engagement]]
) -> tuple[Merged[Engagement], ...]:
    """What is announced and not overtaken by a later round or one of the same number."""
    newest = max((one.first for one in held if one.first), default="")
    numbers = {one.entry.round for one in held}
    return tuple(
        one for one in rounds
        if one.entry.status == "planned" and (one.last or "9999") > newest
        and (one.entry.round is None or one.entry.round not in numbers)
    )  # fmt: skip


def _problems(held: Sequence[Merged[Engagement]]) -> Sequence[str]:
    """A number given twice, a round with two dates, numbers that do not follow the dates."""
    found: list[str] = []
    by_number: dict[int, list[Merged[Engagement]]] = defaultdict(list)
    for one in held:
        if one.entry.round:
            by_number[one.entry.round].append(one)
    for number, given in sorted(by_number.items()):
        if len(given) > 1:
            dates = " and ".join(one.entry.start or "an unknown date" for one in given)
            found.append(f"The number {number} is given twice: to {dates}.")
    for one in held:
        for field in one.with_status("conflict"):
            if field.name == "period":
                dates = " and ".join(str(value.value[0]) for value in field.values)
                found.append(f"{_called(one)} has two dates: {dates}.")
    dated = [one for one in held if one.entry.round and one.first]
    for earlier, later in pairwise(sorted(dated, key=lambda one: (one.first or "", one.entry.round or 0))):
        if (earlier.entry.round or 0) > (later.entry.round or 0):
            found.append(f"{_called(later)} ({later.entry.start}) comes after {_called(earlier)} "
                         f"({earlier.entry.start}).")  # fmt: skip
    return found


def _interval(held: Sequence[Merged[Engagement]]) -> float | None:
    """Months between one round and the next: the middle of those that are known to the month, and not skipped."""
    dated = [one for one in held if one.entry.start and len(one.entry.start) >= len("2024-09")]
    steps = [
        _months(later) - _months(earlier)
        for earlier, later in pairwise(dated)
        if not (earlier.entry.round and later.entry.round) or later.entry.round == earlier.entry.round + 1
    ]
    steps = [step for step in steps if step > 0]
    return float(median(steps)) if steps else None


def _due(held: Sequence[Merged[Engagement]], interval: float) -> str | None:
    dated = [one for one in held if one.entry.start and len(one.entry.start) >= len("2024-09")]
    if len(dated) < 2:
        return None
    month = _months(dated[-1]) + round(interval)
    return f"{month // 12:04d}-{month % 12 + 1:02d}~"


def _months(one: Merged[Engagement]) -> int:
    start = one.entry.start or ""
    return int(start[:4]) * 12 + int(start[5:7]) - 1


def _called(one: Merged[Engagement]) -> str:
    return f"The {ordinal(one.entry.round)} round" if one.entry.round else f"The round of {one.entry.start}"


def _round(one: Merged[Engagement]) -> dict[str, Any]:
    entry = one.entry
    return {"id": one.id, "round": entry.round, "start": entry.start, "end": entry.end, "place": entry.place,
            "country": entry.country, "documents": one.documents, "sources": one.sources}  # fmt: skip


def venues(one: Series) -> str:
    """Where the rounds were, and whether it changes from side to side: 'US 2, VN 1, in turn'."""
    countries = [each.entry.country for each in one.held if each.entry.country]
    counts = ", ".join(f"{country} {number}" for country, number in sorted(Counter(countries).items()))
    in_turn = len(countries) > 2 and all(a != b for a, b in pairwise(countries))
    return f"{counts}, in turn" if in_turn else counts
