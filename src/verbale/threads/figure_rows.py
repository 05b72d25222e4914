"""Figures as rows to compare: each with its sentence, and those of one sentence that tell one step taken together.

'from $300 million to $430 million' and 'an additional $130 million, which brings the total to …' are one step of one
programme: what is known of one of them is known of all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.identities.times import day_number
from verbale.model.reading import Figure
from verbale.model.records import Fact
from verbale.model.vocabulary import load
from verbale.threads.wording import content, names, stem

STEP = frozenset(("increment", "total", "baseline"))
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its company: the parties of its document, the sentence around it (text and start), the words of
    people's names in that document, the text that its document is a copy of, and the document's day."""

    fact: Fact[Figure]
    parties: tuple[str, ...]
    sentence: str
    place: int
    people: frozenset[str] = frozenset()
    origin: str = ""
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Figures of one sentence that tell of one programme, and the words that it goes by."""

    id: str
    rows: tuple[FigureRow, ...]
    names: frozenset[str]
    words: frozenset[str]
    core: frozenset[str]

    @property
    def document(self) -> str:
        return self.rows[0].fact.document

    @property
    def parties(self) -> tuple[str, ...]:
        return self.rows[0].parties

    @property
    def unit(self) -> str:
        return self.rows[0].fact.entry.unit

    @property
    def topic(self) -> str | None:
        return next((row.fact.entry.topic for row in self.rows if row.fact.entry.topic), None)

    @property
    def loose(self) -> bool:
        """Whether the unit says nothing of what is counted."""
        return is_currency(self.unit) or self.unit in _loose_units()

    @property
    def values(self) -> frozenset[tuple[float, float | None]]:
        return frozenset((row.fact.entry.value, row.fact.entry.of) for row in self.rows)


def steps(rows: Iterable[FigureRow]) -> list[Step]:
    """The rows as steps, by id. A part joins the total that it is a part of, wherever in the document that stands."""
    groups: dict[tuple[str, str, int], list[FigureRow]] = defaultdict(list)
    lone: list[list[FigureRow]] = []
    ordered = sorted(rows, key=lambda row: row.fact.id)
    for row in ordered:
        entry = row.fact.entry
        if entry.kind in STEP:
            groups[row.fact.document, entry.unit, row.place].append(row)
    made = [group for found in groups.values() for group in _apart(found)]
    for row in ordered:
        if row.fact.entry.kind not in STEP:
            whole = [group for group in made if _is_whole(group, row)]
            if len(whole) == 1:
                whole[0].append(row)
            else:
                lone.append([row])
    return sorted((_step(group) for group in (*made, *lone)), key=lambda one: one.id)


def _apart(found: Sequence[FigureRow]) -> list[list[FigureRow]]:
    """One step where a sentence gives at most one number of each kind and says that one changes the other.

    'grants of $2 million, $5 million and $9 million' are three programmes, '$20 billion in trade and $80 billion in
    investment' are two.
    """
    kinds = [row.fact.entry.kind for row in found]
    once = len(found) > 1 and len(set(kinds)) == len(kinds)
    joined = once and ("baseline" in kinds or _tells_change(found[0].sentence))
    return [list(found)] if joined else [[row] for row in found]


def _tells_change(sentence: str) -> bool:
    words = sentence.lower()
    return any(re.search(rf"\b{word}", words) for word in load("matter-words")["raising"])


def _is_whole(group: Sequence[FigureRow], part: FigureRow) -> bool:
    return any(
        row.fact.document == part.fact.document and row.fact.entry.unit == part.fact.entry.unit
        and row.fact.entry.value == part.fact.entry.of for row in group
    )  # fmt: skip


def _step(group: Sequence[FigureRow]) -> Step:
    ordered = tuple(sorted(group, key=lambda row: (row.fact.entry.evidence[0].start, row.fact.id)))
    left_out = frozenset().union(*(row.people for row in ordered))
    told = " . ".join(f"{row.sentence} . {row.fact.entry.label}" for row in ordered)
    core = " ".join(f"{row.fact.entry.label} {row.fact.words}" for row in ordered)
    named = names(told, left_out)
    unit = stem(ordered[0].fact.entry.unit)
    words = frozenset(word for word in content(told) if word not in left_out) - {unit}
    return Step(min(row.fact.id for row in ordered), ordered, named, words, content(core) - {unit})


def bound(figure: Figure, sentence: str) -> str:
    """The bound that words beside the number set: 'more than', 'about', 'up to', 'nearly' or none.

    They stand before the number in the words of the figure or its sentence, or in the label.
    """
    words = figure.evidence[0].exact
    place = sentence.find(words)
    before = sentence[max(0, place - 24) : place] if place >= 0 else ""
    found = _NUMBER.search(words)
    beside = f"{before}{words[: found.start() if found else None]}"[-32:].lower()
    for name, forms in _bounds():
        if any(re.search(rf"\b{re.escape(form)}\b[^.;]{{0,14}}$", beside) for form in forms):
            return name
    return next((name for name, forms in _bounds() if any(f"({form})" in figure.label.lower() for form in forms)), "")


@cache
def _loose_units() -> frozenset[str]:
    """Units that many programmes count: people of all kinds, and whatever says nothing of what is counted."""
    return frozenset(load("matter-words")["loose_units"].split()) | frozenset(load("figures")["people"])


@cache
def _bounds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(forms)) for name, forms in load("matter-words")["bounds"].items())


def is_currency(unit: str) -> bool:
    """Whether the unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isupper() and unit.isascii()


def days_apart(one: str | None, other: str | None) -> float:
    """Days between two days; infinite where one is not known."""
    return abs(day_number(one) - day_number(other)) if one and other else float("inf")
