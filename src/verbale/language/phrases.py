"""Many literal phrases found at once over tokens, longest first.

A table is built once from a vocabulary and asked per sentence; the cost of asking does not grow with its size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from verbale.language.tokens import Token, tokens

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """Tokens `first` up to, not including, `last` hold a phrase of the table; `value` is what it stands for."""

    first: int
    last: int
    value: T


class PhraseTable(Generic[T]):
    """Literal phrases and what they stand for.

    >>> table = PhraseTable([("United States", "US"), ("US", "US")], exact_case={"US"})
    >>> [(h.first, h.last, h.value) for h in table.find(tokens("the United States told us"))]
    [(1, 3, 'US')]

    Phrases are tokenised as texts are and compared by `Token.key`, so case, diacritics, British spelling and curly
    apostrophes do not matter; those in `exact_case` must also match letter by letter.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], exact_case: Iterable[str] = ()) -> None:
        exact = frozenset(exact_case)
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...] | None, T]]] = {}
        for phrase, value in phrases:
            parts = tokens(phrase)
            keys = tuple(t.key for t in parts)
            if not keys:
                raise ValueError(f"empty phrase for {value!r}")
            texts = tuple(t.text for t in parts) if phrase in exact else None
            self._by_first.setdefault(keys[0], []).append((keys, texts, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[1] is None))

    def at(self, words: Sequence[Token], index: int) -> Hit[T] | None:
        """The longest phrase that begins at token `index`, or None."""
        entries = self._by_first.get(words[index].key)
        if entries is None:
            return None
        for keys, texts, value in entries:
            last = index + len(keys)
            if last > len(words):
                continue
            if all(words[index + i].key == keys[i] for i in range(1, len(keys))) and (
                texts is None or all(words[index + i].text == texts[i] for i in range(len(keys)))
            ):
                return Hit(index, last, value)
        return None

    def find(self, words: Sequence[Token], first: int = 0, last: int | None = None) -> list[Hit[T]]:
        """All phrases in `words[first:last]`, longest first from the left, not overlapping."""
        stop = len(words) if last is None else last
        hits: list[Hit[T]] = []
        index = first
        while index < stop:
            hit = self.at(words, index) if words[index].key in self._by_first else None
            if hit is None or hit.last > stop:
                index += 1
            else:
                hits.append(hit)
                index = hit.last
        return hits
