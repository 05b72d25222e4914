"""What a briefing is made of: the facts of its documents, sorted by layer and joined where they tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from verbale.model.folding import fold
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
    """One thing with every fact that tells it, the fullest first."""

    notes: tuple[Note[E], ...]

    @property
    def entry(self) -> E:
        """The fullest entry that tells it."""
        return self.notes[0].fact.entry

    @property
    def day(self) -> str | None:
        """The first day that it may fall on."""
        return self.notes[0].fact.first

    @property
    def last_day(self) -> str | None:
        """The last day that it may fall on."""
        return self.notes[0].fact.last


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
    records: Mapping[str, str],
) -> Material:  # fmt: skip
    """Sort facts into material for a briefing on these parties; with none, nothing is left out.

    `records`: of each engagement and instrument the record that it is a report of.
    """
    concerned = [fact for fact in facts if _concerns(fact, frozenset(parties))]
    return Material(
        engagements=_told(concerned, Engagement, documents, records),
        instruments=_told(concerned, Instrument, documents, records),
        acts=_told(concerned, Act, documents, records),
        figures=_told(concerned, Figure, documents, records),
    )


def _told(
    facts: Iterable[Fact[Entry]], kind: type[E], documents: Mapping[str, DocumentRecord], records: Mapping[str, str]
) -> tuple[Told[E], ...]:
    """The facts of one kind, those that tell the same together, the newest first."""
    groups: dict[object, list[Note[E]]] = {}
    for fact in facts:
        if isinstance(fact.entry, kind):
            same_kind = cast("Fact[E]", fact)
            groups.setdefault(_sameness(fact, records), []).append(Note(same_kind, documents[fact.document]))
    told = [Told(tuple(sorted(notes, key=_fullness))) for notes in groups.values()]
    told.sort(key=lambda one: (one.notes[0].document.id, one.entry.evidence[0].start))
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


def _fullness(note: Note[Any]) -> tuple[int, str]:
    """The entry with the most said comes first; ids settle the rest, so that order of reading cannot."""
    return -fullness(note.fact.entry), note.fact.id
