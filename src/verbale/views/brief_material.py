"""What a briefing is made of: the facts of its documents, sorted by layer and joined where they tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from verbale.model.folding import fold
from verbale.model.merged import Merged
from verbale.model.reading import Act, Engagement, Entry, Figure, Instrument, fullness
from verbale.model.records import DocumentRecord, Fact

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class Note(Generic[E]):
    """The source of a line: a fact and the document that says it."""

    fact: Fact[E]
    document: DocumentRecord


@dataclass(frozen=True, slots=True)
class Told(Generic[E]):
    """One thing with every fact that tells it, the fullest first; `merged`: what they say together."""

    notes: tuple[Note[E], ...]
    merged: Merged[E] | None = None

    @property
    def _best(self) -> Fact[E] | Merged[E]:
        return self.merged or self.notes[0].fact

    @property
    def entry(self) -> E:
        """The best value of each field, where several documents tell it; else the fullest entry."""
        return self._best.entry

    @property
    def day(self) -> str | None:
        """The first day that it may fall on."""
        return self._best.first

    @property
    def last_day(self) -> str | None:
        """The last day that it may fall on."""
        return self._best.last


@dataclass(frozen=True, slots=True)
class Material:
    """The facts behind a briefing, the newest first, each group telling one thing."""

    engagements: tuple[Told[Engagement], ...] = ()
    instruments: tuple[Told[Instrument], ...] = ()
    acts: tuple[Told[Act], ...] = ()
    figures: tuple[Told[Figure], ...] = ()

    def acts_of(self, *types: str) -> tuple[Told[Act], ...]:
        """The acts of these types."""
        return tuple(told for told in self.acts if told.entry.type in types)


def gather(
    facts: Iterable[Fact[Entry]], documents: Mapping[str, DocumentRecord], parties: Sequence[str],
    records: Mapping[str, str], merged: Mapping[str, Merged[Any]],
) -> Material:  # fmt: skip
    """Sort facts into material for a briefing on these parties; with none, nothing is left out.

    `records`: of each engagement and instrument the record that it is a report of; `merged`: records that several of
    the documents tell of.
    """
    concerned = [fact for fact in facts if _concerns(fact, frozenset(parties))]
    return Material(
        engagements=_told(concerned, Engagement, documents, records, merged),
        instruments=_told(concerned, Instrument, documents, records, merged),
        acts=_told(concerned, Act, documents, records, merged),
        figures=_told(concerned, Figure, documents, records, merged),
    )


def _told(
    facts: Iterable[Fact[Entry]],
    kind: type[E],
    documents: Mapping[str, DocumentRecord],
    records: Mapping[str, str],
    merged: Mapping[str, Merged[Any]],
) -> tuple[Told[E], ...]:
    """The facts of one kind, those that tell the same together, the newest first."""
    groups: dict[object, list[Note[E]]] = {}
    for fact in facts:
        if isinstance(fact.entry, kind):
            same_kind = cast("Fact[E]", fact)
            groups.setdefault(_sameness(fact, records), []).append(Note(same_kind, documents[fact.document]))
    told = [Told(tuple(sorted(notes, key=_fullness)), merged.get(str(key))) for key, notes in groups.items()]
    told.sort(key=lambda one: (one.notes[0].document.id, one.notes[0].fact.entry.evidence[0].start))
    told.sort(key=lambda one: one.day or "", reverse=True)
    return tuple(told)


def _concerns(fact: Fact[Entry], parties: frozenset[str]) -> bool:
    """Engagements of all the parties, acts and instruments of one at least; figures go with their document."""
    if not parties:
        return True
    if isinstance(fact.entry, Engagement):
        named = frozenset(fact.entry.parties)
        return not named or parties <= named or named < parties
    if isinstance(fact.entry, Instrument):
        return not fact.entry.parties or not parties.isdisjoint(fact.entry.parties)
    if isinstance(fact.entry, Act):
        return not fact.entry.actors or not parties.isdisjoint(fact.entry.actors)
    return True


def _sameness(fact: Fact[Entry], records: Mapping[str, str]) -> object:
    """Facts with equal keys tell the same thing."""
    entry = fact.entry
    if isinstance(entry, Engagement | Instrument):
        return records.get(fact.id, fact.id)
    if isinstance(entry, Figure):
        return entry.value, entry.of, entry.unit, entry.kind, fold(entry.label), entry.as_of, entry.since
    return entry.type, entry.actors, fold(" ".join(fact.words.split()))


def _fullness(note: Note[Any]) -> tuple[bool, int, str]:
    """The entry with the most said comes first; ids settle the rest, so that order of reading cannot.

    Once a document tells that a meeting was held, those that announced it speak after it.
    """
    entry = note.fact.entry
    announced = isinstance(entry, Engagement) and entry.status == "planned"
    return announced, -fullness(entry), note.fact.id
