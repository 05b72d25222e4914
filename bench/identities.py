"""What it costs to know who is who: `python bench/identities.py [engagements]`.

Prints how much longer the corpus in ../shared takes to read with identities than without, and how long one document
takes to add at 1,000, 10,000 and 100,000 engagements of a generated ledger: 150 pairs of parties over 20 years, with
series, calls, visits and several reports of each, in random order. Times are processor time.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from verbale.ledger import Ledger, writer
from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import quote
from verbale.model.reading import Engagement, Instrument, Participant, Reading
from verbale.pipeline import read_paths

TEXTS = Path(__file__).parents[2] / "shared" / "corpus" / "texts"
STATES = (
    "US VN JP KR AU NZ PH ID TH MY SG IN PK BD LK CN MN KZ TR IL JO EG MA SA AE GB FR DE IT ES PL UA RO SE NO CA MX "
    "BR CL PE"
).split()
POSTS = ("President", "Minister of Foreign Affairs", "Minister of Defence", "Deputy Minister of Defence", "Ambassador",
         "Minister of Trade")  # fmt: skip
SERIES = ("Defence Policy Dialogue", "Strategic Dialogue", "Trade and Investment Council", "Maritime Consultations",
          "Cyber Dialogue", "Leaders' Meeting")  # fmt: skip
TITLES = ("Memorandum of understanding on {}", "Agreement on {}", "Joint statement on {}")
SUBJECTS = ("ports", "visas", "air services", "radar data", "fisheries", "student exchange", "rescue", "clean energy")
YEARS = range(2005, 2025)
EACH = 20  # engagements in one document
TIMED = 40  # documents added for one figure


class World:
    """What happens between the pairs, and documents that tell of some of it."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        pairs = [(a, b) for a in STATES for b in STATES if a < b]
        self.pairs = sorted(self.chance.sample(pairs, 150))
        self.people = {
            (state, post, year // 4): self._name() for state in STATES for post in POSTS for year in (*YEARS, 2025)
        }  # fmt: skip
        self.number = 0

    def document(self) -> tuple[Document, Reading, bytes]:
        """The next document: twenty meetings of one pair, of which the first is what it is about."""
        pair, self.number = self.chance.choice(self.pairs), self.number + 1
        lines = [" ".join(self._name() for _ in range(8)) for _ in range(EACH + 1)]
        text = "\n".join(lines)
        document = Document(f"report-{self.number}.txt", text)
        starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(EACH + 1)]
        evidence = [
            (quote(text, document.hash, start, start + len(line)),)
            for start, line in zip(starts, lines, strict=True)
        ]  # fmt: skip
        meetings = tuple(self._meeting(pair, evidence[n], main=n == 0) for n in range(EACH))
        title = self.chance.choice(TITLES).format(self.chance.choice(SUBJECTS))
        kind = {"M": "mou", "A": "agreement", "J": "joint-statement"}[title[0]]
        signed = Instrument(kind, title, evidence[EACH], str(self.chance.choice(YEARS)), pair, "cited")
        passages = (Passage(0, len(text), Role.BODY),)
        reading = Reading(
            document.source, passages=passages, engagements=meetings, instruments=(signed,), reader="bench-1"
        )
        return document, reading, text.encode()

    def _meeting(self, pair: tuple[str, str], evidence: tuple, main: bool) -> Engagement:  # type: ignore[type-arg]
        chance = self.chance
        year, month = chance.choice(YEARS), chance.randint(1, 12)
        kind = chance.choice(("dialogue", "call", "talks", "visit"))
        name, number = (chance.choice(SERIES), year - 2004) if kind == "dialogue" else (None, None)
        if name:
            month = SERIES.index(name) + 3
        day = f"{year}-{month:02d}-{(hash_of(pair) + month) % 28 + 1:02d}"
        post = chance.choice(POSTS)
        attending = tuple(
            Participant(self._called(self.people[state, post, year // 4]), state, post) for state in pair
        )  # fmt: skip
        return Engagement(
            kind, evidence, main=main, mechanism=name, round=number if chance.random() < 0.7 else None, parties=pair,
            start=day if chance.random() < 0.7 else day[:7], country=pair[year % 2] if kind != "call" else None,
            participants=attending if chance.random() < 0.8 else (),
        )  # fmt: skip

    def _called(self, name: str) -> str:
        return name.split()[-1] if self.chance.random() < 0.2 else name

    def _name(self) -> str:
        parts = ("ba", "chi", "do", "fen", "gar", "hu", "ka", "lim", "mo", "ne", "ra", "sul", "ta", "vi", "zo")
        return " ".join("".join(self.chance.choices(parts, k=2)).title() for _ in range(2))


def hash_of(pair: tuple[str, str]) -> int:
    """A number for the pair that is the same in every run."""
    return sum(map(ord, "".join(pair)))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def read_corpus(with_identities: bool) -> float:
    """Seconds to read the corpus into a new ledger."""
    settle = writer.settle
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "corpus.db") as ledger:
        if not with_identities:
            writer.settle = lambda *given: None  # type: ignore[assignment]
        try:
            return seconds(lambda: read_paths([TEXTS], ledger))
        finally:
            writer.settle = settle


def print_corpus() -> None:
    if TEXTS.is_dir():
        read_corpus(with_identities=True)  # loads vocabularies and fills caches
        without, with_identities = read_corpus(with_identities=False), read_corpus(with_identities=True)
        show("reading the corpus", f"{with_identities:.1f} s with identities, {with_identities / without:.2f} times "
             "the time without")  # fmt: skip


def print_growth(most: int) -> None:
    world, first = World(), 0.0
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
        for goal in (size for size in (1_000, 10_000, 100_000) if size <= most):
            while world.number * EACH < goal:
                ledger.writer().add(*world.document())
            given = [world.document() for _ in range(TIMED)]
            taken = median([seconds(lambda one=one: ledger.writer().add(*one)) for one in given])  # type: ignore[misc]
            first = first or taken
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            show(f"one document at {goal:,}", f"{1000 * taken:.1f} ms, {taken / first:.2f} times that at 1,000; "
                 f"peak of memory {memory:.0f} MiB")  # fmt: skip


def show(name: str, value: str) -> None:
    print(f"{name:28} {value}", flush=True)  # noqa: T201


if __name__ == "__main__":
    print_corpus()
    print_growth(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
