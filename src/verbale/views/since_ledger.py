"""New people, posts and instruments, and figures that moved, between two times.

New is what a document of the period tells and none before it: what later documents tell does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from verbale.ledger.view import View
from verbale.model.figure_series import FigurePoint, FigureSeries
from verbale.model.reading import Entry
from verbale.model.records import Fact, Filters, PersonRecord
from verbale.views.amounts import amount_of
from verbale.views.figure_series import series_with
from verbale.views.since_parts import Line


@dataclass(frozen=True, slots=True)
class Period:
    """The documents of a period and those before it, by id; `first`: the day after which it begins."""

    within: Collection[str]
    before: Collection[str]
    first: str | None

    def begins(self, documents: Iterable[str]) -> bool:
        """Whether what these documents tell is told in the period, and not before."""
        told = set(documents)
        return not told.isdisjoint(self.within) and told.isdisjoint(self.before)


def people_lines(view: View, period: Period, parties: Sequence[str]) -> list[Line]:
    """People whom no document names before the period, and posts that somebody is first given in it."""
    found: list[Line] = []
    for person in view.people(Filters(parties=tuple(parties), after=period.first)):
        new = [post.post for post in person.posts if post.post and period.begins(post.documents)]
        if period.begins(person.documents):
            said = ", ".join(filter(None, (*new, person.party)))
            words = f"{person.name} ({said})" if said else person.name
            found.append(Line(words, now=_where_named(view, person, period), id=person.id))
        else:
            at = _where_named(view, person, period) if new else ()
            found += [Line(f"{person.name}, now {post}", now=at, id=person.id) for post in new]
    return found


def instrument_lines(view: View, period: Period, parties: Sequence[str]) -> list[Line]:
    """Instruments dated in the period, or not dated, that no document names before it."""
    found: list[Line] = []
    for record in view.merged_instruments(Filters(parties=tuple(parties), after=period.first)):
        if period.begins(fact.document for fact in record.reports):
            now = tuple(fact for fact in record.reports if fact.document in period.within)
            dated = f", {record.entry.date}" if record.entry.date else ""
            found.append(Line(f"{record.entry.title} ({record.entry.status}{dated})", now=now, id=record.id))
    return found


def figure_lines(view: View, period: Period, parties: Sequence[str]) -> list[Line]:
    """Series with a number that is first given in the period, beside the one that was known before."""
    found: list[Line] = []
    for series in series_with(view, Filters(parties=tuple(parties), after=period.first)):
        told = [point for point in series.points if _documents(point) & {*period.within, *period.before}]
        new = [point for point in told if period.begins(_documents(point))]
        if new:
            known = [point for point in told if point not in new][-1:]
            found.append(Line(_moved(series, told, new), _facts(known, period.before), _facts(new, period.within),
                              series.id))  # fmt: skip
    return found


def _moved(series: FigureSeries, told: Sequence[FigurePoint], new: Sequence[FigurePoint]) -> str:
    """'dioxin at the base: USD 300 million → +USD 130 million → USD 430 million'."""
    first = min(told.index(point) for point in new)
    said = [
        " ".join(filter(None, (point.bound, f"{'+' if point.kind == 'increment' else ''}"
                                            f"{amount_of(point.value, point.unit, point.of)}")))
        for point in told[max(0, first - 1) :]
    ]  # fmt: skip
    return f"{' '.join(series.name.split())}: {' → '.join(said)}"


def _documents(point: FigurePoint) -> set[str]:
    return {fact.document for fact in point.reports}


def _facts(points: Iterable[FigurePoint], documents: Collection[str]) -> tuple[Fact[Entry], ...]:
    return tuple(fact for point in points for fact in point.reports if fact.document in documents)


def _where_named(view: View, person: PersonRecord, period: Period) -> tuple[Fact[Entry], ...]:
    """The reports of engagements in the period at which the person is named."""
    words = {name.split()[-1] for name in (person.name, *person.names)}
    found: list[Fact[Entry]] = []
    for engagement in person.engagements:
        for fact in view.record_of(engagement).reports:
            if fact.document in period.within and any(one.name.split()[-1] in words for one in fact.entry.participants):
                found.append(fact)
    return tuple(found)
