"""Words looked for in facts and in sentences, with what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from verbale.errors import UsageError
from verbale.ledger.view import View
from verbale.model.folding import fold
from verbale.model.records import Hit
from verbale.views.asking import Request
from verbale.views.listing import Listing, why_nothing

MOST = 1_000_000  # for a search without a limit


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the parts of its words that answer the query, as ranges of `hit.words`."""

    hit: Hit
    marks: tuple[tuple[int, int], ...]

    def to_json(self) -> dict[str, Any]:
        return {**self.hit.to_json(), "marks": [list(mark) for mark in self.marks]}


def search(view: View, words: str, limit: int) -> Listing[Found]:
    """What holds the words, best first; 'da nang' finds 'Đà Nẵng'.

    Raises UsageError for a query without a letter or digit.
    """
    if not any(character.isalnum() for character in words):
        raise UsageError(f"There is nothing to look for in '{words}'.", "Give one or more words.")
    hits = view.search(words, limit + 1 if limit else MOST)
    shown = hits[:limit] if limit else hits
    found = tuple(Found(hit, marks_in(hit.words, words.split())) for hit in shown)
    return Listing("hits", found, len(hits) > len(shown), "" if hits else _why_not(view, words))


def marks_in(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text, case and diacritics aside.

    >>> marks_in("Talks in Đà Nẵng", ["da", "nang"])
    ((9, 11), (12, 16))
    """
    folded, origin = _folded_with_origin(text)
    ranges: list[tuple[int, int]] = []
    for word in filter(None, (fold(word.strip("\"'*()")) for word in words)):
        begin = folded.find(word)
        while begin >= 0:
            if begin == 0 or not folded[begin - 1].isalnum():
                ranges.append((origin[begin], origin[begin + len(word) - 1] + 1))
            begin = folded.find(word, begin + len(word))
    return tuple(sorted(set(ranges)))


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index it comes from."""
    pieces = [fold(character) for character in text]
    return "".join(pieces), [index for index, piece in enumerate(pieces) for _ in piece]


def _why_not(view: View, words: str) -> str:
    if not view.counts().get("documents", 0):
        return why_nothing(view, "hits", Request())
    return f"Neither a fact nor a sentence in the ledger holds '{words}'. Try fewer or other words."
