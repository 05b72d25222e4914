"""One fact, person or document, with the words that support it in their context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verbale.ledger.ids import kind_of
from verbale.ledger.view import View
from verbale.model.commitments import Thread
from verbale.model.figure_series import FigureSeries
from verbale.model.merged import Merged, SeriesRecord
from verbale.model.reading import Entry, Figure
from verbale.model.records import DocumentRecord, Fact, Filters, PersonRecord, PostHistory
from verbale.views.commitments import commitment
from verbale.views.context import Excerpt, excerpt
from verbale.views.figure_series import series_of_figure
from verbale.views.series import Series, series

Facts = tuple[Fact[Entry], ...]


@dataclass(frozen=True, slots=True)
class FactPage:
    """A fact, the document that says it, and its evidence in context; of a figure also the series that it is in."""

    fact: Fact[Entry]
    document: DocumentRecord
    excerpts: tuple[Excerpt, ...]
    series: FigureSeries | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            **self.fact.to_json(),
            "in": self.document.to_json(),
            "quoted": [excerpt.to_json() for excerpt in self.excerpts],
            **({"series": self.series.to_json()} if self.series else {}),
        }


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document and every fact that was read in it, in the order of the text."""

    document: DocumentRecord
    facts: Facts

    def to_json(self) -> dict[str, Any]:
        return {**self.document.to_json(), "facts": [fact.to_json() for fact in self.facts]}


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person and the engagements that the record puts them at."""

    person: PersonRecord
    engagements: tuple[Merged[Any], ...]

    def to_json(self) -> dict[str, Any]:
        return {**self.person.to_json(), "at": [fact.to_json() for fact in self.engagements]}


@dataclass(frozen=True, slots=True)
class MergedPage:
    """An engagement or instrument that several documents tell of: every field, and each report in its words."""

    record: Merged[Any]
    quoted: tuple[tuple[Fact[Entry], tuple[Excerpt, ...]], ...]

    def to_json(self) -> dict[str, Any]:
        quoted = [{"id": fact.id, "quoted": [one.to_json() for one in found]} for fact, found in self.quoted]
        fields = [one.to_json() for one in self.record.fields]
        return {**self.record.to_json(), "fields": fields, "quoted": quoted}


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A mechanism with its rounds."""

    series: Series

    def to_json(self) -> dict[str, Any]:
        return self.series.to_json()


@dataclass(frozen=True, slots=True)
class PostPage:
    """A post with its names and holders."""

    post: PostHistory

    def to_json(self) -> dict[str, Any]:
        return self.post.to_json()


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A commitment with its whole story."""

    thread: Thread

    def to_json(self) -> dict[str, Any]:
        return self.thread.to_json()


Page = FactPage | DocumentPage | PersonPage | PostPage | MergedPage | SeriesPage | ThreadPage


def show(view: View, identifier: str, report: bool = False) -> Page:
    """The page of what has this id, an unambiguous beginning of it, or (a document) this file name.

    What several documents tell of is shown as one, unless `report` asks for the one report with this id.
    Raises NotFoundError where there is nothing, UsageError where several ids begin so.
    """
    if kind_of(identifier) == "thread":
        return ThreadPage(commitment(view, identifier))
    found = view.find(identifier)
    if isinstance(found, PersonRecord):
        return PersonPage(found, tuple(view.record_of(engagement) for engagement in found.engagements))
    if isinstance(found, SeriesRecord):
        return SeriesPage(series(found))
    if isinstance(found, PostHistory):
        return PostPage(found)
    if isinstance(found, DocumentRecord):
        return DocumentPage(found, facts_of(view, found.id))
    if found.layer in ("engagement", "instrument") and not report:
        record = view.record_of(found.id)
        if len(record.reports) > 1:
            return MergedPage(record, tuple((fact, _quoted(view, fact)) for fact in record.reports))
    series_of = None if report or not isinstance(found.entry, Figure) else series_of_figure(view, found)
    return FactPage(found, view.document(found.document), _quoted(view, found), series_of)


def _quoted(view: View, fact: Fact[Entry]) -> tuple[Excerpt, ...]:
    text = view.text(fact.document)
    return tuple(excerpt(text, evidence) for evidence in fact.entry.evidence)


def facts_of(view: View, document: str) -> Facts:
    """Every fact of a document: layer after layer, each in the order of the text."""
    filters = Filters(document=document)
    layers: tuple[list[Fact[Any]], ...] = (
        view.engagements(filters), view.instruments(filters), view.acts(filters), view.figures(filters),
    )  # fmt: skip
    return tuple(fact for layer in layers for fact in sorted(layer, key=_place))


def _place(fact: Fact[Entry]) -> tuple[int, int]:
    return fact.entry.evidence[0].start, fact.ordinal
