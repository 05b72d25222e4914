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
from verbale.model.dates import PartialDate, parse
from verbale.model.days import days
from verbale.model.document import Passage, Role
from verbale.model.evidence import Evidence
from verbale.model.reading import Act, Engagement, Instrument
from verbale.model.records import DocumentRecord, Fact
from verbale.model.spelling import comparable
from verbale.threads.owners import CORE
from verbale.threads.said import Held, Said

MONTH = 31  # days
YEARS_AHEAD = 60  # beyond them a number is no due date


def said_in(view: View, documents: Sequence[DocumentRecord]) -> list[Said]:
    """The acts of these documents, each with what its document tells of its occasion."""
    named = {document.id: document for document in documents}
    engagements = cast(list[Fact[Engagement]], view.facts_of("engagement", sorted(named)))
    instruments = cast(list[Fact[Instrument]], view.facts_of("instrument", sorted(named)))
    acts = cast(list[Fact[Act]], view.facts_of("act", sorted(named)))
    records = view.record_ids([*named, *(one.id for one in engagements), *(one.id for one in instruments)])
    told = _Told(named, engagements, instruments, records)
    return [told.said(act) for act in acts]


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
        self.instruments: dict[str, list[Fact[Instrument]]] = defaultdict(list)
        for one in sorted(engagements, key=lambda one: (one.entry.main, one.id)):
            if one.entry.status == "planned":
                self.planned[one.document].append(one)
            elif one.first:
                self.held[self.record(one.id)] = one
        for text in instruments:
            self.instruments[text.document].append(text)

    def record(self, identifier: str) -> str:
        return self.records.get(identifier, identifier)

    def said(self, act: Fact[Act]) -> Said:
        main, document = self.main.get(act.document), self.documents[act.document]
        held = main if main and main.entry.status == "held" else None
        day = (held.first if held and _in_a_month(held) else None) or document.first
        events = [one for one in self.planned[act.document] if _overlap(act, one)]
        return Said(
            act, self._relationship(act, main, document), self.record(held.id) if held else act.document,
            self.record(act.document), day, self._due(act, events, day), tuple(self._held(events)),
            tuple(sorted({self.record(one.id) for one in self.instruments[act.document] if _names(act, one)})),
        )  # fmt: skip

    def _relationship(self, act: Fact[Act], main: Fact[Engagement] | None, document: DocumentRecord) -> tuple[str, ...]:
        """Between whom an act was done: those who do it together, or the parties of the meeting or the document."""
        actors = act.entry.actors
        if len(actors) > 1:
            return tuple(sorted(actors))
        for parties in (main.entry.parties if main else (), document.parties):
            if len(parties) > 1 and set(actors) <= set(parties):
                return tuple(sorted(parties))
        return ()

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


def _names(act: Fact[Act], text: Fact[Instrument]) -> bool:
    """Whether an act names a text: by the words that the text is read from, or by its title's first words."""
    title = " ".join(comparable(text.entry.title).split()[:3])
    return _overlap(act, text) or (len(title.split()) == 3 and f" {title} " in f" {comparable(act.words)} ")


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
