"""What a search can be narrowed by, as words of the index: parties, topics, kinds of acts, mechanisms, people, layers.

A mark stands in the index beside the words of its entry, so that the database finds both together: words that half of
all sentences hold are narrowed as fast as rare ones. Ids of entries grow with their day, and the newest come first;
they follow from what an entry says and where, not from the order of reading.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from verbale.ledger import schema
from verbale.ledger.loading import chunks
from verbale.model.folding import fold
from verbale.model.spelling import comparable

LAYER, PARTY, TOPIC, ACT, MECHANISM, PERSON, LONG = "lptkmoz"
_SIGN = "\ue000"  # a private letter, so that no word that is typed is ever a mark
_BITS = 41  # of an entry's hash below the day
DATED = 1 << _BITS  # ids of entries without a day are below
LONGEST = 366  # days; what lasts longer is marked, since its first day says little of when it ended

Row = Mapping[str, Any]
Rows = Mapping[str, Iterable[Row]]


@lru_cache(maxsize=16384)
def mark(kind: str, value: str = "") -> str:
    """The word of the index that stands for this value.

    >>> mark(TOPIC, "war-legacy")[1:], mark(PARTY, "African Union")[1:]
    ('twarlegacy', 'pafricanunion')
    """
    return _SIGN + kind + "".join(letter for letter in fold(value) if letter.isalnum())


def lowest(day: str) -> int:
    """The lowest id of an entry of this day (YYYY-MM-DD) or later."""
    return date.fromisoformat(day).toordinal() << _BITS


def after(day: str) -> int:
    """The lowest id of an entry of a later day."""
    return (date.fromisoformat(day).toordinal() + 1) << _BITS


def entry_id(entry: Row, first: str | None) -> int:
    """The id of an entry of the day `first`, or of no day."""
    said = repr((entry["document"], entry["layer"], entry["fact"], entry["start"], entry["end"])).encode()
    hashed = int.from_bytes(hashlib.sha256(said).digest()[:8], "big") >> (64 - _BITS)
    return (date.fromisoformat(first).toordinal() << _BITS if first else 0) + max(hashed, 1)


def marked(entries: Sequence[Row], document: Row, rows: Rows) -> list[dict[str, Any]]:
    """The entries of a document with their ids, days and marks; no two have one id.

    `document` has the days of the document, `rows` its rows by the names of their tables.
    """
    found = _Document(document, rows)
    made: dict[int, dict[str, Any]] = {}
    for entry in entries:
        first, last = found.days.get(entry["fact"] or "", (document["first"], document["last"]))
        number = entry_id(entry, first)
        while number in made:
            number += 1
        marks = " ".join(sorted({*found.marks(entry), *_lasting(first, last)}))
        made[number] = {**entry, "id": number, "first": first, "last": last, "marks": marks}
    return [made[number] for number in sorted(made)]


def _lasting(first: str | None, last: str | None) -> Iterable[str]:
    if first and last and date.fromisoformat(last).toordinal() - date.fromisoformat(first).toordinal() > LONGEST:
        yield mark(LONG)


class _Document:
    """What the rows of one document say of its entries."""

    def __init__(self, document: Row, rows: Rows) -> None:
        self.parties = [mark(PARTY, row["party"]) for row in rows["document_parties"]]
        self.of_fact: dict[str, list[str]] = defaultdict(list)
        self.days: dict[str, tuple[str | None, str | None]] = {}
        for table in ("engagements", "instruments", "acts", "figures"):
            self.days.update((row["id"], (row["first"], row["last"])) for row in rows[table])
        for row in rows["fact_parties"]:
            self.of_fact[row["fact"]].append(mark(PARTY, row["party"]))
        topics: dict[str, list[str]] = defaultdict(list)
        for row in rows["act_topics"]:
            topics[row["act"]].append(mark(TOPIC, row["topic"]))
        self.topics = sorted({topic for given in topics.values() for topic in given})
        series = [(row["id"], row["series"], row["main"]) for row in rows["engagements"]]
        self.mechanisms = sorted({mark(MECHANISM, one) for _, one, main in series if one and main})
        for fact, one, _ in series:
            self.of_fact[fact] += [mark(MECHANISM, one)] if one else []
        for row in rows["participants"]:
            self.of_fact[row["engagement"]].append(mark(PERSON, row["person"]))
        people = {fold(row["name"]): mark(PERSON, row["person"]) for row in rows["people"]}
        self.names = [(f" {comparable(name)} ", person) for name, person in people.items()]
        for row in rows["acts"]:
            speaker = people.get(fold(row["speaker"] or ""))
            self.of_fact[row["id"]] += [mark(ACT, row["type"]), *topics[row["id"]], *([speaker] if speaker else [])]
        for row in rows["figures"]:
            self.of_fact[row["id"]] += [mark(TOPIC, row["topic"])] if row["topic"] else []
        self.places = [
            (row["start"], row["end"], topics[row["fact"]]) for row in rows["evidence"] if topics[row["fact"]]
        ]

    def marks(self, entry: Row) -> Iterable[str]:
        """What the entry can be narrowed by."""
        layer = entry["layer"]
        yield mark(LAYER, layer)
        yield from self.of_fact[entry["fact"]] if entry["fact"] else ()
        if layer in ("sentence", "figure"):
            yield from self.parties
        if layer != "engagement":
            yield from self.mechanisms
        if layer in ("engagement", "instrument"):
            yield from self.topics
        if layer == "sentence":
            words = f" {entry['folded']} "
            yield from (person for name, person in self.names if name in words)
            for start, end, topics in self.places:
                if start < entry["end"] and entry["start"] < end:
                    yield from topics


def free(connection: sa.Connection, entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries under ids that no entry of the ledger has: two hashes may meet, if hardly ever."""
    ids = schema.search_entries.c.id
    taken: set[int] = set()
    for piece in chunks([entry["id"] for entry in entries]):
        taken.update(connection.scalars(sa.select(ids).where(ids.in_(piece))))
    found = []
    for entry in entries:
        number = entry["id"]
        while number in taken or (number != entry["id"] and _held(connection, number)):
            number += 1
        taken.add(number)
        found.append({**entry, "id": number})
    return found


def _held(connection: sa.Connection, number: int) -> bool:
    ids = schema.search_entries.c.id
    return connection.scalar(sa.select(ids).where(ids == number)) is not None
