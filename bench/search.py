"""How fast a search is in a ledger of a million sentences and two hundred thousand acts, all generated.

python bench/search.py [--documents N] [--postgresql ADDRESS] [--keep FILE]

A mix of common and rare words, phrases, several words, and each filter alone and with words; each query with the
texts of its hits, as a user gets them. In SQLite also against FTS5's own ranking of the same words in the same run.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import sqlalchemy as sa

from verbale.ledger import Ledger, ids, schema, search_marks
from verbale.ledger.dialects.base import Dialect
from verbale.model.folding import fold
from verbale.model.reading import ACT_TYPES
from verbale.model.records import Filters
from verbale.model.searching import Narrowing
from verbale.model.spelling import comparable
from verbale.model.vocabulary import load

SENTENCES, ACTS, PEOPLE, MECHANISMS = 50, 10, 4000, 300  # the first two in a document
BATCH = 250  # documents in one transaction
WORDS = 30_000
YEARS = 25
QUERIES = 40  # of each kind

Row = dict[str, Any]


class World:
    """What the documents are about: words by Zipf's law, and the names of what filters ask for."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        syllables = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "or", "ist")]
        made: dict[str, None] = {}
        while len(made) < WORDS:
            made["".join(self.chance.choices(syllables, k=self.chance.randint(1, 4)))] = None
        self.words = list(made)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.parties = sorted(load("countries")["states"])[:120]
        self.party_weights = list(accumulate(1 / (rank + 1) for rank in range(120)))
        self.topics = sorted(load("topics"))
        self.people = [f"{self.word().title()} {self.word().title()}" for _ in range(PEOPLE)]
        self.mechanisms = [f"{self.word().title()} {self.word().title()} Dialogue" for _ in range(MECHANISMS)]

    def word(self) -> str:
        """Any word, common ones as seldom as rare ones."""
        return self.chance.choice(self.words)

    def sentence(self) -> str:
        """Words as texts have them."""
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=self.chance.randint(8, 40))) + "."

    def pair(self) -> list[str]:
        """Two parties, some far oftener than others."""
        return sorted(set(self.chance.choices(self.parties, cum_weights=self.party_weights, k=2)))


def rows(world: World, number: int) -> dict[sa.Table, list[Row]]:
    """The rows of one document: its sentences, acts with their words, and a meeting with two people."""
    chance = world.chance
    sentences = [world.sentence() for _ in range(SENTENCES)]
    text = "\n".join(sentences)
    digest = f"{number:064x}"
    document = "d" + f"{number:016x}"
    day = f"{2000 + chance.randrange(YEARS)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    parties, mechanism = world.pair(), chance.choice(world.mechanisms)
    places, start = [], 0
    for one in sentences:
        places.append((start, start + len(one)))
        start += len(one) + 1
    made: dict[sa.Table, list[Row]] = defaultdict(list)
    head = {"id": document, "hash": digest, "title": None, "outlet": None, "published": day, "language": "en",
            "passages": "[]", "reader": "bench-1", "read_from": "[]", "first": day, "last": day}  # fmt: skip
    made[schema.documents].append(_filled(schema.documents, head))
    made[schema.texts].append({"document": document, "body": zlib.compress(text.encode(), 1)})
    made[schema.contents].append({"hash": digest, "size": 0, "body": b""})
    made[schema.sources].append(
        _filled(schema.sources, {"document": document, "name": f"{number}.txt", "content": digest,
                                 "media_type": "text/plain", "declared": "{}"})
    )  # fmt: skip
    made[schema.document_parties] = [{"document": document, "party": party} for party in parties]
    _meeting(made, world, number, document, day, parties, mechanism, places[0], sentences[0])
    for ordinal, (begin, end) in enumerate(chance.sample(places, ACTS)):
        act = f"a{number * ACTS + ordinal:016x}"
        made[schema.acts].append(
            {"id": act, "document": document, "ordinal": ordinal, "first": day, "last": day, "spans": "{}", "rule": "",
             "type": chance.choice(ACT_TYPES), "speaker": None}
        )  # fmt: skip
        made[schema.act_topics].append(
            {"document": document, "act": act, "ordinal": 0, "topic": chance.choice(world.topics)}
        )
        _evidence(made, document, act, begin, end, text[begin:end])
        for position, party in enumerate(parties[: chance.randint(1, 2)]):
            made[schema.fact_parties].append({"document": document, "fact": act, "ordinal": position, "party": party})
        _entry(made, document, "act", act, begin, end, text[begin:end])
    for begin, end in places:
        _entry(made, document, "sentence", None, begin, end, text[begin:end])
    named = {table.name: made[table] for table in (*schema.READING_TABLES, schema.documents)}
    made[schema.search_entries] = search_marks.marked(made[schema.search_entries], head, named)
    return made


def _meeting(
    made: dict[sa.Table, list[Row]], world: World, number: int, document: str, day: str, parties: list[str],
    mechanism: str, place: tuple[int, int], sentence: str,
) -> None:  # fmt: skip
    fact, series = f"e{number:016x}", ids.mechanism_id(mechanism, ())
    own = {"id": fact, "document": document, "ordinal": 0, "first": day, "last": day, "spans": "{}", "rule": "",
           "main": True, "kind": "dialogue", "status": "held", "mechanism": mechanism,
           "folded": comparable(mechanism), "round": None, "start": day, "end": None, "place": None, "country": None,
           "series": series}  # fmt: skip
    made[schema.engagements].append(_filled(schema.engagements, own))
    for ordinal, party in enumerate(parties):
        name = world.chance.choice(world.people)
        person = ids.person_id(name, None)
        made[schema.participants].append(
            _filled(schema.participants, {"document": document, "engagement": fact, "ordinal": ordinal,
                                          "person": person, "name": name, "party": party, "role": "head"})
        )  # fmt: skip
        made[schema.people].append(
            _filled(schema.people, {"document": document, "ordinal": ordinal, "person": person, "name": name,
                                    "folded": fold(name), "party": party, "first": day, "last": day})
        )  # fmt: skip
        made[schema.fact_parties].append({"document": document, "fact": fact, "ordinal": ordinal, "party": party})
    _evidence(made, document, fact, *place, sentence)
    _entry(made, document, "engagement", fact, *place, mechanism)


def _evidence(made: dict[sa.Table, list[Row]], document: str, fact: str, start: int, end: int, exact: str) -> None:
    made[schema.evidence].append(
        {"document": document, "fact": fact, "ordinal": 0, "start": start, "end": end, "exact": exact}
    )


def _entry(
    made: dict[sa.Table, list[Row]], document: str, layer: str, fact: str | None, start: int, end: int, words: str
) -> None:  # fmt: skip
    made[schema.search_entries].append(
        {
            "document": document,
            "layer": layer,
            "fact": fact,
            "start": start,
            "end": end,
            "folded": words.lower().rstrip("."),
        }  # as `comparable` would leave these words
    )


def _filled(table: sa.Table, row: Row) -> Row:
    """The row with None for what it does not give."""
    return {column.name: row.get(column.name) for column in table.columns}


def fill(dialect: Dialect, world: World, documents: int) -> None:
    """Write so many documents and index them."""
    people = {ids.person_id(name, None): "person" for name in world.people}
    nodes = [{"id": one, "kind": kind, "features": "{}", "component": one, "record": one, "document": None}
             for one, kind in sorted(people.items())]  # fmt: skip
    with dialect.writing().begin() as connection:
        dialect.insert(connection, schema.nodes, nodes)
    begun = time.perf_counter()
    for first in range(0, documents, BATCH):
        batch: dict[sa.Table, list[Row]] = defaultdict(list)
        for number in range(first, min(first + BATCH, documents)):
            for table, made in rows(world, number).items():
                batch[table] += made
        batch[schema.search_entries].sort(key=lambda row: row["id"])
        with dialect.writing().begin() as connection:
            for table in schema.metadata.sorted_tables:
                if batch.get(table):
                    dialect.insert(connection, table, batch[table])
    print(f"rows written in {time.perf_counter() - begun:.0f} s")  # noqa: T201
    begun = time.perf_counter()
    with dialect.writing().begin() as connection:
        dialect.settle(connection)
    print(f"index built in {time.perf_counter() - begun:.0f} s")  # noqa: T201


def queries(world: World) -> Iterator[tuple[str, str, Narrowing]]:
    """The mix: the kind of query, its words, and what narrows it."""
    chance = random.Random(11)
    common, middle, rare = world.words[:30], world.words[30:2000], world.words[5000:]

    def narrowed(**given: Any) -> Narrowing:
        return Narrowing(Filters(**given))

    kinds: dict[str, Callable[[], tuple[str, Narrowing]]] = {
        "a common word": lambda: (chance.choice(common), Narrowing()),
        "a word": lambda: (chance.choice(middle), Narrowing()),
        "a rare word": lambda: (chance.choice(rare), Narrowing()),
        "two words": lambda: (f"{chance.choice(middle)} {chance.choice(common)}", Narrowing()),
        "four words": lambda: (" ".join(chance.sample(common, 4)), Narrowing()),
        "a phrase": lambda: (f'"{chance.choice(common)} {chance.choice(middle[:300])}"', Narrowing()),
        "a phrase of common words": lambda: (f'"{chance.choice(common)} {chance.choice(common)}"', Narrowing()),
        "a word, party": lambda: (chance.choice(common), narrowed(parties=(chance.choice(world.parties),))),
        "a word, two parties": lambda: (
            chance.choice(common), narrowed(parties=tuple(chance.sample(world.parties[:20], 2))),
        ),
        "a word, topic": lambda: (chance.choice(common), narrowed(topic=chance.choice(world.topics))),
        "a word, act": lambda: (chance.choice(common), Narrowing(act=chance.choice(ACT_TYPES))),
        "a word, topic, act, party": lambda: (
            chance.choice(common),
            Narrowing(Filters(parties=(chance.choice(world.parties[:20]),), topic=chance.choice(world.topics)),
                      act=chance.choice(ACT_TYPES)),
        ),
        "a word, layer": lambda: (chance.choice(middle), Narrowing(layer="act")),
        "a word, a month": lambda: (chance.choice(common), narrowed(after="2011-03", before="2011-03")),
        "a word, years": lambda: (chance.choice(middle), narrowed(after="2004", before="2006")),
        "a word, mechanism": lambda: (chance.choice(common), narrowed(mechanism=chance.choice(world.mechanisms))),
        "a word, person": lambda: (chance.choice(common), Narrowing(person=chance.choice(world.people))),
        "party alone": lambda: ("", narrowed(parties=(chance.choice(world.parties),))),
    }  # fmt: skip
    for kind, make in kinds.items():
        for _ in range(QUERIES):
            yield (kind, *make())


def measure(ledger: Ledger, world: World) -> list[float]:
    """Milliseconds of every query, and a line for each kind."""
    view, times = ledger.view(), defaultdict(list)
    for kind, words, narrowing in queries(world):
        begun = time.perf_counter()
        view.search(words, 20, narrowing)
        times[kind].append((time.perf_counter() - begun) * 1000)
    for kind, taken in times.items():
        print(f"{kind:<28} p50 {median(taken):6.1f} ms   p95 {p95(taken):6.1f} ms   worst {max(taken):6.1f} ms")  # noqa: T201
    every = [one for taken in times.values() for one in taken]
    print(f"{'all ' + str(len(every)):<28} p50 {median(every):6.1f} ms   p95 {p95(every):6.1f} ms")  # noqa: T201
    return every


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return quantiles(times, n=20)[-1]


def yardstick(file: Path, world: World) -> list[float]:
    """The same words without filters, each match ranked by FTS5's bm25, from an index of the usual settings."""
    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(Path(folder) / "plain.db") as connection:
        connection.execute("ATTACH ? AS ledger", (str(file),))
        connection.execute("CREATE VIRTUAL TABLE plain USING fts5(folded, content='', tokenize='unicode61')")
        connection.execute("INSERT INTO plain(rowid, folded) SELECT id, folded FROM ledger.search_entries ORDER BY id")
        times = []
        for _, words, narrowing in queries(world):
            if words and narrowing == Narrowing():
                query = words if words.startswith('"') else " AND ".join(words.split())
                begun = time.perf_counter()
                connection.execute(
                    "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 20", (query,)
                ).fetchall()
                times.append((time.perf_counter() - begun) * 1000)
    return times


def ours(ledger: Ledger, world: World) -> list[float]:
    """Milliseconds of the queries that the yardstick answers."""
    view, times = ledger.view(), []
    for _, words, narrowing in queries(world):
        if words and narrowing == Narrowing():
            begun = time.perf_counter()
            view.search(words, 20)
            times.append((time.perf_counter() - begun) * 1000)
    return times


def main() -> None:
    """Fill a ledger and ask it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--postgresql", metavar="ADDRESS", help="the address of an empty database")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the ledger; one that is there is asked again")
    given = parser.parse_args()
    world = World()
    with tempfile.TemporaryDirectory() as folder:
        file = given.keep or Path(folder) / "search.db"
        there = given.keep is not None and given.keep.exists()
        with Ledger.open(given.postgresql or file) as ledger:
            if not there:
                fill(ledger.dialect, world, given.documents)
            if not given.postgresql:
                print(f"{os.path.getsize(file) / 1e6:.0f} MB on disk")  # noqa: T201
            measure(ledger, world)
            print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")  # noqa: T201
            if not given.postgresql:
                mine, plain = ours(ledger, world), yardstick(file, world)
                print(f"words alone: p95 {p95(mine):.1f} ms, FTS5's own ranking {p95(plain):.1f} ms, "  # noqa: T201
                      f"ratio {p95(mine) / p95(plain):.3f}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
