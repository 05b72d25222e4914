"""Names of exercises behind the noun: 'Exercise Talisman Sabre', 'a joint exercise, Blue Tide, off Mombasa'."""

from __future__ import annotations

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked
from verbale.language.mechanism_parties import PartyReader
from verbale.language.tokens import HYPHENS_AND_DASHES, Token

_DESCRIBING, _YEARS = 7, 1900  # words between a name and its noun; a number from here on is a year
_QUOTES = frozenset("\"“”'‘’")


class ExerciseReader(PartyReader):
    """Reads where an exercise's name stands behind its noun."""

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked)
        self.dated = covered(marked.dates)
        self.placed = covered(marked.places)
        self.taken = self.placed | self.dated | covered(marked.people, marked.posts)

    def name_behind(self, index: int) -> tuple[list[int], int] | None:
        """The name's tokens behind the noun at `index`, and where the mark ends; None where none stands there."""
        last = index + 1
        apposed, quoted = self._apposed(last), self._quoted(last)
        if not (self.words[index].capital or quoted or apposed or self._straight(last)):
            return None
        begins = last = last + (quoted or apposed)
        while last < len(self.words) and self.words[last].capital and last not in self.party_start:
            last += 1
        closed = last < len(self.words) and self.words[last].text in _QUOTES and begins > index + 1
        return list(range(begins, last)), last + closed

    def _straight(self, last: int) -> bool:
        """'the army exercise Blue Tide was held': a name of two words right behind the noun, no person's or place's."""
        words, end = self.words, last
        while end < len(words) and words[end].capital and words[end].text.isalpha():
            end += 1
        led = any(word.key in {"the", "a", "their", "its"} for word in words[max(0, last - 4) : last])
        free = self.taken.isdisjoint(range(last, end)) and not any(i in self.party_start for i in range(last, end))
        return led and end - last > 1 and free and end < len(words)

    def _quoted(self, last: int) -> bool:
        """'exercise ‘Steady Tide’'."""
        words = self.words
        return last + 1 < len(words) and words[last].text in _QUOTES and words[last + 1].capital

    def _apposed(self, last: int) -> bool:
        """'a joint exercise, Blue Tide, off Mombasa'."""
        words, end = self.words, last + 1
        while end < len(words) and words[end].capital and end not in self.party_start and end not in self.dated:
            end += 1
        return last < len(words) and words[last].text == "," and last + 1 < end < len(words) and words[end].text == ","

    def name_before(self, index: int) -> tuple[int, int, int | None] | None:
        """Where a name before the noun at `index` begins and ends, with the number of its edition.

        'the Blue Tide-2021 staff exercise', 'Blue Tide-12 exercise', 'in Blue Tide, their largest exercise':
        the name stands before what describes the noun, which has no capital. None where none does.
        """
        words, i = self.words, index
        while i > 0 and index - i < _DESCRIBING and _describes(words[i - 1]):
            i -= 1
        if i > 2 and words[i - 1].text.isdigit() and words[i - 2].text in HYPHENS_AND_DASHES:
            value = int(words[i - 1].text)
            last = i - 2
            first = self._run(last)
            return (first, last, value if value < _YEARS else None) if first < last else None
        described = i < index and words[i].key in {"their", "its", "the", "a", "an"} and i > 1
        if not described or words[i - 1].text != ",":
            return None
        last, first = i - 1, self._run(i - 1)
        opens = first == 0 and index + 1 < len(words) and words[index + 1].text == ","  # 'Blue Tide, the drill, is'
        inside = range(first, last)
        named = last - first > 1 and (first > 0 or opens) and (self.placed | self.dated).isdisjoint(inside)
        return (first, last, None) if named else None

    def _run(self, last: int) -> int:
        """Where the run of capitals begins that ends before `last`."""
        first = last
        while first > 0 and self.words[first - 1].capital and self.words[first - 1].text.isalpha():
            first -= 1
            if first in self.party_start:
                return last
        return first


def _describes(word: Token) -> bool:
    return word.text in HYPHENS_AND_DASHES or (word.text.isalpha() and not word.capital)
