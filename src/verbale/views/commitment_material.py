"""The acts of documents with what commitments are woven from: occasion, relationship, due date, texts they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from verbale.identities.times import length
from verbale.language.dates import date_marks
from verbale.language.marks import DateMark, Marked
from verbale.language.sentences import sentences
from verbale.ledger.view import View
from verbale.model.commitments import Held
from verbale.model.dates import PartialDate, parse
from verbale.model.days import days
from verbale.model.document import Passage, Role
from verbale.model.evidence import Evidence
from verbale.model.reading import Act, Engagement, Instrument
from verbale.model.records import DocumentRecord, Fact
from verbale.model.spelling import comparable
from verbale.threads.owners import CORE
from verbale.threads.said import Said

MONTH = 31  # days
TITLE = 3  # first words of a text's title by which it is named
YEARS_AHEAD = 60  # beyond them a number is no due date

Relationship = tuple[str, ...]


def said_in(view: View, documents: Sequence[DocumentRecord], relationship: Relationship) -> list[Said]:
    """The acts of these documents between these parties, each with what the documents tell of its occasion."""
    named = {document.id: document for document in documents}
    wanted = [act for act, between in relationships_in(view, documents).items() if between == relationship]
    acts = cast(list[Fact[Act]], view.facts_by_id("act", wanted))
    engagements = cast(list[Fact[Engagement]], view.facts_of("engagement", sorted(named)))
    texts = cast(list[Fact[Instrument]], view.facts_of("instrument", sorted({act.document for act in acts})))
    records = view.record_ids([*named, *(one.id for one in engagements), *(one.id for one in texts)])
    told = _Told(named, engagements, texts, records)
    return [told.said(act, relationship) for act in acts]


def relationships_in(view: View, documents: Sequence[DocumentRecord]) -> dict[str, Relationship]:
    """Of each act of these documents, between whom it was done; () where that is not told."""
    parties = {document.id: document.parties for document in documents}
    main = view.main_parties(sorted(parties))
    return {
        act: _relationship(actors, main.get(document, ()), parties[document])
        for act, document, actors in view.actors_in(sorted(parties))
    }


def _relationship(actors: Sequence[str], *groups: Sequence[str]) -> Relationship:
    """Those who do it together, or the parties of the meeting or else the document that hold who does it."""
    if len(actors) > 1:
        return tuple(sorted(actors))
    return next((tuple(sorted(group)) for group in groups if len(group) > 1 and set(actors) <= set(group)), ())


class _Told:
    """What documents tell of the occasions of their acts."""

    def __init__(
        self, documents: Mapping[str, DocumentRecord], engagements: Sequence[Fact[Engagement]],
        instruments: Sequence[Fact[Instrument]], records: Mapping[str, str],
    ) -> None:  # fmt: skip
        self.documents = documents
        self.records = records
        self.main = {one.document: one for one in engagements if one.entry.main}
        self.planned: dict[str, list[Fact[Engagement]]] = defaultdict(list)
        self.held: dict[str, Fact[Engagement]] = {}
        self.instruments: dict[str, list[tuple[Fact[Instrument], str]]] = defaultdict(list)
        for one in sorted(engagements, key=lambda one: (one.entry.main, one.id)):
            if one.entry.status == "planned":
                self.planned[one.document].append(one)
            elif one.first:
                self.held[self.record(one.id)] = one
        for text in instruments:
            title = " ".join(comparable(text.entry.title).split()[:TITLE])
            self.instruments[text.document].append((text, title))

    def record(self, identifier: str) -> str:
        return self.records.get(identifier, identifier)

    def said(self, act: Fact[Act], relationship: Relationship) -> Said:
        main, document = self.main.get(act.document), self.documents[act.document]
        held = main if main and main.entry.status == "held" else None
        day = (held.first if held and _in_a_month(held) else None) or document.first
        events = [one for one in self.planned[act.document] if _overlap(act, one)]
        return Said(
            act, relationship, self.record(held.id) if held else act.document,
            self.record(act.document), day, self._due(act, events, day), tuple(self._held(events)),
            tuple(sorted(set(self._texts(act)))),
        )  # fmt: skip

    def _texts(self, act: Fact[Act]) -> Iterator[str]:
        """The records of the texts that an act names: by the words they are read from, or their title's first words."""
        words = f" {comparable(act.words)} " if self.instruments[act.document] else ""
        for text, title in self.instruments[act.document]:
            if _overlap(act, text) or (title.count(" ") == TITLE - 1 and f" {title} " in words):
                yield self.record(text.id)

    def _due(self, act: Fact[Act], events: Sequence[Fact[Engagement]], day: str | None) -> str | None:
        """When what the act promises is due: the date of the event that it announces, or the one in its words."""
        if act.entry.type not in CORE:
            return None
        dates = [one.entry.start or one.entry.end for one in events]
        found = [date for date in dates if _ahead(date, day)] or [
            date for date in dates_in(act.words, day) if _ahead(date, day)
        ]
        return max((date for date in found if date), key=lambda date: days(date)[1] or "", default=None)

    def _held(self, events: Iterable[Fact[Engagement]]) -> Iterator[Held]:
        """What other documents tell of the events that were held; known to the month, on the day that was planned."""
        for one in events:
            found = self.held.get(self.record(one.id))
            if found is not None and found.document != one.document:
                planned = days(one.entry.start, one.entry.end)[0]
                inside = planned and (found.first or "") <= planned <= (found.last or "")
                when = planned if inside else found.first
                yield Held(found.id, found.document, found.source, when, " ".join(found.words.split()))


def dates_in(words: str, day: str | None) -> list[str]:
    """The dates that words give (EDTF), seen from the day (YYYY-MM-DD) on which they were said.

    >>> dates_in("Vietnam plans to hold the third edition of the expo in late 2026.", "2025-11-02")
    ['2026-09~/2026-12~']
    """
    if not any(letter.isdecimal() for letter in words) and not _names_a_time(words):
        return []
    published = parse(day) if day else None
    marked = [Marked(one) for one in sentences(words, [Passage(0, len(words), Role.BODY)])]
    marks = date_marks(marked, published if isinstance(published, PartialDate) else None)
    return [_edtf(mark) for found in marks for mark in found if mark.start is not None]


def _edtf(mark: DateMark) -> str:
    start = mark.start.edtf if mark.start is not None else ".."
    return f"{start}/{mark.end.edtf}" if mark.end is not None else start


def _names_a_time(words: str) -> bool:
    plain = words.lower()
    return any(time in plain for time in ("year", "month", "week", "tomorrow", "spring", "summer", "autumn", "winter"))


def _ahead(date: str | None, day: str | None) -> bool:
    """Whether a date lies after the day, so that it can be that of a promise."""
    first, last = days(date)
    if first is None or last is None or day is None or last <= day:
        return False
    if first <= day and length(first, last) <= MONTH:
        return False  # the days of the meeting itself
    if first <= day and last[:7] == day[:7]:
        return False  # 'earlier this year'
    return int(first[:4]) <= int(day[:4]) + YEARS_AHEAD


def _in_a_month(engagement: Fact[Engagement]) -> bool:
    """Whether its own date is known to the month at least."""
    first, last = days(engagement.entry.start, engagement.entry.end)
    return first is not None and last is not None and first[:7] == last[:7]


def _overlap(one: Fact[Act], other: Fact[Engagement] | Fact[Instrument]) -> bool:
    """Whether two facts of a document rest on words in common."""
    return any(_meet(a, b) for a in one.entry.evidence for b in other.entry.evidence)


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
