"""Figures as series: the ledger's figures with their sentences, put together by `threads.figure_series`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from verbale.ledger.view import View
from verbale.model.figure_series import FigureSeries
from verbale.model.folding import fold
from verbale.model.reading import Entry, Figure
from verbale.model.records import Fact, Filters
from verbale.threads.figure_rows import FigureRow
from verbale.threads.figure_series import figure_series
from verbale.views.asking import Request, filters_of
from verbale.views.context import sentence_around
from verbale.views.listing import Listing, why_nothing


def list_figure_series(view: View, request: Request) -> Listing[FigureSeries]:
    """The series with a figure that the request asks for, whole, oldest first.

    Raises UsageError for a filter that makes no sense.
    """
    filters = filters_of(request)
    found = series_with(view, filters)
    shown = tuple(found[: filters.limit])
    reason = "" if found else why_nothing(view, "figures", request, "figures --series")
    return Listing("series", shown, len(found) > len(shown), reason)


def series_with(view: View, filters: Filters) -> list[FigureSeries]:
    """The series with a figure that the filters let through, each whole, oldest first."""
    found = view.figures(replace(filters, limit=None))
    wanted = {fact.id for fact in found}
    every = {fact.entry.topic for fact in found}
    topics = () if None in every else tuple(sorted(topic for topic in every if topic))
    made = series_of_figures(view, Filters(parties=filters.parties, topics=topics)) if wanted else []
    return [one for one in made if not wanted.isdisjoint(_members(one))]


def series_of_figures(view: View, filters: Filters) -> list[FigureSeries]:
    """The series of the figures that the filters let through."""
    return figure_series(figure_rows(view, view.figures(filters), filters.parties))


def series_of_figure(view: View, fact: Fact[Entry]) -> FigureSeries:
    """The series that one figure belongs to, among all of its document's parties."""
    parties = view.document(fact.document).parties
    return next(one for one in series_of_figures(view, Filters(parties=parties)) if fact.id in _members(one))


def figure_rows(view: View, facts: Sequence[Fact[Figure]], parties: Sequence[str] = ()) -> list[FigureRow]:
    """The figures with what stands around them: sentence, parties, people, the text that theirs is a copy of.

    `parties`: those that every document of the figures has.
    """
    within: dict[str, list[Fact[Figure]]] = defaultdict(list)
    for fact in facts:
        within[fact.document].append(fact)
    documents = {one.id: one for one in view.documents(Filters(parties=tuple(parties))) if one.id in within}
    origins, people = view.record_ids(sorted(within)), _people(view, within)
    rows: list[FigureRow] = []
    for identifier in sorted(within):
        text, document = view.text(identifier), documents[identifier]
        for fact in within[identifier]:
            sentence, place = _sentence(text, fact)
            rows.append(FigureRow(fact, document.parties, sentence, place, people[identifier],
                                  origins.get(identifier, identifier), document.first))  # fmt: skip
    return rows


def _sentence(text: str, fact: Fact[Figure]) -> tuple[str, int]:
    """The sentence that the figure stands in, on one line, and where it begins."""
    words = fact.entry.evidence[0]
    start, end = sentence_around(text, words.start, words.end)
    return " ".join(text[start:end].split()), start


def _people(view: View, documents: Collection[str]) -> dict[str, frozenset[str]]:
    """Of each document the words of the names of its people."""
    found: dict[str, set[str]] = {document: set() for document in documents}
    for person in view.people():
        words = {fold(word) for name in (person.name, *person.names) for word in name.split()}
        for document in found.keys() & set(person.documents):
            found[document] |= words
    return {document: frozenset(words) for document, words in found.items()}


def _members(one: FigureSeries) -> set[str]:
    return {fact.id for point in one.points for fact in point.reports}
