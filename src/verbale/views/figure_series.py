"""Figures as series: the ledger's figures with their sentences, put together by `threads.figure_series`."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from verbale.language.sentences import sentences
from verbale.ledger.view import View
from verbale.model.figure_series import FigureSeries
from verbale.model.folding import fold
from verbale.model.reading import Entry, Figure
from verbale.model.records import DocumentRecord, Fact, Filters
from verbale.threads.figure_rows import FigureRow
from verbale.threads.figure_series import figure_series
from verbale.views.asking import Request, filters_of
from verbale.views.listing import Listing, why_nothing


def list_figure_series(view: View, request: Request) -> Listing[FigureSeries]:
    """The series with a figure that the request asks for, whole, oldest first.

    Raises UsageError for a filter that makes no sense.
    """
    filters = filters_of(request)
    found = series_with(view, filters)
    shown = tuple(found[: filters.limit])
    return Listing("series", shown, len(found) > len(shown), "" if found else why_nothing(view, "figures", request))


def series_with(view: View, filters: Filters) -> list[FigureSeries]:
    """The series with a figure that the filters let through, each whole, oldest first."""
    wanted = {fact.id for fact in view.figures(replace(filters, limit=None))}
    found = series_of_figures(view, Filters(parties=filters.parties))
    return [one for one in found if not wanted.isdisjoint(_members(one))]


def series_of_figures(view: View, filters: Filters) -> list[FigureSeries]:
    """The series of the figures that the filters let through."""
    return figure_series(figure_rows(view, view.figures(filters)))


def series_of_figure(view: View, fact: Fact[Entry]) -> FigureSeries:
    """The series that one figure belongs to, among all of its document's parties."""
    parties = view.document(fact.document).parties
    return next(one for one in series_of_figures(view, Filters(parties=parties)) if fact.id in _members(one))


def figure_rows(view: View, facts: Sequence[Fact[Figure]]) -> list[FigureRow]:
    """The figures with what stands around them: sentence, parties, people, the text that theirs is a copy of."""
    within: dict[str, list[Fact[Figure]]] = defaultdict(list)
    for fact in facts:
        within[fact.document].append(fact)
    documents = {one.id: one for one in view.documents() if one.id in within}
    origins, people = view.record_ids(sorted(within)), _people(view)
    rows: list[FigureRow] = []
    for identifier in sorted(within):
        rows += _rows(view, documents[identifier], within[identifier], origins.get(identifier, identifier), people)
    return rows


def _rows(
    view: View, document: DocumentRecord, facts: Iterable[Fact[Figure]], origin: str,
    people: Mapping[str, frozenset[str]],
) -> Iterable[FigureRow]:  # fmt: skip
    text = view.text(document.id)
    found = sentences(text, document.passages)
    starts = [sentence.start for sentence in found]
    for fact in facts:
        words = fact.entry.evidence[0]
        place = bisect_right(starts, words.start) - 1
        inside = place >= 0 and found[place].end >= words.end
        told = text[found[place].start : found[place].end] if inside else words.exact
        yield FigureRow(
            fact, document.parties, " ".join(told.split()), found[place].start if inside else words.start,
            people.get(document.id, frozenset()), origin, document.first,
        )  # fmt: skip


def _people(view: View) -> dict[str, frozenset[str]]:
    """Of each document the words of the names of its people."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in view.people():
        words = {fold(word) for name in (person.name, *person.names) for word in name.split()}
        for document in person.documents:
            found[document] |= words
    return {document: frozenset(words) for document, words in found.items()}


def _members(one: FigureSeries) -> set[str]:
    return {fact.id for point in one.points for fact in point.reports}
