"""New people, posts and instruments, and figures that moved, between two times."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from verbale.ledger.view import View
from verbale.model.figure_series import FigureSeries
from verbale.model.reading import Entry
from verbale.model.records import Fact, Filters, PersonRecord
from verbale.views.amounts import amount_of
from verbale.views.figure_series import series_of_figures
from verbale.views.since_parts import Line


def people_lines(view: View, period: Collection[str], parties: Sequence[str]) -> list[Line]:
    """People whom no document names before the period, and posts that somebody is first given in it."""
    found: list[Line] = []
    for person in view.people(Filters(parties=tuple(parties))):
        new = [post for post in person.posts if post.post and set(post.documents) <= set(period)]
        if not set(person.documents) & set(period):
            continue
        at = _where_named(view, person, period)
        if set(person.documents) <= set(period):
            said = ", ".join(post.post or "" for post in new)
            words = f"{person.name} ({', '.join(filter(None, (said, person.party)))})"
            found.append(Line(words.replace(" ()", ""), now=at, id=person.id))
        else:
            found += [Line(f"{person.name}, now {post.post}", now=at, id=person.id) for post in new]
    return found


def instrument_lines(view: View, period: Collection[str], parties: Sequence[str]) -> list[Line]:
    """Instruments that no document names before the period and that are signed, sought or dated in it."""
    found: list[Line] = []
    for record in view.merged_instruments(Filters(parties=tuple(parties))):
        if {fact.document for fact in record.reports} <= set(period):
            dated = f", {record.entry.date}" if record.entry.date else ""
            found.append(Line(f"{record.entry.title} ({record.entry.status}{dated})", now=record.reports, id=record.id))
    return found


def figure_lines(view: View, period: Collection[str], parties: Sequence[str]) -> list[Line]:
    """Series with a number that is first given in the period, after one that was known before or by itself."""
    found: list[Line] = []
    for series in series_of_figures(view, Filters(parties=tuple(parties))):
        new = [point for point in series.points if {fact.document for fact in point.reports} <= set(period)]
        if new:
            known = [point for point in series.points if point not in new]
            before = tuple(fact for point in known[-1:] for fact in point.reports)
            now = tuple(fact for point in new for fact in point.reports)
            found.append(Line(_moved(series, new_ids={point.id for point in new}), before, now, series.id))
    return found


def _moved(series: FigureSeries, new_ids: Collection[str]) -> str:
    """'dioxin at the base: USD 300 million → +USD 130 million → USD 430 million'."""
    said = [
        f"{point.bound + ' ' if point.bound else ''}{'+' if point.kind == 'increment' else ''}"
        f"{amount_of(point.value, point.unit, point.of)}"
        for point in series.points
    ]
    first = min(place for place, point in enumerate(series.points) if point.id in new_ids)
    return f"{' '.join(series.name.split())}: {' → '.join(said[max(0, first - 1) :])}"


def _where_named(view: View, person: PersonRecord, period: Collection[str]) -> tuple[Fact[Entry], ...]:
    """The reports of engagements in the period at which the person is named."""
    words = {name.split()[-1] for name in (person.name, *person.names)}
    found: list[Fact[Entry]] = []
    for engagement in person.engagements:
        for fact in view.record_of(engagement).reports:
            named = any(one.name.split()[-1] in words for one in fact.entry.participants)
            if fact.document in period and named:
                found.append(fact)
    return tuple(found)
