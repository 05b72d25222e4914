"""How near a reading comes to the expected one, layer by layer: precision, recall and F1.

Entries are paired one to one. What counts as the same follows what a user would call the same: an engagement by its
parties, time, and mechanism or kind; an act by its words, type and actors; a figure by value, unit and kind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

LAYERS = ("article", "main", "engagements", "participants", "instruments", "acts", "topics", "figures")
MAIN_FIELDS = ("kind", "mechanism", "round", "start", "end", "country", "parties")
Entry = dict[str, Any]
Same = Callable[[Entry, Entry], bool]


@dataclass(frozen=True, slots=True)
class Score:
    """How many entries agree, were expected, and were read."""

    agreed: int
    expected: int
    read: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was expected and nothing read."""
        both = self.expected + self.read
        return 2 * self.agreed / both if both else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.agreed + other.agreed, self.expected + other.expected, self.read + other.read)


def score(expected: Entry, read: Entry, text: str) -> dict[str, Score]:
    """The score of every layer of one document."""
    acts = pairs(expected["acts"], read["acts"], lambda a, b: overlap(a, b) and a["type"] == b["type"])
    same_acts = [pair for pair in acts if set(pair[0]["actors"]) == set(pair[1]["actors"])]
    return {
        "article": _of_sets(_letters(expected, text), _letters(read, text)),
        "main": _main(expected, read),
        "engagements": _of_layer("engagements", expected, read, same_engagement),
        "participants": _of_sets(people(expected), people(read)),
        "instruments": _of_layer("instruments", expected, read, same_instrument),
        "acts": Score(len(same_acts), len(expected["acts"]), len(read["acts"])),
        "topics": _sum(_of_sets(set(a["topics"]), set(b["topics"])) for a, b in acts),
        "figures": _of_layer("figures", expected, read, same_figure),
    }


def total(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """The scores of several documents together."""
    found = list(scores)
    return {layer: _sum(each[layer] for each in found) for layer in LAYERS}


def pairs(expected: Sequence[Entry], read: Sequence[Entry], same: Same) -> list[tuple[Entry, Entry]]:
    """Which entry was read for which expected one: one to one, in order."""
    left, found = list(read), []
    for entry in expected:
        match = next((other for other in left if same(entry, other)), None)
        if match is not None:
            left.remove(match)
            found.append((entry, match))
    return found


def main_of(reading: Entry) -> Entry | None:
    """The main engagement of a reading."""
    return next((entry for entry in reading["engagements"] if entry["main"]), None)


def people(reading: Entry) -> set[tuple[frozenset[str], str | None]]:
    """The participants of all engagements: the words of the name, in any order, and the party."""
    return {
        (frozenset(words(person["name"])), person["party"])
        for engagement in reading["engagements"]
        for person in engagement["participants"]
    }


def same_engagement(a: Entry, b: Entry) -> bool:
    if set(a["parties"]) != set(b["parties"]) or not same_time(a["start"], b["start"]):
        return False
    if a["mechanism"] and b["mechanism"]:
        return alike(a["mechanism"], b["mechanism"]) and a["round"] == b["round"]
    return bool(a["kind"] == b["kind"])


def same_instrument(a: Entry, b: Entry) -> bool:
    if a["type"] != b["type"]:
        return False
    return same_time(a["date"], b["date"]) if a["date"] and b["date"] else alike(a["title"], b["title"])


def same_figure(a: Entry, b: Entry) -> bool:
    money = a["unit"].isupper() or b["unit"].isupper()
    close = abs(a["value"] - b["value"]) <= 1e-6 * abs(a["value"])
    return close and a["kind"] == b["kind"] and (a["unit"] == b["unit"] or not money)


def same_time(a: str | None, b: str | None) -> bool:
    """Equal as far as the less precise of two EDTF dates goes."""
    if not a or not b:
        return a == b
    shorter = min(len(a), len(b))
    return shorter >= len("2025") and a[:shorter] == b[:shorter]


def overlap(a: Entry, b: Entry) -> bool:
    """Whether two entries rest on the same words, at least on half of the shorter evidence."""
    here, there = _letters_of(a["evidence"]), _letters_of(b["evidence"])
    return len(here & there) >= 0.5 * min(len(here), len(there))


def alike(a: str | None, b: str | None) -> bool:
    """Whether two titles share half of their words."""
    here, there = set(words(a or "")), set(words(b or ""))
    return here == there or 2 * len(here & there) >= len(here | there)


def words(text: str) -> list[str]:
    """The words of a name or title without case, diacritics and points."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("defence", "defense")
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return kept.split()


def _main(expected: Entry, read: Entry) -> Score:
    ours, theirs = main_of(expected), main_of(read)
    if ours is None or theirs is None:
        return Score(0, len(MAIN_FIELDS), 0)
    agreed = sum(
        alike(ours[field], theirs[field]) if field == "mechanism" else ours[field] == theirs[field]
        for field in MAIN_FIELDS
    )
    return Score(agreed, len(MAIN_FIELDS), len(MAIN_FIELDS))


def _of_layer(layer: str, expected: Entry, read: Entry, same: Same) -> Score:
    return Score(len(pairs(expected[layer], read[layer], same)), len(expected[layer]), len(read[layer]))


def _of_sets(expected: set[Any], read: set[Any]) -> Score:
    return Score(len(expected & read), len(expected), len(read))


def _sum(scores: Iterable[Score]) -> Score:
    return sum(scores, start=Score(0, 0, 0))


def _letters(reading: Entry, text: str) -> set[int]:
    return {place for place in _letters_of(reading["passages"]) if not text[place].isspace()}


def _letters_of(ranges: Iterable[Entry]) -> set[int]:
    return {place for part in ranges for place in range(part["start"], part["end"])}
