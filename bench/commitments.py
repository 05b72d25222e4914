"""How fast commitments and what is new are told from a ledger of two hundred thousand acts, all generated.

python bench/commitments.py [--documents N] [--postgresql ADDRESS] [--keep FILE]

The ledger is that of search.py. First everything is woven; then the first page is asked for under each filter, and
what is new since a day. The yardstick is looking once at every act in the same ledger.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import sqlalchemy as sa
from search import World, fill, p95

from verbale.ledger import Ledger, schema
from verbale.model.commitments import STATUSES
from verbale.views.asking import Request
from verbale.views.commitments import list_commitments
from verbale.views.since import since
from verbale.views.weaving import weave_in

PAGE = 50
QUESTIONS = 20  # of each kind


def questions(world: World) -> Iterator[tuple[str, Request, tuple[str | None, ...]]]:
    """The kind of question, and what is asked for."""
    chance = random.Random(13)
    kinds: dict[str, Callable[[], tuple[Request, tuple[str | None, ...]]]] = {
        "all": lambda: (Request(limit=PAGE), ()),
        "a party": lambda: (Request((chance.choice(world.parties),), limit=PAGE), ()),
        "two parties": lambda: (Request(tuple(chance.sample(world.parties[:12], 2)), limit=PAGE), ()),
        "an owner": lambda: (Request(limit=PAGE), (chance.choice(world.parties[:40]),)),
        "a status": lambda: (Request(limit=PAGE), (None, chance.choice(STATUSES))),
        "a topic": lambda: (Request(topic=chance.choice(world.topics), limit=PAGE), ()),
        "a mechanism": lambda: (Request(mechanism=chance.choice(world.mechanisms), limit=PAGE), ()),
        "a year": lambda: (Request(after="2011", before="2011", limit=PAGE), ()),
    }
    for kind, make in kinds.items():
        for _ in range(QUESTIONS):
            yield (kind, *make())


def measure(ledger: Ledger, world: World) -> None:
    """A line for each kind of question."""
    view, times = ledger.view(), defaultdict(list)
    for kind, request, more in questions(world):
        begun = time.perf_counter()
        list_commitments(view, request, *more)
        times[f"commitments, {kind}"].append((time.perf_counter() - begun) * 1000)
    for day in ("2024-11-15", "2024-06-01", "2023-12-01"):
        begun = time.perf_counter()
        since(view, day)
        times["since a day"].append((time.perf_counter() - begun) * 1000)
    for kind, taken in times.items():
        print(f"{kind:<28} p50 {median(taken):7.1f} ms   p95 {p95(taken):7.1f} ms   worst {max(taken):7.1f} ms")  # noqa: T201


def yardstick(ledger: Ledger) -> float:
    """Milliseconds that the database takes to look at every act once."""
    with ledger.dialect.reading().connect() as connection:
        begun = time.perf_counter()
        connection.execute(sa.select(sa.func.count(), sa.func.max(schema.acts.c.rule))).all()
        return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Fill a ledger, weave it and ask it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--postgresql", metavar="ADDRESS", help="the address of an empty database")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the ledger; one that is there is asked again")
    given = parser.parse_args()
    world = World()
    with tempfile.TemporaryDirectory() as folder:
        file = given.keep or Path(folder) / "commitments.db"
        there = given.keep is not None and given.keep.exists()
        with Ledger.open(given.postgresql or file) as ledger:
            if not there:
                fill(ledger.dialect, world, given.documents)
            begun = time.perf_counter()
            weave_in(ledger)
            print(f"woven in {time.perf_counter() - begun:.0f} s")  # noqa: T201
            measure(ledger, world)
            print(f"looking at every act: {yardstick(ledger):.1f} ms")  # noqa: T201
            print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
