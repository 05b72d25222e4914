"""Figures of invented documents, as rows to put together: each a sentence in which its numbers stand."""

from __future__ import annotations

import hashlib
from typing import Any

from verbale.model.evidence import quote
from verbale.model.reading import Figure
from verbale.model.records import Fact
from verbale.threads.figure_rows import FigureRow

PAIR = ("MA", "PT")


def rows(
    document: str, day: str | None, sentence: str, *numbers: dict[str, Any], origin: str = "", place: int = 0,
    parties: tuple[str, ...] = PAIR, people: tuple[str, ...] = (),
) -> list[FigureRow]:  # fmt: skip
    """The figures of one sentence of a document; each number gives its `words`, value, kind and what else it has."""
    found = []
    digest = hashlib.sha256(document.encode()).hexdigest()
    for ordinal, number in enumerate(numbers):
        given = {"unit": "EUR", "kind": "total", "label": sentence, "topic": "ports", **number}
        words = given.pop("words")
        start = sentence.index(words)
        figure = Figure(evidence=(quote(sentence, digest, start, start + len(words)),), **given)
        name = hashlib.sha256(f"{document}{place}{ordinal}{figure.value}{words}".encode()).hexdigest()
        first = figure.as_of or day
        fact = Fact(f"f{name[:16]}", "figure", document, f"{document}.txt", place + ordinal, figure, first, first)
        found.append(FigureRow(fact, parties, sentence, place, frozenset(people), origin, day))
    return found


def step(document: str, day: str, before: float, added: float, total: float, **more: Any) -> list[FigureRow]:
    """A sentence that tells a whole step of the aid for the port of Sines, in millions of euro."""
    sentence = (
        f"Morocco welcomed a further {added:g} million for the Sines Container Pier, raising the aid from {before:g} "
        f"million to {total:g} million."
    )
    million = 1_000_000
    return rows(
        document, day, sentence,
        {"words": f"a further {added:g} million", "value": added * million, "kind": "increment"},
        {"words": f"from {before:g} million", "value": before * million, "kind": "baseline"},
        {"words": f"to {total:g} million", "value": total * million}, **more,
    )  # fmt: skip
