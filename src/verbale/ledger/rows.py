"""A document and its reading → the rows that the ledger keeps, as a pure function.

Two entries of one reading that say the same in the same place are one fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from verbale.identities.posts import office
from verbale.ledger import ids, schema, search_marks
from verbale.model.days import NO_DAYS, Days, days
from verbale.model.document import Document
from verbale.model.evidence import Evidence, Span
from verbale.model.folding import fold
from verbale.model.reading import Act, Engagement, Entry, Figure, Instrument, Reading
from verbale.model.spelling import comparable

Row = dict[str, Any]
Rows = dict[sa.Table, list[Row]]


def rows(
    document: Document, reading: Reading, sentences: Iterable[Span], named: Mapping[tuple[str, int], str] | None = None
) -> Rows:
    """The rows of every table in `schema.READING_TABLES`, and the one row of `schema.documents`.

    `named`: the ids of facts by layer and place, where these are not the hashes of what they say.
    """
    return _Rows(document, reading, named or {}).build(sentences)


def document_days(reading: Reading) -> Days:
    """The days on which the document may be dated: its publication, else its main engagement."""
    published = days(reading.published)
    if published != NO_DAYS:
        return published
    return next((days(e.start, e.end) for e in reading.engagements if e.main), NO_DAYS)


def document_parties(reading: Reading) -> list[str]:
    """The parties of the main engagement, else all that the reading names."""
    main = [party for e in reading.engagements if e.main for party in e.parties]
    entries: tuple[Entry, ...] = (*reading.engagements, *reading.acts)
    every = [party for entry in entries for party in _parties(entry)]
    return sorted(set(main or every))


class _Rows:
    """The rows of one document while they are put together."""

    def __init__(self, document: Document, reading: Reading, named: Mapping[tuple[str, int], str]) -> None:
        self.document = document
        self.reading = reading
        self.named = named
        self.id = ids.document_id(document.hash)
        self.days = document_days(reading)
        self.rows: Rows = {schema.documents: [], **{table: [] for table in schema.READING_TABLES}}
        self.known: set[str] = set()
        self.people: dict[tuple[str, str | None, str | None], Row] = {}
        self.on_days: set[tuple[str, str | None, str | None]] = set()  # people whose post some single day gives
        self.held = _held(reading)

    def build(self, sentences: Iterable[Span]) -> Rows:
        reading = self.reading
        self.add(
            schema.documents,
            id=self.id, hash=self.document.hash, title=reading.title, outlet=reading.outlet,
            published=reading.published, language=reading.language, reader=reading.reader,
            passages=ids.to_json([[p.start, p.end, str(p.role)] for p in reading.passages]),
            first=self.days[0], last=self.days[1],
        )  # fmt: skip
        for party in document_parties(reading):
            self.add(schema.document_parties, document=self.id, party=party)
        for ordinal, engagement in enumerate(reading.engagements):
            self.engagement(ordinal, engagement)
        for ordinal, instrument in enumerate(reading.instruments):
            self.instrument(ordinal, instrument)
        for ordinal, act in enumerate(reading.acts):
            self.act(ordinal, act)
        for ordinal, figure in enumerate(reading.figures):
            self.figure(ordinal, figure)
        self.speakers()
        for ordinal, row in enumerate(self.people.values()):
            self.add(schema.people, ordinal=ordinal, **row)
        for span in sentences:
            self.search("sentence", None, [span], ())
        self.mark()
        return self.rows

    def mark(self) -> None:
        """Give the search entries their ids, and what they can be narrowed by."""
        (document,) = self.rows[schema.documents]
        entries = self.rows[schema.search_entries]
        named = {table.name: rows for table, rows in self.rows.items()}
        self.rows[schema.search_entries] = search_marks.marked(entries, document, named)

    def add(self, table: sa.Table, **row: Any) -> None:
        self.rows[table].append(row)

    def fact(self, layer: str, ordinal: int, entry: Entry, when: Days, own: Mapping[str, Any]) -> str | None:
        """Add the row that every layer has, with evidence and parties; None where the fact is there already."""
        fact = self.named.get((layer, ordinal)) or ids.fact_id(layer, self.document.hash, entry)
        if fact in self.known:
            return None
        self.known.add(fact)
        first, last = when if when != NO_DAYS else self.days
        spans = ids.to_json({name: [s.start, s.end] for name, s in entry.spans.items()}) if entry.spans else "{}"
        self.add(
            schema.FACTS[layer], id=fact, document=self.id, ordinal=ordinal, first=first, last=last,
            spans=spans, rule=entry.rule, **own,
        )  # fmt: skip
        for number, e in enumerate(entry.evidence):
            self.add(
                schema.evidence,
                fact=fact, ordinal=number, document=self.id, start=e.start, end=e.end, exact=e.exact,
            )  # fmt: skip
        for number, party in enumerate(_parties(entry)):
            self.add(schema.fact_parties, fact=fact, ordinal=number, document=self.id, party=party)
        return fact

    def engagement(self, ordinal: int, entry: Engagement) -> None:
        when = days(entry.start, entry.end)
        own = {
            "main": entry.main, "kind": entry.kind, "status": entry.status, "mechanism": entry.mechanism,
            "folded": comparable(entry.mechanism or ""), "round": entry.round, "start": entry.start,
            "end": entry.end, "place": entry.place, "country": entry.country,
            "series": ids.mechanism_id(entry.mechanism, entry.parties) if entry.mechanism else None,
        }  # fmt: skip
        fact = self.fact("engagement", ordinal, entry, when, own)
        if fact is None:
            return
        for number, p in enumerate(entry.participants):
            self.add(
                schema.participants,
                engagement=fact, ordinal=number, document=self.id, person=self.person_id(p.name, p.party),
                name=p.name, party=p.party, post=p.post, rank=p.rank, role=p.role,
            )  # fmt: skip
            held = when if when != NO_DAYS and entry.status == "held" else self.days  # what is planned proves no post
            self.person(p.name, p.party, p.post, p.rank, held)
        words = [entry.mechanism, entry.place, *(w for p in entry.participants for w in (p.name, p.post))]
        self.search("engagement", fact, entry.evidence, words)

    def instrument(self, ordinal: int, entry: Instrument) -> None:
        own = {"type": entry.type, "title": entry.title, "date": entry.date, "status": entry.status}
        fact = self.fact("instrument", ordinal, entry, days(entry.date), own)
        if fact is not None:
            self.search("instrument", fact, entry.evidence, [entry.title])

    def act(self, ordinal: int, entry: Act) -> None:
        fact = self.fact("act", ordinal, entry, NO_DAYS, {"type": entry.type, "speaker": entry.speaker})
        if fact is None:
            return
        for number, topic in enumerate(entry.topics):
            self.add(schema.act_topics, act=fact, ordinal=number, document=self.id, topic=topic)
        self.search("act", fact, entry.evidence, [entry.speaker])

    def figure(self, ordinal: int, entry: Figure) -> None:
        own = {
            "value": float(entry.value), "unit": entry.unit, "kind": entry.kind,
            "of": None if entry.of is None else float(entry.of), "topic": entry.topic, "label": entry.label,
            "since": entry.since, "as_of": entry.as_of,
        }  # fmt: skip
        fact = self.fact("figure", ordinal, entry, days(entry.as_of), own)
        if fact is not None:
            self.search("figure", fact, entry.evidence, [entry.label])

    def person(self, name: str, party: str | None, post: str | None, rank: str | None, when: Days) -> None:
        """Note a person once for each post; the days widen with each occasion.

        A single day says when somebody held a post better than the days of a whole visit, and replaces them.
        """
        person = self.person_id(name, party)
        row = self.people.setdefault(
            (person, post, rank),
            {"document": self.id, "person": person, "name": name, "folded": fold(name), "party": party,
             "post": post, "rank": rank, "first": when[0], "last": when[1],
             "office": ids.post_id(post, party) if post else None},
        )  # fmt: skip
        row["name"] = max(row["name"], name, key=lambda n: (len(n), n))
        known, given = (row["first"], row["last"]), when
        if _is_day(given) and not _is_day(known) and (person, post, rank) not in self.on_days:
            known = given
        elif not _is_day(given) and (person, post, rank) in self.on_days:
            given = known
        if _is_day(when):
            self.on_days.add((person, post, rank))
        row["first"] = min((d for d in (known[0], given[0]) if d), default=None)
        row["last"] = max((d for d in (known[1], given[1]) if d), default=None)

    def person_id(self, name: str, party: str | None) -> str:
        held = self.held.get((fold(name), party))
        return ids.person_id(name, party, held, (self.days[0] or "")[:4])

    def speakers(self) -> None:
        """People who only speak: no engagement lists them, so their party is that of all acts which they do alone."""
        present = {row["folded"] for row in self.people.values()}
        parties: dict[str, set[str]] = {}
        for act in self.reading.acts:
            if act.speaker and fold(act.speaker) not in present:
                alone = act.actors if len(act.actors) == 1 else ()
                parties.setdefault(act.speaker, set()).update(alone)
        for speaker, alone_for in parties.items():
            party = next(iter(alone_for)) if len(alone_for) == 1 else None
            self.person(speaker, party, None, None, self.days)

    def search(
        self, layer: str, fact: str | None, places: Sequence[Span | Evidence], words: Sequence[str | None]
    ) -> None:
        """Index the words at these places, and words that the fact was resolved to."""
        text = self.document.text
        pieces = [*(text[p.start : p.end] for p in places), *(word for word in words if word)]
        self.add(
            schema.search_entries,
            document=self.id, layer=layer, fact=fact, start=places[0].start, end=places[0].end,
            folded=comparable(" ".join(pieces)),
        )  # fmt: skip


def _is_day(when: Days) -> bool:
    return when[0] is not None and when[0] == when[1]


def _held(reading: Reading) -> dict[tuple[str, str | None], str]:
    """The first office that the reading gives to a name."""
    found: dict[tuple[str, str | None], str] = {}
    for engagement in reading.engagements:
        for p in engagement.participants:
            if p.post:
                found.setdefault((fold(p.name), p.party), office(p.post, p.party).key)
    return found


def _parties(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Act):
        return entry.actors
    return () if isinstance(entry, Figure) else entry.parties
