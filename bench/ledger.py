"""How long one document takes to add, at 1,000 and at 100,000 engagements, and how long a few questions take.

python bench/ledger.py [engagements]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from verbale.ledger import Ledger
from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import Span, quote
from verbale.model.reading import Act, Engagement, Participant, Reading
from verbale.model.records import Filters

LINE = "Officials of Kenya and Chile met and agreed to open a port, round {0}.\n"
EACH = 25  # engagements and as many acts in one document


def document(number: int) -> tuple[Document, Reading, bytes, list[Span]]:
    """A generated document with fifty facts."""
    lines = [LINE.format(number * EACH + n) for n in range(EACH)]
    text = "".join(lines)
    made = Document(f"generated-{number}.txt", text)
    engagements, acts, sentences, start = [], [], [], 0
    for n, line in enumerate(lines):
        end = start + len(line) - 1
        evidence = (quote(text, made.hash, start, end),)
        person = Participant(f"Person {(number * 7 + n) % 5000}", "KE", "Minister")
        engagements.append(
            Engagement("talks", evidence, main=n == 0, mechanism="Port Talks", round=number * EACH + n,
                       parties=("CL", "KE"), start=f"20{number % 25:02d}-05-04", participants=(person,))
        )  # fmt: skip
        acts.append(Act("agree", ("CL", "KE"), evidence, topics=("maritime",)))
        sentences.append(Span(start, end))
        start = end + 1
    passages = (Passage(0, len(text), Role.BODY),)
    reading = Reading(
        made.source, passages=passages, engagements=tuple(engagements), acts=tuple(acts), reader="bench-1"
    )
    return made, reading, text.encode(), sentences


def main(engagements: int) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "bench.db") as ledger:
        number = 0
        for goal in (1_000, engagements):
            while number * EACH < goal:
                ledger.writer().add(*document(number))
                number += 1
            times = []
            for _ in range(40):
                given = document(number)
                number += 1
                times.append(_milliseconds(lambda given=given: ledger.writer().add(*given)))  # type: ignore[misc]
            print(f"add at {goal:>8,} engagements: {median(times):6.1f} ms")  # noqa: T201
        view = ledger.view()
        questions: dict[str, Callable[[], object]] = {
            "list 20": lambda: view.engagements(Filters(limit=20)),
            "by party": lambda: view.acts(Filters(parties=("KE",), limit=20)),
            "people": lambda: view.people(Filters(limit=20)),
            "search": lambda: view.search("round 77"),
            "search for what is everywhere": lambda: view.search("kenya port"),
        }
        for name, question in questions.items():
            print(f"{name}: {_milliseconds(question):.1f} ms")  # noqa: T201


def _milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
