"""Names of exercises behind the noun: 'Exercise Talisman Sabre', 'a joint exercise, Blue Tide, off Mombasa'."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.language.mechanism_parties import PartyReader

_QUOTES = frozenset("\"“”'‘’")


class ExerciseReader(PartyReader):
    """Reads where an exercise's name stands behind its noun."""

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked)
        self.dated = {i for mark in marked.dates for i in range(mark.first, mark.last)}

    def name_behind(self, index: int) -> tuple[list[int], int] | None:
        """The name's tokens behind the noun at `index`, and where the mark ends; None where none stands there."""
        last = index + 1
        apposed, quoted = self._apposed(last), self._quoted(last)
        if not (self.words[index].capital or quoted or apposed):
            return None
        begins = last = last + (quoted or apposed)
        while last < len(self.words) and self.words[last].capital and last not in self.party_start:
            last += 1
        closed = last < len(self.words) and self.words[last].text in _QUOTES and begins > index + 1
        return list(range(begins, last)), last + closed

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
