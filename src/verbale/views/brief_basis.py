"""All that a briefing rests on: the facts of its documents, and the stories that the ledger tells around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.ledger.view import View
from verbale.model.commitments import Thread
from verbale.model.figure_series import FigureSeries
from verbale.model.merged import Merged
from verbale.model.records import LAYERS, DocumentRecord, Fact, Filters, PersonRecord
from verbale.views.brief_material import Material, Note, gather
from verbale.views.commitments import threads_of
from verbale.views.figure_series import series_of_figures
from verbale.views.series import Series, series


@dataclass(frozen=True, slots=True)
class Basis:
    """What the sections of a briefing are made from.

    `parties`: those that it is about, none for a mechanism; `documents`: every document that a source may stand in;
    `as_of`: the last day of the newest of them, from which it is told what is overdue and what is still ahead;
    `records`: of each engagement and instrument its record; `woven`: the ids of all acts that are in a thread.
    """

    parties: tuple[str, ...]
    documents: Mapping[str, DocumentRecord]
    material: Material
    records: Mapping[str, str]
    threads: tuple[Thread, ...]
    figures: tuple[FigureSeries, ...]
    mechanisms: tuple[Series, ...]
    people: tuple[PersonRecord, ...]
    as_of: str
    woven: frozenset[str]

    def note(self, fact: Fact[Any]) -> Note[Any]:
        """A fact as a source."""
        return Note(fact, self.documents[fact.document])

    def notes(self, facts: Sequence[Fact[Any]], most: int = 0) -> tuple[Note[Any], ...]:
        """The first fact of each document as a source, up to `most` of them; 0 for all."""
        found: dict[str, Fact[Any]] = {}
        for fact in facts:
            if fact.document in self.documents:
                found.setdefault(fact.document, fact)
        return tuple(map(self.note, found.values()))[: most or None]


def basis_of(view: View, documents: Sequence[DocumentRecord], parties: tuple[str, ...], mechanism: str | None) -> Basis:
    """What these documents and the records of the parties, or of the mechanism, give."""
    named = {document.id: document for document in documents}
    facts = [fact for layer in LAYERS for fact in view.facts_of(layer, sorted(named))]
    records = view.record_ids([fact.id for fact in facts if fact.layer in ("engagement", "instrument")])
    found = view.mechanisms(Filters(parties=parties, mechanism=mechanism))
    between = [parties] if parties else sorted({one.parties for one in documents if len(one.parties) > 1})
    threads = {one.id: one for pair in between for one in threads_of(view, pair) if _tells_of(one, named)}
    figures = {one.id: one for pair in between for one in series_of_figures(view, Filters(parties=pair))}
    material = gather(facts, named, parties, records, _merged(view, records, named))
    sides = parties if len(parties) > 1 else _sides(material)
    known = {one.id: one for pair in between for one in view.documents(Filters(parties=pair))} | named
    return Basis(
        parties, known, material, records, tuple(threads.values()),
        tuple(one for one in figures.values() if _given_in(one, named)),
        tuple(map(series, found)), tuple(view.people(Filters(parties=sides))),
        max((one.last for one in documents if one.last), default=""),
        frozenset(fact.id for thread in threads.values() for fact in thread.acts),
    )  # fmt: skip


def _merged(view: View, records: Mapping[str, str], documents: Collection[str]) -> dict[str, Merged[Any]]:
    """The records of which several reports are in the briefing, and none elsewhere."""
    counts = Counter(records.values())
    found = [view.record_of(record) for record in sorted(counts) if counts[record] > 1]
    return {one.id: one for one in found if all(fact.document in documents for fact in one.reports)}


def _sides(material: Material) -> tuple[str, ...]:
    """All parties of the meetings."""
    return tuple(sorted({party for told in material.engagements for party in told.entry.parties}))


def _tells_of(thread: Thread, documents: Collection[str]) -> bool:
    return any(fact.document in documents for fact in thread.acts)


def _given_in(one: FigureSeries, documents: Collection[str]) -> bool:
    return any(fact.document in documents for point in one.points for fact in point.reports)
