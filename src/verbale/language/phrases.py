"""Many literal phrases found at once over tokens, longest first.

A table is built once from a vocabulary and asked per sentence; the cost of asking does not grow with its size.
"""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence
from typing import Generic, NamedTuple, TypeVar

from verbale.language.tokens import Token, tokens

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """Tokens `first` up to, not including, `last` hold a phrase of the table; `value` is what it stands for."""

    first: int
    last: int
    value: T


class _Group(Generic[T]):
    """Phrases that begin with the same two words, or consist of the same one word, by all their keys."""

    __slots__ = ("_by_keys", "_lengths")

    def __init__(self) -> None:
        self._by_keys: dict[tuple[str, ...], list[tuple[tuple[str, ...] | None, T]]] = {}
        self._lengths: list[int] = []  # longest first

    def add(self, parts: list[Token], value: T, exact: bool) -> None:
        """Adds a phrase; of two alike the earlier wins, and one in exact case before one that is not."""
        entries = self._by_keys.setdefault(tuple(t.key for t in parts), [])
        entries.append((tuple(t.text for t in parts) if exact else None, value))
        entries.sort(key=lambda entry: entry[0] is None)
        if len(parts) not in self._lengths:
            self._lengths = sorted([*self._lengths, len(parts)], reverse=True)

    def at(self, words: Sequence[Token], index: int) -> Hit[T] | None:
        """The longest phrase of the group that begins at `index`, whose first words are known to match."""
        for length in self._lengths:
            last = index + length
            if last > len(words):
                continue
            here = words[index:last]
            for texts, value in self._by_keys.get(tuple([t.key for t in here]), ()):
                if texts is None or all(t.text == text for t, text in zip(here, texts, strict=True)):
                    return Hit(index, last, value)
        return None


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
        self._by_first: dict[str, dict[str | None, _Group[T]]] = {}  # then by second word, None for one word
        for phrase, value in phrases:
            parts = tokens(phrase)
            if not parts:
                raise ValueError(f"empty phrase for {value!r}")
            second = parts[1].key if len(parts) > 1 else None
            group = self._by_first.setdefault(parts[0].key, {}).setdefault(second, _Group())
            group.add(parts, value, phrase in exact)

    @property
    def first_words(self) -> KeysView[str]:
        """The keys of the words that phrases begin with."""
        return self._by_first.keys()

    def at(self, words: Sequence[Token], index: int) -> Hit[T] | None:
        """The longest phrase that begins at token `index`, or None."""
        seconds = self._by_first.get(words[index].key)
        if seconds is None:
            return None
        following = seconds.get(words[index + 1].key) if index + 1 < len(words) else None
        hit = following.at(words, index) if following is not None else None
        if hit is None and None in seconds:
            return seconds[None].at(words, index)
        return hit

    def find(self, words: Sequence[Token], first: int = 0, last: int | None = None) -> list[Hit[T]]:
        """All phrases in `words[first:last]`, longest first from the left, not overlapping."""
        stop = len(words) if last is None else last
        by_first = self._by_first
        hits: list[Hit[T]] = []
        free = first
        for index in [i for i in range(first, stop) if words[i].key in by_first]:
            hit = self.at(words, index) if index >= free else None
            if hit is not None and hit.last <= stop:
                hits.append(hit)
                free = hit.last
        return hits
